/**
 * What can only be told from the values of weights: how many are zero, and in which patterns. Payloads are streamed
 * from disk, and those of one value throughout are not made at all, so that memory is bounded whatever the size.
 */
import type { Source } from '../disk.js';
import { FormatFault, quote } from '../format-fault.js';
import type { TensorProto } from '../generated/onnx_pb.js';
import type { Model } from '../graph.js';
import { modelError } from '../model-error.js';
import { ruleOf } from '../operators/table.js';
import { weightsByNode } from '../parameters.js';
import type { Count } from '../profile.js';
import { type Constant, payloadBytes } from '../tensor.js';
import { Total } from '../total.js';
import { type Mark, markerOf } from './non-zero.js';
import { type Pattern, TwoOfFour, ZeroChannels } from './patterns.js';
import { CHUNK_BYTES, streamPayload } from './payload.js';
import { type Role, rolesOf } from './roles.js';
import { zeroPointOf } from './zero-point.js';

export interface WeightCounts {
  readonly non_zero_parameters: Count;
  readonly two_of_four_parameters: Count;
  readonly zero_channels: Count;
}

/** Counts of weights that nobody has read. */
export function unreadWeights(reason: string): WeightCounts {
  const count = { value: null, reason };
  return { non_zero_parameters: count, two_of_four_parameters: count, zero_channels: count };
}

/** Bytes that counting the weights of a model takes to read. */
export function weightBytes(model: Model): number {
  return [...weightsByNode(model).values()]
    .flatMap(({ constants }) => constants)
    .reduce((sum, { values }) => {
      if (values.kind !== 'tensor' && values.kind !== 'sparse') return sum;
      return sum + ((values.tensor && payloadBytes(values.tensor)) ?? 0);
    }, 0);
}

/** @throws GateError of kind `model` where a payload cannot be read. */
export function countWeights(model: Model, source: Source): WeightCounts {
  try {
    return new Counter(model, source).count();
  } catch (thrown) {
    throw thrown instanceof FormatFault ? modelError(source.label, thrown) : thrown;
  }
}

class Counter {
  readonly #nonZero = new Total();
  readonly #twoOfFour = new Total();
  readonly #zeroChannels = new Total();
  readonly #marks = new Uint8Array(4 * CHUNK_BYTES);

  constructor(
    private readonly model: Model,
    private readonly source: Source,
  ) {}

  count(): WeightCounts {
    const roleOf = rolesOf(this.model);
    for (const [{ op }, { constants }] of weightsByNode(this.model)) {
      const packed = ruleOf(op)?.weights?.elements !== undefined;
      for (const weight of constants) {
        if (packed) this.#lack(weight, `packed for ${op}`);
        else this.#see(weight, roleOf(weight));
      }
    }
    return {
      non_zero_parameters: this.#nonZero.toCount(),
      two_of_four_parameters: this.#twoOfFour.toCount(),
      zero_channels: this.#zeroChannels.toCount(),
    };
  }

  #see(weight: Constant, role: Role): void {
    const { type, elements } = weight;
    const zero = zeroPointOf(role, this.source);
    const mark = zero === null ? null : markerOf(type, zero);
    if (mark === null) {
      this.#lack(weight, zero === null ? 'its zero point is no constant' : type.name);
      return;
    }
    const { outputs, summed } = role;
    const twoOfFour = summed !== undefined && summed.size >= 4 ? new TwoOfFour(summed) : undefined;
    const channels = outputs && new ZeroChannels(outputs);
    const patterns = [twoOfFour, channels].filter((each) => each !== undefined);
    this.#nonZero.add(this.#count(weight, mark, patterns));
    if (weight.values.kind === 'sparse') {
      const unseen = { kind: 'unseen', value: `${quote(weight.name)} (sparse)` } as const;
      this.#twoOfFour.lack(unseen);
      this.#zeroChannels.lack(unseen);
      return;
    }
    if (twoOfFour?.holds === true) this.#twoOfFour.add(elements);
    if (channels !== undefined) this.#zeroChannels.add(channels.count);
  }

  /** @returns how many elements are not zero. */
  #count({ values, elements }: Constant, mark: Mark, patterns: readonly Pattern[]): number {
    switch (values.kind) {
      case 'filled': {
        const filled = values.tensor !== undefined && this.#stream(values.tensor, 1, mark, []) > 0;
        // Patterns that have seen nothing take everything for zero.
        if (filled) this.#seeOnes(elements, patterns);
        return filled ? elements : 0;
      }
      case 'listed':
        return values.floats.filter((float) => float !== 0).length;
      case 'sparse':
        return values.tensor === undefined ? 0 : this.#stream(values.tensor, Infinity, mark, []);
      case 'tensor':
        return this.#stream(values.tensor, elements, mark, patterns);
    }
  }

  #stream(tensor: TensorProto, elements: number, mark: Mark, patterns: readonly Pattern[]): number {
    const marks = this.#marks;
    let seen = 0;
    let found = 0;
    streamPayload(tensor, this.source, (chunk) => {
      // Behind the last element there may be half a byte left over.
      const count = Math.min(mark(chunk, seen, marks), elements - seen);
      for (let index = 0; index < count; index++) found += marks[index] ?? 0;
      for (const pattern of patterns) pattern.see(marks, count);
      seen += count;
      return seen < elements;
    });
    return found;
  }

  #seeOnes(elements: number, patterns: readonly Pattern[]): void {
    const marks = this.#marks.fill(1);
    for (let left = elements; left > 0; left -= marks.length)
      for (const pattern of patterns) pattern.see(marks, Math.min(left, marks.length));
  }

  #lack({ name }: Constant, why: string): void {
    for (const total of [this.#nonZero, this.#twoOfFour, this.#zeroChannels])
      total.lack({ kind: 'unseen', value: `${quote(name)} (${why})` });
  }
}
