/** Unique names, and names as they are seen from inside a graph. */

/** Hands out names that nobody else has. */
export class NameRegistry {
  readonly #taken = new Set<string>();
  readonly #repeats = new Map<string, number>();

  has(name: string): boolean {
    return this.#taken.has(name);
  }

  /** The wanted name when it is free, else one that is made from it. */
  claim(wanted: string): string {
    let name = wanted;
    while (this.#taken.has(name)) {
      const repeat = (this.#repeats.get(wanted) ?? 1) + 1;
      this.#repeats.set(wanted, repeat);
      name = `${wanted}~${repeat}`;
    }
    this.#taken.add(name);
    return name;
  }
}

/** What a name in the file means: a graph sees its own values and those of the graphs around it. */
export class Scope {
  readonly #names = new Map<string, string>();

  constructor(private readonly outer?: Scope) {}

  declare(name: string, meaning: string): void {
    this.#names.set(name, meaning);
  }

  declares(name: string): boolean {
    return this.#names.has(name);
  }

  lookUp(name: string): string | undefined {
    return this.#names.get(name) ?? this.outer?.lookUp(name);
  }
}

const LONGEST_NODE_NAME = 200;

/** A node name that survives the runtime's profile, which writes names into JSON as they are. */
export function plainNodeName(name: string): string {
  return name.replace(/[^\w./:-]/g, '_').slice(0, LONGEST_NODE_NAME);
}
