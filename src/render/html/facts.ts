/** Set-up, method and provenance. */
import type { GateReport, ModelReport } from '../../report.js';
import { controlNote, formatDate, methodNote, toleranceNote } from '../notes.js';
import { machineFacts, measurementFacts, type Fact } from '../set-up.js';
import { tailNote } from '../tail-note.js';
import { markup, type Markup } from './markup.js';

export const factList = (facts: readonly Fact[]): Markup =>
  markup`<dl>${facts.map(([what, how]) => markup`<div><dt>${what}</dt><dd>${how}</dd></div>`)}</dl>`;

/** How one model was measured, and what its control says of the machine. */
export function modelFacts(report: GateReport, model: ModelReport): Markup | null {
  if (model.comparisons.length === 0) return null;
  const { measurement, base, head } = model;
  const timed = measurement?.harness === undefined ? 'latency' : 'duration';
  const side = (which: ModelReport['base']): string =>
    which === null
      ? 'none'
      : `${which.path}, SHA-256 ${which.sha256}${which.profile === null ? '' : `, from ${which.profile.producer || 'an unnamed producer'}, shapes by ${which.profile.shapes}`}`;
  return factList([
    ['base', side(base)],
    ['head', side(head)],
    ...measurementFacts(model),
    ...(measurement === null
      ? []
      : [
          [`${timed}, 99th percentile`, tailNote(model) ?? 'not measured'] as const,
          ['control', controlNote(model)] as const,
          ['method', methodNote(report.policy)] as const,
        ]),
    ['tolerances', toleranceNote(model.comparisons)],
  ]);
}

/** What holds for the whole run. */
export function runFacts(report: GateReport): Markup {
  const { base, head, createdAt, tool, policy } = report;
  const side = ({ label, sha }: GateReport['base']): string => (sha === null ? label : `${label} (${sha})`);
  const machine =
    report.machines === undefined
      ? machineFacts(report)
      : [['machines', report.machines.map(({ name }) => name).join(', ')] as const];
  return factList([
    ['base', side(base)],
    ['head', side(head)],
    ...(machine.length === 0 ? [['machine', 'nothing was measured'] as const] : machine),
    ['configuration', policy.source],
    ['measured', formatDate(createdAt)],
    ['by', `${tool.name} ${tool.version}`],
    [
      'again',
      'Other tolerances need no new measurement: efficiency-gate judge report.json --tolerance 3%. Every raw sample is in report.json.',
    ],
  ]);
}
