/** One model: what is said of it, then its sections in order. */
import type { GateReport, ModelReport } from '../../report.js';
import { causeSupplements } from '../causes.js';
import { problemNote } from '../notes.js';
import { standingMark } from '../signs.js';
import { profileSupplements } from '../supplements.js';
import { comparisonTable } from './comparison-table.js';
import { modelFacts } from './facts.js';
import { intervalPlot } from './interval-plot.js';
import { markOf } from './mark.js';
import { markup, type Markup } from './markup.js';
import { operators } from './operators.js';
import { roofline } from './roofline.js';
import { roundsPlots } from './rounds-plot.js';
import { runTimes } from './run-times.js';
import { supplementTables } from './supplement-tables.js';

/** A part of a model's page; `content` is null where the report holds nothing for it. */
interface Section {
  readonly title: string;
  readonly content: (report: GateReport, model: ModelReport, id: string) => Markup | null;
}

/** Of more models, some pictures are left out, and say so: the page is to open at once. */
const MOST_IN_FULL = 12;

/** THE order of a model's page: what changed, why it can be believed, what explains it, under which conditions. */
const SECTIONS: readonly Section[] = [
  { title: 'What changed', content: (_, { comparisons }, id) => intervalPlot(comparisons, id) },
  { title: 'Indicators', content: (_, model) => comparisonTable(model) },
  { title: 'Why indicators disagree', content: (_, model) => supplementTables(causeSupplements(model)) },
  { title: 'Run times', content: (_, model, id) => model.measurement && runTimes(model.measurement, id) },
  {
    title: 'Rounds',
    content: ({ models }, { measurement, comparisons }, id) =>
      measurement &&
      roundsPlots(measurement, comparisons, id, { requiredOnly: models.length > MOST_IN_FULL }),
  },
  { title: 'Operators', content: (_, model, id) => operators(model, id) },
  { title: 'Roofline', content: (_, model, id) => roofline(model, id) },
  {
    title: 'Time by operator, batches and threads',
    content: (_, model) => supplementTables(profileSupplements(model)),
  },
  { title: 'Warnings', content: (_, model) => warningList(model.warnings) },
  { title: 'Set-up, control and method', content: modelFacts },
];

/** @param id Unique in the page; what the parts of the model are called after. */
export function modelSections(report: GateReport, model: ModelReport, id: string): Markup {
  // Of identical bytes every row would say the same.
  const sections = model.status === 'identical' ? [] : SECTIONS;
  return markup`${sections.map(({ title, content }) => {
    const inside = content(report, model, id);
    return inside === null
      ? null
      : markup`<section><h3>${title}</h3>${inside}</section>
`;
  })}`;
}

/** The model's name, how it stands, and its sentence. */
export function modelLead(model: ModelReport): Markup {
  const problem = problemNote(model);
  return markup`<p class="sentence"><code>${model.name}</code> ${markOf(standingMark(model))}<br>${model.sentence}</p>${
    problem === null ? null : markup`<p class="problem">${problem}</p>`
  }`;
}

export function warningList(warnings: readonly string[]): Markup | null {
  return warnings.length === 0
    ? null
    : markup`<ul class="notes">${warnings.map((text) => markup`<li>${text}</li>`)}</ul>`;
}
