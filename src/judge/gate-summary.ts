/** The gate's conclusion in plain sentences, with what to do next. */
import { nounOf } from '../quantity.js';
import { type Acknowledgement, countingLabel } from './acknowledgement.js';
import { describeSource } from './claims/source.js';
import type { ReportedClaim } from './claims/ruling.js';
import type { Finding, Findings, GatedModel } from './findings.js';
import { subjectOf } from './fleet/on-machine.js';
import type { Comparison } from './judgement.js';
import { enumerate, figure } from './sentence.js';

interface Outcome {
  readonly fails: boolean;
  readonly warnOnly: boolean;
  /** Something is wrong with a model itself, or with what it is fed. */
  readonly wrong: boolean;
  readonly incomplete: boolean;
  /** Label that would acknowledge what failed; null where none can be put on. */
  readonly remedy: string | null;
}

/** What nobody answers for. */
interface Failing {
  readonly regressed: readonly Finding[];
  readonly undecided: readonly Finding[];
  readonly claims: readonly ReportedClaim[];
}

interface Grounds {
  readonly failing: Failing;
  readonly acknowledgements: readonly Acknowledgement[];
  readonly outcome: Outcome;
}

/** Names at most this many of a kind; the report holds the rest. */
const NAMED = 3;

/** What was concluded, and what to do next. A model is named where there are several to tell apart. */
export function summaryOf(
  models: readonly GatedModel[],
  found: Findings,
  { failing, acknowledgements, outcome }: Grounds,
): string {
  const { fails, incomplete, wrong } = outcome;
  const list = models.length === 1 ? listFigures : listFiguresByModel;
  const undecidedFail = failing.undecided.length > 0 && failing.regressed.length === 0;
  const sentences = [
    ...(fails ? failure(failing, outcome, list) : []),
    ...(incomplete ? incompleteness(found, wrong) : []),
    ...(fails || incomplete ? [] : success(models, found)),
    ...answers(acknowledgements),
    ...(undecidedFail ? [] : doubts(found, list)),
    ...suspicions(found, list),
  ];
  return sentences.join(' ');
}

type List = (findings: readonly Finding[], describe: (comparison: Comparison) => string) => string;

function failure(
  { regressed, undecided, claims }: Failing,
  { warnOnly, remedy }: Outcome,
  list: List,
): string[] {
  const opening = warnOnly ? 'Passed with a warning, as warn-only asks' : 'Failed';
  const acknowledge = remedy === null ? '' : `, or have it acknowledged by the label ${remedy}`;
  const reasons = [
    ...(regressed.length > 0 ? [worse(regressed, acknowledge, list)] : []),
    ...(regressed.length === 0 && undecided.length > 0
      ? [
          `${list(undecided, nounFor)} could not be decided, and undecided indicators fail this gate. Give a larger budget, a quieter machine or a wider tolerance.`,
        ]
      : []),
    ...unfounded(claims, acknowledge),
  ];
  const [first = '', ...others] = reasons;
  return [`${opening}: ${first}`, ...others.map(capitalised)];
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function worse(regressed: readonly Finding[], acknowledge: string, list: List): string {
  const ids = [...new Set(regressed.map(({ toleranceKey }) => toleranceKey))].slice(0, NAMED);
  return `proven to be worse: ${list(regressed, figure)}. Undo it, or, if it is meant, raise the tolerance of ${ids.join(', ')} in the configuration${acknowledge}.`;
}

/** Longer ones are in the report. */
const QUOTED = 160;

function unfounded(claims: readonly ReportedClaim[], acknowledge: string): string[] {
  const [first] = claims;
  if (first === undefined) return [];
  const { text, source, ruling } = first;
  const quoted = text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
  const more = claims.length === 1 ? '' : ` ${claims.length - 1} more of its kind.`;
  return [
    `a claim does not stand: “${quoted}” (${describeSource(source)}) is ${FAULTS[ruling]}.${more} Say what is offered instead, with the claims${acknowledge}.`,
  ];
}

const FAULTS: Readonly<Record<ReportedClaim['ruling'], string>> = {
  upheld: 'upheld',
  partial: 'true in part only',
  refuted: 'refuted',
  unverifiable: 'not verifiable here',
};

/** Who answers for what, so that no failure is ever let pass in silence. */
function answers(acknowledgements: readonly Acknowledgement[]): string[] {
  const label = countingLabel(acknowledgements);
  const waivers = acknowledgements.filter((one) => one.kind === 'waiver' && one.covers.length > 0);
  const idle = acknowledgements.filter(({ fault }) => fault !== null);
  return [
    ...(label === undefined ? [] : [`Acknowledged by ${label.by ?? 'nobody'}, who put on ${label.label}.`]),
    ...waivers.map((one) =>
      one.kind === 'waiver' ? `Waived until ${one.expires} by ${one.by}: ${nouns(one)}.` : '',
    ),
    ...idle.map((one) =>
      one.kind === 'label'
        ? `The label ${one.label} does not count: ${one.fault ?? ''}.`
        : `The waiver of ${one.indicator} does not count: ${one.fault ?? ''}.`,
    ),
  ];
}

const nouns = ({ covers }: Acknowledgement): string =>
  enumerate([...new Set(covers.map(({ indicator }) => nounOf(indicator).noun))]);

function incompleteness({ problems }: Findings, wrong: boolean): string[] {
  const named = problems
    .slice(0, NAMED)
    .map(({ model, problem }) => `${model}: ${problem.message} ${problem.next}`);
  const more = problems.length - named.length;
  return [
    `${wrong ? 'Error' : 'Incomplete'}: ${named.join(' ')}`,
    ...(more > 0 ? [`And ${more} more.`] : []),
  ];
}

function success(models: readonly GatedModel[], { regressed }: Findings): string[] {
  if (models.length === 0) return ['Passed: no model changed, so there was nothing to compare.'];
  if (regressed.length > 0) return ['Passed: every proven regression is acknowledged.'];
  const measured = models.filter(({ status }) => status === 'compared');
  const compared = new Set(measured.map(subjectOf)).size;
  if (compared === 0) return ['Passed: no model needed comparing.'];
  return [
    `Passed: no regression is proven in ${compared} compared ${compared === 1 ? 'model' : 'models'}${onMachines(measured)}.`,
  ];
}

function onMachines(models: readonly GatedModel[]): string {
  const machines = new Set(models.flatMap(({ machine }) => machine ?? []));
  if (machines.size === 0) return '';
  return machines.size === 1 ? ` on ${[...machines].join('')}` : ` on ${machines.size} machines`;
}

function doubts({ undecided }: Findings, list: List): string[] {
  if (undecided.length === 0) return [];
  return [`Not decided: ${list(undecided, nounFor)}; the reasons are in the report.`];
}

function suspicions({ suspicious }: Findings, list: List): string[] {
  if (suspicious.length === 0) return [];
  return [`Too good to be true, please check: ${list(suspicious, figure)}.`];
}

const nounFor = ({ indicator }: Comparison): string => nounOf(indicator).noun;

/** `1.28 times the bytes, 1.30 times the load time and 2 more`. */
const listFigures: List = (findings, describe) => listed(findings, ({ comparison }) => describe(comparison));

/** `1.28 times the bytes in vad.onnx, 1.30 times the load time in asr.onnx and 2 more`. */
const listFiguresByModel: List = (findings, describe) =>
  listed(onceForAllMachines(findings), ({ model, comparison }) => `${describe(comparison)} in ${model}`);

/** What is no measurement is the same on every machine of a fleet, and said once. */
function onceForAllMachines(findings: readonly Finding[]): readonly Finding[] {
  const said = new Map<string, Finding>();
  for (const finding of findings) {
    const { model, subject, comparison } = finding;
    const { kind, indicator, base, head, rounds } = comparison;
    const once = kind !== 'measured' && rounds === null;
    const key = JSON.stringify(once ? [subject, indicator, base.value, head.value] : [model, indicator]);
    if (!said.has(key)) said.set(key, once ? { ...finding, model: subject } : finding);
  }
  return [...said.values()];
}

function listed(findings: readonly Finding[], describe: (finding: Finding) => string): string {
  const more = findings.length - NAMED;
  return `${findings.slice(0, NAMED).map(describe).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
