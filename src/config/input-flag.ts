/**
 * How inputs are set on the command line:
 *
 *     --dim batch=1                     a named dynamic dimension
 *     --input sr=16000                  every element: a number, true or false
 *     --input prompt=value:hello        every element: any text, also one with a colon
 *     --input tokens=range:0..30521     drawn from a closed range
 *     --input x=shape:1,512             a shape, for dimensions without a name
 *     --input image=file:input_0.pb     a tensor from a file
 *
 * Flags for one input add up: `--input x=shape:1,512 --input x=range:0..9`.
 */
import { GateError } from '../errors.js';
import {
  inputSettingSchema,
  inputSettingsSchema,
  type InputSetting,
  type InputSettings,
} from '../measure/input-settings.js';
import { quoted } from './complaint.js';

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const RANGE = /^(.+?)\.\.(.+)$/;

/** A number or a truth value where the text is one; else the text. */
export function scalarOf(text: string): number | boolean | string {
  if (NUMBER.test(text)) return Number(text);
  return text === 'true' || text === 'false' ? text === 'true' : text;
}

/** Each kind of setting by the word before the colon; undefined where the text does not fit. */
const KINDS: Readonly<Record<string, (text: string) => unknown>> = {
  value: (text) => ({ value: scalarOf(text) }),
  shape: (text) => ({ shape: text === '' ? [] : text.split(',').map((size) => scalarOf(size.trim())) }),
  range: (text) => {
    const [, low, high] = RANGE.exec(text) ?? [];
    return { range: [scalarOf(low ?? ''), scalarOf(high ?? '')] };
  },
  file: (text) => ({ file: text }),
};
const EXAMPLES = '16000, shape:1,512, range:0..100, value:text or file:input_0.pb';

/**
 * Reads `--dim` and `--input` flags.
 * @throws GateError of kind `usage`.
 */
export function parseInputFlags(dims: readonly string[], inputs: readonly string[]): InputSettings {
  const sizes = dims.map((flag) => {
    const [name, text] = splitFlag('--dim', flag, 'batch=1');
    const parsed = inputSettingsSchema.shape.dims.safeParse({ [name]: scalarOf(text) });
    if (parsed.success) return parsed.data;
    throw misuse(
      `--dim ${quoted(flag)} does not end in a whole number.`,
      'Write --dim NAME=N, such as --dim batch=1.',
    );
  });
  const settings: Record<string, InputSetting> = {};
  for (const flag of inputs) {
    const [name, text] = splitFlag('--input', flag, 'sr=16000');
    settings[name] = mergeInput(settings[name] ?? {}, parseInput(flag, text));
  }
  return { dims: Object.assign({}, ...sizes) as InputSettings['dims'], inputs: settings };
}

function parseInput(flag: string, text: string): InputSetting {
  const [, word, rest = ''] = /^([a-z]+):(.*)$/s.exec(text) ?? [];
  const bare = scalarOf(text);
  const kind = word !== undefined && Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
  const setting = kind?.(rest) ?? (typeof bare === 'string' ? undefined : { value: bare });
  const parsed = inputSettingSchema.safeParse(setting);
  if (parsed.success) return parsed.data;
  throw misuse(
    `--input ${quoted(flag)} is not understood.`,
    `Write --input NAME=VALUE, where VALUE is ${EXAMPLES}.`,
  );
}

/** What a flag says replaces what was said before, as far as both cannot hold. */
function mergeInput(before: InputSetting, flag: InputSetting): InputSetting {
  const { shape } = before;
  if (flag.file !== undefined) return flag;
  if (flag.value === undefined && flag.range === undefined) return { ...before, ...flag };
  return shape === undefined ? flag : { shape, ...flag };
}

/** The settings of the configuration with those of the flags over them. */
export function mergeSettings(before: InputSettings, flags: InputSettings): InputSettings {
  const inputs = { ...before.inputs };
  for (const [name, setting] of Object.entries(flags.inputs)) {
    inputs[name] = mergeInput(inputs[name] ?? {}, setting);
  }
  return { dims: { ...before.dims, ...flags.dims }, inputs };
}

/** @throws GateError of kind `usage` when it is no NAME=VALUE. */
export function splitFlag(flag: string, text: string, example: string): [name: string, value: string] {
  const at = text.indexOf('=');
  if (at < 1)
    throw misuse(`${flag} ${quoted(text)} has no NAME=VALUE.`, `Write for instance ${flag} ${example}.`);
  return [text.slice(0, at), text.slice(at + 1)];
}

export const misuse = (message: string, next: string): GateError => new GateError('usage', message, next);
