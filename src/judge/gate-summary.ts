/** The gate's conclusion in plain sentences, with what to do next. */
import { nounOf } from '../quantity.js';
import type { Finding, Findings, GatedModel } from './findings.js';
import { figure } from './sentence.js';

interface Outcome {
  readonly fails: boolean;
  readonly warnOnly: boolean;
  /** Something is wrong with a model itself, or with what it is fed. */
  readonly wrong: boolean;
  readonly incomplete: boolean;
}

/** Names at most this many of a kind; the report holds the rest. */
const NAMED = 3;

/** What was concluded, and what to do next. */
export function summaryOf(models: readonly GatedModel[], found: Findings, outcome: Outcome): string {
  if (models.length === 0) return 'Passed: no model changed, so there was nothing to compare.';
  const sentences = [
    ...(outcome.fails ? failure(found, outcome.warnOnly) : []),
    ...(outcome.incomplete ? incompleteness(found, outcome.wrong) : []),
    ...(outcome.fails || outcome.incomplete ? [] : success(models)),
    ...(outcome.fails && found.regressed.length === 0 ? [] : doubts(found)),
    ...suspicions(found),
  ];
  return sentences.join(' ');
}

function failure({ regressed, undecided }: Findings, warnOnly: boolean): string[] {
  const opening = warnOnly ? 'Passed with a warning, as warn-only asks' : 'Failed';
  if (regressed.length === 0) {
    return [
      `${opening}: ${list(undecided, nounFor)} could not be decided, and undecided indicators fail this gate.`,
      'Give a larger budget, a quieter machine or a wider tolerance.',
    ];
  }
  const ids = [...new Set(regressed.map(({ comparison }) => comparison.indicator))].slice(0, NAMED);
  return [
    `${opening}: proven to be worse: ${list(regressed, ({ comparison }) => figure(comparison))}.`,
    `Undo it, or, if it is meant, raise the tolerance of ${ids.join(', ')} in the configuration.`,
  ];
}

function incompleteness({ problems }: Findings, wrong: boolean): string[] {
  const named = problems
    .slice(0, NAMED)
    .map(({ model, problem }) => `${model}: ${problem.message} ${problem.next}`);
  const more = problems.length - named.length;
  return [`${wrong ? 'Error' : 'Incomplete'}: ${named.join(' ')}`, ...(more > 0 ? [`And ${more} more.`] : [])];
}

function success(models: readonly GatedModel[]): string[] {
  const compared = models.filter(({ status }) => status === 'compared').length;
  if (compared === 0) return ['Passed: no model needed comparing.'];
  return [`Passed: no regression is proven in ${compared} compared ${compared === 1 ? 'model' : 'models'}.`];
}

function doubts({ undecided }: Findings): string[] {
  if (undecided.length === 0) return [];
  return [`Not decided: ${list(undecided, nounFor)}; the reasons are in the report.`];
}

function suspicions({ suspicious }: Findings): string[] {
  if (suspicious.length === 0) return [];
  return [`Too good to be true, please check: ${list(suspicious, ({ comparison }) => figure(comparison))}.`];
}

const nounFor = ({ comparison }: Finding): string => nounOf(comparison.indicator).noun;

/** `1.28 times the bytes in vad.onnx, 1.30 times the load time in vad.onnx and 2 more`. */
function list(findings: readonly Finding[], describe: (finding: Finding) => string): string {
  const named = findings.slice(0, NAMED).map((finding) => `${describe(finding)} in ${finding.model}`);
  const more = findings.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
