/** Workers that serve many models: starting one takes longer than most mutants live. */
import type { Executor, Worker } from '../../src/measure/executor.js';

/**
 * An executor whose workers are used again until one fails for good, or has been used often enough: sessions of
 * earlier models stay in its memory.
 */
export function sharedWorkers(executor: Executor, uses: number): Executor {
  let current: { readonly worker: Worker; used: number } | null = null;
  const retire = async (): Promise<void> => {
    const retired = current;
    current = null;
    await retired?.worker.close();
  };
  return {
    async launch() {
      if (current !== null && current.used >= uses) await retire();
      current ??= { worker: await executor.launch(), used: 0 };
      const { worker } = current;
      current.used += 1;
      return {
        pid: worker.pid,
        sandbox: worker.sandbox,
        async request(op, asked) {
          const outcome = await worker.request(op, asked);
          if (outcome.status !== 'ok' && outcome.status !== 'refused') await retire();
          return outcome;
        },
        close: () => Promise.resolve(),
      };
    },
    close: retire,
  };
}
