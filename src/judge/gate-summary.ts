/** The gate's conclusion in plain sentences, with what to do next. */
import { nounOf } from '../quantity.js';
import type { Finding, Findings, GatedModel } from './findings.js';
import type { Comparison } from './judgement.js';
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

/** What was concluded, and what to do next. A model is named where there are several to tell apart. */
export function summaryOf(models: readonly GatedModel[], found: Findings, outcome: Outcome): string {
  if (models.length === 0) return 'Passed: no model changed, so there was nothing to compare.';
  const list = models.length === 1 ? listFigures : listFiguresByModel;
  const sentences = [
    ...(outcome.fails ? failure(found, outcome.warnOnly, list) : []),
    ...(outcome.incomplete ? incompleteness(found, outcome.wrong) : []),
    ...(outcome.fails || outcome.incomplete ? [] : success(models)),
    ...(outcome.fails && found.regressed.length === 0 ? [] : doubts(found, list)),
    ...suspicions(found, list),
  ];
  return sentences.join(' ');
}

type List = (findings: readonly Finding[], describe: (comparison: Comparison) => string) => string;

function failure({ regressed, undecided }: Findings, warnOnly: boolean, list: List): string[] {
  const opening = warnOnly ? 'Passed with a warning, as warn-only asks' : 'Failed';
  if (regressed.length === 0) {
    return [
      `${opening}: ${list(undecided, nounFor)} could not be decided, and undecided indicators fail this gate.`,
      'Give a larger budget, a quieter machine or a wider tolerance.',
    ];
  }
  const ids = [...new Set(regressed.map(({ toleranceKey }) => toleranceKey))].slice(0, NAMED);
  return [
    `${opening}: proven to be worse: ${list(regressed, figure)}.`,
    `Undo it, or, if it is meant, raise the tolerance of ${ids.join(', ')} in the configuration.`,
  ];
}

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

function success(models: readonly GatedModel[]): string[] {
  const compared = models.filter(({ status }) => status === 'compared').length;
  if (compared === 0) return ['Passed: no model needed comparing.'];
  return [`Passed: no regression is proven in ${compared} compared ${compared === 1 ? 'model' : 'models'}.`];
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
  listed(findings, ({ model, comparison }) => `${describe(comparison)} in ${model}`);

function listed(findings: readonly Finding[], describe: (finding: Finding) => string): string {
  const more = findings.length - NAMED;
  return `${findings.slice(0, NAMED).map(describe).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
