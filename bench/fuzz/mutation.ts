/** Ways to spoil a model so that most of it still holds: what a fuzzer must do to reach past the decoder. */
import { OPERATOR_SETS } from '../../__tests__/onnx/fixtures/operator-sets.js';
import type { Random } from '../../src/measure/random.js';
import {
  copied,
  copiedContent,
  placesOf,
  writeTree,
  type Content,
  type Message,
  type Place,
} from './wire-tree.js';

/** Changes one thing of a model at a place in it. */
type Mutation = (place: Place, context: Context) => void;

interface Context {
  readonly random: Random;
  readonly places: readonly Place[];
  /** Fields of other models, to be put into this one. */
  readonly donors: readonly Place[];
}

const MOST_MUTATIONS = 5;

/**
 * A model with one to some mutations, the same for the same draws.
 * @param donors Fields to splice in.
 */
export function mutate(model: Message, donors: readonly Place[], random: Random): Uint8Array {
  const mutant = copied(model);
  const mutations = 1 + Math.floor(random() ** 2 * MOST_MUTATIONS);
  for (let done = 0; done < mutations; done += 1) {
    const places = placesOf(mutant);
    if (places.length === 0) break;
    const [weighted, place] = [pick(WEIGHTED, random), pick(places, random)];
    weighted(place, { random, places, donors });
  }
  return random() < 0.05 ? cut(writeTree(mutant), random) : writeTree(mutant);
}

const pick = <T>(items: readonly T[], random: Random): T => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
};

const EDGES = [
  0n,
  1n,
  -1n,
  2n ** 31n - 1n,
  2n ** 31n,
  2n ** 32n,
  2n ** 53n,
  2n ** 62n,
  2n ** 63n - 1n,
  2n ** 63n,
];

const change: Mutation = ({ field }, { random, places }) => {
  field.content = changed(field.content, random, places);
};

function changed(content: Content, random: Random, places: readonly Place[]): Content {
  switch (content.kind) {
    case 'varint':
      return { ...content, value: number(content.value, random) };
    case 'fixed':
      return { ...content, bytes: noise(content.bytes.length, random) };
    case 'bytes':
      return content.text
        ? renamed(content, random, places)
        : { ...content, bytes: spoilt(content.bytes, random) };
    case 'message':
      return { ...content, fields: random() < 0.3 ? [] : [...content.fields].reverse() };
  }
}

function number(value: bigint, random: Random): bigint {
  const draw = random();
  if (draw < 0.35) return BigInt(Math.floor(random() * 32));
  if (draw < 0.55) return value + (random() < 0.5 ? 1n : -1n);
  if (draw < 0.7) return value * BigInt(1 + Math.floor(random() * 1000));
  return pick(EDGES, random);
}

const OPERATORS = Object.values(OPERATOR_SETS).flatMap((names) => names.trim().split(/\s+/));
const ODD_TEXTS = [
  '',
  ' ',
  '\0',
  '..',
  '../x',
  '/dev/zero',
  '__proto__',
  'constructor',
  'ai.onnx',
  'com.microsoft',
];
ODD_TEXTS.push(
  '\u202egpj',
  '\u001b[31m',
  'x'.repeat(70_000),
  '`|<b>',
  '::error::',
  '9'.repeat(40),
  '-1',
  'toString',
);

function renamed(content: Content, random: Random, places: readonly Place[]): Content {
  const text = (said: string): Content => ({
    kind: 'bytes',
    text: true,
    bytes: new TextEncoder().encode(said),
  });
  const draw = random();
  if (draw < 0.25) return text(pick(OPERATORS, random));
  if (draw < 0.45) return text(pick(ODD_TEXTS, random));
  if (draw < 0.5) return { kind: 'bytes', text: true, bytes: noise(6, random) };
  // A name that is another's: cycles, twins, values before they are made.
  const texts = places.filter(({ field: { content: other } }) => other.kind === 'bytes' && other.text);
  return texts.length === 0 ? content : pick(texts, random).field.content;
}

const noise = (length: number, random: Random): Uint8Array =>
  Uint8Array.from({ length }, () => Math.floor(random() * 256));

function spoilt(bytes: Uint8Array, random: Random): Uint8Array {
  const draw = random();
  if (draw < 0.2) return new Uint8Array();
  if (draw < 0.5) return cut(bytes, random);
  if (draw < 0.7)
    return Uint8Array.from([...bytes.subarray(0, 4096), ...noise(1 + Math.floor(random() * 64), random)]);
  return noise(bytes.length, random);
}

const cut = (bytes: Uint8Array, random: Random): Uint8Array =>
  bytes.subarray(0, Math.floor(random() * bytes.length));

const drop: Mutation = ({ parent, field }) => {
  parent.fields = parent.fields.filter((one) => one !== field);
};

const repeat: Mutation = ({ parent, field }, { random }) => {
  // Rarely by the thousand: what is counted, listed or looked up must not grow with the square.
  const times = random() < 0.02 ? 5000 : 1 + Math.floor(random() * 3);
  const copies = Array.from({ length: times }, () => ({ ...field, content: copiedContent(field.content) }));
  parent.fields.splice(parent.fields.indexOf(field), 0, ...copies);
};

const move: Mutation = ({ parent, field }, { random }) => {
  parent.fields = parent.fields.filter((one) => one !== field);
  parent.fields.splice(Math.floor(random() * (parent.fields.length + 1)), 0, field);
};

const kindOf = ({ content }: Place['field']): unknown =>
  content.kind === 'message' ? content.schema : content.kind === 'bytes' ? content.text : content.kind;

/** Puts what another place holds here: of the same message where there is one. */
const splice: Mutation = ({ field }, { random, places, donors }) => {
  const from = random() < 0.5 ? places : donors;
  const alike = from.filter((other) => other.field !== field && kindOf(other.field) === kindOf(field));
  if (alike.length > 0) field.content = copiedContent(pick(alike, random).field.content);
};

/** Puts what another place holds beside this: an attribute more, a second graph, an input too many. */
const graft: Mutation = ({ parent }, { random, places, donors }) => {
  const from = random() < 0.5 ? places : donors;
  const fitting = from.filter((other) => other.parent.schema === parent.schema);
  if (fitting.length === 0) return;
  const { field } = pick(fitting, random);
  const graft = { ...field, content: copiedContent(field.content) };
  parent.fields.splice(Math.floor(random() * (parent.fields.length + 1)), 0, graft);
};

const DEEPEST = 300;
/** Fields of a nest: more would be a bomb of the test's own making. */
const MOST_NESTED = 20_000;

/** Puts a message into itself, many times over: a branch in its own branch. */
const nest: Mutation = ({ field }, { random }) => {
  if (field.content.kind !== 'message') return;
  // A tree of its own, in which nothing is in two places: else every level would be twice as large.
  const content = copied(field.content);
  const inner = placesOf(content).filter(({ field: one }) => kindOf(one) === content.schema);
  if (inner.length === 0) return;
  const place = pick(inner, random);
  const depth = Math.min(1 + Math.floor(random() ** 3 * DEEPEST), MOST_NESTED / placesOf(content).length);
  for (let level = 0; level < depth; level += 1) field.content = withInside(content, place, field.content);
};

/** The message with something else at a place in it; all beside the way there is shared. */
function withInside(message: Message, { parent, field }: Place, content: Content): Message {
  const fields = message.fields.map((one) => {
    if (message === parent && one === field) return { ...one, content };
    if (one.content.kind !== 'message' || !holds(one.content, parent)) return one;
    return { ...one, content: withInside(one.content, { parent, field }, content) };
  });
  return { ...message, fields };
}

const holds = (message: Message, sought: Message): boolean =>
  message === sought ||
  message.fields.some(({ content }) => content.kind === 'message' && holds(content, sought));

const renumber: Mutation = ({ field }, { random }) => {
  field.number = 1 + Math.floor(random() * 30);
};

const mistype: Mutation = ({ field }, { random }) => {
  field.wire = Math.floor(random() * 8);
};

const lie: Mutation = ({ field }, { random }) => {
  field.lie = pick([-1, 1, 7, 1000, 2 ** 31 - 1, -(2 ** 31)], random);
};

/** The blunt ones, after which little can be decoded, are rare. */
const WEIGHTED: readonly Mutation[] = [
  ...Array<Mutation>(20).fill(change),
  ...Array<Mutation>(6).fill(splice),
  ...Array<Mutation>(6).fill(graft),
  ...Array<Mutation>(5).fill(drop),
  ...Array<Mutation>(4).fill(repeat),
  ...Array<Mutation>(3).fill(move),
  nest,
  nest,
  renumber,
  mistype,
  lie,
];
