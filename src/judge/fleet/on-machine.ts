/** How a model is called that several machines measured. */

export interface NamedModel {
  readonly name: string;
  /** The machine that it was measured on; left out where there is but one. */
  readonly machine?: string;
}

/** `models/vad.onnx on gpu`: unique in a report of many machines. */
export const onMachine = (name: string, machine: string): string => `${name} on ${machine}`;

/** The model's name without its machine. */
export function subjectOf({ name, machine }: NamedModel): string {
  const suffix = machine === undefined ? '' : onMachine('', machine);
  return suffix !== '' && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
}

/** All of several machines: `both`, `all 3`. */
export const everyOne = (machines: number): string => (machines === 2 ? 'both' : `all ${machines}`);
