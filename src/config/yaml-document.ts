/** YAML of a bounded size into plain data, with the line of each part. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

export const MAX_YAML_CHARACTERS = 256 * 1024;
/** Aliases multiply: what they may expand to is bounded ("billion laughs"). */
const MAX_ALIASES = 100;

export interface YamlDocument {
  /** Null for a file without content. */
  readonly data: unknown;
  /** Line of the part at a path, from 1; of the nearest part above it when it is not written there. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Its message completes "FILE cannot be read: ...". */
export class YamlFault extends Error {
  override readonly name = 'YamlFault';
}

/** @throws YamlFault */
export function parseYaml(text: string): YamlDocument {
  if (text.length > MAX_YAML_CHARACTERS) {
    throw new YamlFault(`it is longer than ${MAX_YAML_CHARACTERS / 1024} KiB`);
  }
  const lines = new LineCounter();
  const document = compose(text, lines);
  // An unknown tag is only a warning of the library; what it stands for is not what its author meant.
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault !== undefined) throw new YamlFault(fault.message.replace(/:?\n.*$/s, ''));
  return {
    data: toData(document),
    lineOf(path) {
      let node: unknown = document.contents;
      let offset = 0;
      for (const step of path) {
        let at: unknown;
        if (isMap(node)) {
          const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
          [at, node] = [pair?.key, pair?.value];
        } else if (isSeq(node)) {
          at = node.items[Number(step)];
          node = at;
        }
        if (!isScalar(at) && !isMap(at) && !isSeq(at)) break;
        offset = at.range?.[0] ?? offset;
      }
      return lines.linePos(offset).line;
    },
  };
}

type Composed = ReturnType<typeof parseDocument>;

function compose(text: string, lineCounter: LineCounter): Composed {
  try {
    return parseDocument(text, { lineCounter, logLevel: 'error' });
  } catch (cause) {
    // The composer is recursive: thousands of open brackets exhaust the stack.
    throw new YamlFault('it is nested too deeply', { cause });
  }
}

function toData(document: Composed): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (cause) {
    throw new YamlFault('its aliases expand to too much, or to nothing', { cause });
  }
}
