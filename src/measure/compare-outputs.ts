/** Running two models on the same inputs inside one worker, so that outputs of any size stay where they are. */
import type { AgreementFigures } from './agreement.js';
import { during, loadModel, makeFeeds } from './model-session.js';
import { DistanceTally, type OutputTensor } from './output-distance.js';
import type { Requests, Subject } from './protocol.js';
import type { Runtime, Session } from './runtime.js';

type Outputs = Readonly<Record<string, OutputTensor>>;

/** @returns the distance, or why the outputs cannot be compared. */
export async function compareOutputs(
  runtime: Runtime,
  { base, head, seeds, limitMs }: Requests['agree'],
): Promise<AgreementFigures | { reason: string }> {
  const { session: before } = await loadModel(runtime, base);
  const { session: after } = await loadModel(runtime, head);
  const pairs = pairsOf(before, after);
  if (typeof pairs === 'string') return { reason: pairs };
  const tally = new DistanceTally();
  const startedAt = performance.now();
  let inputs = 0;
  for (const seed of seeds) {
    if (inputs > 0 && performance.now() - startedAt > limitMs) break;
    const left = await outputsOf(runtime, before, base, seed);
    const right = await outputsOf(runtime, after, head, seed);
    for (const [name, counterpart] of pairs) {
      const [one, other] = [left[name], right[counterpart]];
      const fault = faultOf(name, one, other);
      if (fault !== null) return { reason: fault };
      if (one !== undefined && other !== undefined) tally.add(one, other);
    }
    inputs += 1;
  }
  return { inputs, outputs: pairs.length, ...tally.total };
}

async function outputsOf(
  runtime: Runtime,
  session: Session,
  { feeds }: Subject,
  seed: number,
): Promise<Outputs> {
  const made = await makeFeeds(runtime, feeds, seed);
  return (await during('running', () => session.run(made))) as Outputs;
}

/** Outputs that belong together: of one name, or, where the names differ, at the same place. */
function pairsOf(before: Session, after: Session): (readonly [base: string, head: string])[] | string {
  const names = before.outputMetadata.map(({ name }) => name);
  const others = after.outputMetadata.map(({ name }) => name);
  if (names.length !== others.length) {
    return `the base has ${names.length} outputs and the head ${others.length}`;
  }
  const byName = names.every((name) => others.includes(name));
  return names.map((name, index) => [name, byName ? name : (others[index] ?? '')]);
}

function faultOf(
  name: string,
  one: OutputTensor | undefined,
  other: OutputTensor | undefined,
): string | null {
  if (one === undefined || other === undefined || !isNumeric(one) || !isNumeric(other)) {
    return `output ${JSON.stringify(name)} is no tensor of numbers`;
  }
  if (one.dims.join() === other.dims.join()) return null;
  return `output ${JSON.stringify(name)} has the shape [${one.dims.join(', ')}] in the base and [${other.dims.join(', ')}] in the head`;
}

const isNumeric = ({ type, data }: OutputTensor): boolean => type !== 'string' && ArrayBuffer.isView(data);
