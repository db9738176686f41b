/** The action's inputs. Few: what must differ between jobs; everything else is the configuration file's. */
import { z } from 'zod';
import { GateError } from '../errors.js';
import { machineNameSchema, shardPositionSchema } from '../fleet/fleet-plan.js';
import { COMMENT_POLICIES } from '../publish/publish-report.js';

/** GitHub hands every input over as text, and one that nobody set as the empty string. */
const text = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value));

const optional = <Value>(schema: z.ZodType<Value, string>) => text.pipe(schema.optional());
const wholeNumber = z
  .string()
  .regex(/^\d{1,6}$/, 'expected a whole number')
  .transform(Number);

const branchName = z
  .string()
  .regex(
    /^(?!.*(?:\.\.|\/\/|\.lock(?:\/|$)))[A-Za-z0-9_][A-Za-z0-9_./-]{0,99}(?<![./])$/,
    'expected the name of a branch, of letters, digits, dashes, dots and slashes',
  );

/**
 * `gate` measures, judges and publishes; `plan` spreads the models over the jobs of a matrix; `measure` leaves a report
 * and says nothing to GitHub; `report` judges a recorded report again, and publishes.
 */
export const MODES = ['gate', 'plan', 'measure', 'report'] as const;

/** Every input by the name it has in action.yml. */
const inputsSchema = z.object({
  'config-file': text,
  mode: text.pipe(z.enum(MODES, `expected one of ${MODES.join(', ')}`).default('gate')),
  report: text,
  plan: text,
  shard: optional(shardPositionSchema),
  'github-token': text,
  provider: optional(
    z.string().regex(/^[a-z][a-z0-9]*$/, 'expected the name of an execution provider, such as cpu'),
  ),
  threads: optional(wholeNumber.pipe(z.int().min(1).max(1024))),
  budget: optional(
    z.union(
      [
        z.literal('auto'),
        z
          .string()
          .regex(/^\d{1,6}(\.\d+)?$/)
          .transform(Number)
          .pipe(z.number().positive()),
      ],
      'expected seconds, or "auto"',
    ),
  ),
  'base-ref': text,
  'head-ref': text,
  'base-model': text,
  'head-model': text,
  'declared-base': text,
  'declared-head': text,
  'output-folder': text,
  'onnxruntime-path': text,
  'warn-only': optional(
    z.enum(['true', 'false'], 'expected true or false').transform((word) => word === 'true'),
  ),
  comment: text.pipe(
    z.enum(COMMENT_POLICIES, `expected one of ${COMMENT_POLICIES.join(', ')}`).default('on-change'),
  ),
  check: optional(z.enum(['true', 'false'], 'expected true or false').transform((word) => word === 'true')),
  'api-patience': optional(wholeNumber.pipe(z.int().min(1).max(3600))),
  'badge-branch': optional(branchName),
  'history-branch': optional(branchName),
  'history-folder': text,
  label: optional(machineNameSchema),
});
export type Inputs = z.infer<typeof inputsSchema>;

export const INPUT_NAMES = Object.keys(inputsSchema.shape) as readonly (keyof Inputs)[];

/**
 * @param getInput The runner's value of an input: text, empty when not set.
 * @throws GateError of kind `usage` that names the input.
 */
export function readInputs(getInput: (name: string) => string): Inputs {
  const given = Object.fromEntries(INPUT_NAMES.map((name) => [name, getInput(name)]));
  const parsed = inputsSchema.safeParse(given);
  if (!parsed.success) {
    const fault = parsed.error.issues[0];
    const name = String(fault?.path[0]);
    throw new GateError(
      'usage',
      `The input ${name} is ${JSON.stringify(given[name])}: ${fault?.message ?? 'not usable'}.`,
      `Correct "${name}:" under "with:" in the workflow, or leave it out for the default.`,
    );
  }
  const { 'base-model': base, 'head-model': head } = parsed.data;
  if ((base === undefined) !== (head === undefined)) {
    const missing = base === undefined ? 'base-model' : 'head-model';
    throw new GateError(
      'usage',
      `The input ${missing} is missing: models outside of git are compared as a pair.`,
      'Give both base-model and head-model, or neither.',
    );
  }
  if ((parsed.data.mode === 'report') !== (parsed.data.report !== undefined)) {
    throw new GateError(
      'usage',
      parsed.data.report === undefined
        ? 'The input report is missing, which mode: report judges again.'
        : 'The input report goes with mode: report.',
      'Give both "mode: report" and "report: path/of/report.json", or neither.',
    );
  }
  const { mode, shard, plan } = parsed.data;
  if (shard !== undefined && (mode !== 'measure' || plan === undefined || parsed.data.label === undefined)) {
    throw new GateError(
      'usage',
      'The input shard goes with mode: measure, the plan that it is a part of, and the label of the machine.',
      'Give mode: measure, plan, label and shard as docs/fleet.md shows, or leave shard out.',
    );
  }
  if (plan !== undefined && (mode === 'gate' || mode === 'plan')) {
    throw new GateError(
      'usage',
      `The input plan does not go with mode: ${mode}.`,
      'It tells jobs of mode: measure what to measure, and the one of mode: report what to expect.',
    );
  }
  const declared = (['declared-base', 'declared-head'] as const).find(
    (name) => parsed.data[name] !== undefined,
  );
  if (declared !== undefined && base === undefined) {
    throw new GateError(
      'usage',
      `The input ${declared} goes with base-model and head-model, which are missing.`,
      'Leave it out: of models in git, what is declared is read from both commits ("declared:" in the configuration).',
    );
  }
  if (parsed.data['history-branch'] !== undefined && parsed.data['history-folder'] !== undefined) {
    throw new GateError(
      'usage',
      'The inputs history-branch and history-folder are both given.',
      'A history lies in one place: leave one of them out.',
    );
  }
  return parsed.data;
}
