/** A sum that knows what it lacks. */
import { quote } from './format-fault.js';
import type { Count } from './profile.js';

/** Why a summand is not known. */
export type Unknown =
  | { readonly kind: 'no rule'; readonly op: string }
  | { readonly kind: 'unstated'; readonly op: string }
  | { readonly kind: 'open'; readonly value: string }
  | { readonly kind: 'untyped'; readonly value: string }
  | { readonly kind: 'unseen'; readonly value: string }
  | { readonly kind: 'impossible'; readonly op: string }
  | { readonly kind: 'undecided'; readonly op: string; readonly node: string };

const SHOWN = 3;

export class Total {
  #sum = 0;
  /** Made when something is lacking: there is a total for each of many thousand nodes. */
  #unknown: Map<Unknown['kind'], Set<string>> | null = null;

  /** @returns a sum of one summand. */
  static of(amount: number): Total {
    const total = new Total();
    total.add(amount);
    return total;
  }

  static copyOf(other: Total): Total {
    const total = new Total();
    total.include(other);
    return total;
  }

  add(amount: number): void {
    this.#sum += amount;
  }

  lack(reason: Unknown): void {
    this.#namesOf(reason.kind).add(nameOf(reason));
  }

  /** Adds another total so many times over. */
  include(other: Total, times = 1): void {
    this.#sum += times * other.#sum;
    if (other.#unknown === null) return;
    for (const [kind, names] of other.#unknown) {
      for (const name of names) this.#namesOf(kind).add(name);
    }
  }

  /** Whether a shape is missing that a run of the model would tell. */
  get isOpen(): boolean {
    return this.#unknown?.has('open') === true;
  }

  get value(): number | null {
    return this.#unknown !== null || !Number.isSafeInteger(this.#sum) ? null : this.#sum;
  }

  toCount(): Count {
    const { value } = this;
    return { value, reason: value === null ? this.#reason() : null };
  }

  #reason(): string {
    const missing = KINDS.filter((kind) => this.#unknown?.has(kind) === true);
    if (missing.length === 0) return 'more than 2^53';
    return missing.map((kind) => SENTENCES[kind](some([...this.#namesOf(kind)]))).join('; ');
  }

  #namesOf(kind: Unknown['kind']): Set<string> {
    this.#unknown ??= new Map();
    const names = this.#unknown.get(kind) ?? new Set();
    this.#unknown.set(kind, names);
    return names;
  }
}

const SENTENCES: Readonly<Record<Unknown['kind'], (names: string) => string>> = {
  'no rule': (names) => `no cost rule for ${names}`,
  unstated: (names) => `no cost stated for ${names}`,
  impossible: (names) => `attributes or shapes beyond any number that can be counted: ${names}`,
  open: (names) => `open shapes: ${names}`,
  untyped: (names) => `values of no known number of bytes: ${names}`,
  unseen: (names) => `weights that cannot be looked into: ${names}`,
  undecided: (names) => `decided at run time, which was not profiled: what runs inside ${names}`,
};
const KINDS = Object.keys(SENTENCES) as Unknown['kind'][];

function nameOf(reason: Unknown): string {
  switch (reason.kind) {
    case 'no rule':
    case 'unstated':
    case 'impossible':
      return quote(reason.op).slice(1, -1);
    case 'open':
    case 'untyped':
    case 'unseen':
      return reason.value;
    case 'undecided':
      return `${reason.op} ${quote(reason.node)}`;
  }
}

function some(names: readonly string[]): string {
  const rest = names.length - SHOWN;
  return names.slice(0, SHOWN).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
