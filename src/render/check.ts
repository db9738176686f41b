/** The check run: a title, the report as its summary, and annotations on the models and the configured tolerances. */
import type { Comparison } from '../judge/judgement.js';
import { nounOf } from '../quantity.js';
import type { GateReport, ModelReport } from '../report.js';
import { comparisonCells } from './comparison-cells.js';
import { beginningOf, terminalText } from './escape.js';
import { forkSuffix } from './fork-note.js';
import { headlineOf } from './headline.js';
import { markdownReport } from './markdown-report.js';

/** GitHub takes 65,535 characters of a summary. */
const SUMMARY_BYTES = 65_000;
/** Of a title, 255. */
const TITLE_LENGTH = 250;
const MOST_ANNOTATIONS = 200;

export interface Annotation {
  /** In the repository, at the head. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly level: 'notice' | 'warning' | 'failure';
  /** Plain text, both. */
  readonly title: string;
  readonly message: string;
}

/** What nobody but GitHub makes of it a success. `action_required` does not pass a required check, as `neutral` does. */
export type CheckConclusion = 'success' | 'failure' | 'neutral' | 'action_required';

export interface RenderedCheck {
  readonly conclusion: CheckConclusion;
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
}

export function renderCheck(report: GateReport): RenderedCheck {
  return {
    conclusion: conclusionOf(report),
    title: titleOf(report),
    summary: markdownReport(report, { bytes: SUMMARY_BYTES, rest: 'report.json' }),
    annotations: annotationsOf(report).slice(0, MOST_ANNOTATIONS),
  };
}

/** The summary's beginning, behind the sign of the headline. */
function titleOf(report: GateReport): string {
  const suffix = forkSuffix(report);
  const title = terminalText(`${headlineOf(report).sign} ${report.gate.summary}`);
  return `${beginningOf(title, TITLE_LENGTH - suffix.length)}${suffix}`;
}

function conclusionOf({ gate }: GateReport): CheckConclusion {
  switch (gate.conclusion) {
    case 'passed':
      return gate.warnOnly ? 'neutral' : 'success';
    case 'failed':
    case 'error':
      return 'failure';
    case 'incomplete':
      return 'action_required';
  }
}

function annotationsOf(report: GateReport): Annotation[] {
  return [
    ...report.models.flatMap((model) => onModel(report, model)),
    ...report.models.flatMap((model) => onTolerances(report, model)),
  ];
}

/** One for each model: what got worse, or why it could not be compared. */
function onModel(report: GateReport, model: ModelReport): Annotation[] {
  const path = model.head?.path ?? model.base?.path;
  // What has no commit is no file of the repository.
  if (path === undefined || report.head.sha === null) return [];
  const worse = regressions(model);
  const title = terminalText(`${model.name}: ${worse.length > 0 ? 'proven to be worse' : 'not compared'}`);
  if (worse.length > 0) {
    const level = worse.some((one) => isOpen(report, model, one)) ? levelOf(report) : 'notice';
    const message = worse.map((one) => describe(report, model, one)).join('\n');
    return [{ path, line: 1, level, title, message }];
  }
  if (model.problem === null) return [];
  const message = `${terminalText(model.problem.message)}\n${terminalText(model.problem.next)}`;
  return [{ path, line: 1, level: 'warning', title, message }];
}

/** On the line that says how much worse an indicator may be. */
function onTolerances(report: GateReport, model: ModelReport): Annotation[] {
  const { written } = report.policy;
  if (written === undefined) return [];
  const { harness } = model.measurement ?? {};
  return regressions(model).flatMap((comparison) => {
    const { indicator } = comparison;
    const key = harness === undefined ? indicator : `benchmarks.${harness.name}.${indicator}`;
    const line = Object.hasOwn(written.toleranceLines, key) ? written.toleranceLines[key] : undefined;
    if (line === undefined) return [];
    const message = `${terminalText(model.name)}: ${describe(report, model, comparison)}`;
    const level = isOpen(report, model, comparison) ? levelOf(report) : 'notice';
    return [{ path: written.file, line, level, title: 'Beyond this tolerance', message }];
  });
}

const regressions = ({ comparisons }: ModelReport): Comparison[] =>
  comparisons.filter(({ gated, verdict }) => gated && verdict === 'regressed');

const levelOf = ({ gate }: GateReport): Annotation['level'] => (gate.warnOnly ? 'warning' : 'failure');

/** Whether nobody answers for a regression. */
function isOpen(
  { acknowledgements = [] }: GateReport,
  { name }: ModelReport,
  { indicator }: Comparison,
): boolean {
  return !acknowledgements.some(({ covers }) =>
    covers.some((one) => one.model === name && one.indicator === indicator),
  );
}

function describe(report: GateReport, model: ModelReport, comparison: Comparison): string {
  const { base, head, change } = comparisonCells(comparison);
  const acknowledged = isOpen(report, model, comparison) ? '' : ' (acknowledged)';
  return terminalText(
    `${nounOf(comparison.indicator).noun}: ${change}, ${head} against ${base}${acknowledged}`,
  );
}
