import type { GateReport } from '../report.js';

/** A report that could be read. */
export interface ReceivedReport {
  /** As the user named it. Unique. */
  readonly file: string;
  readonly report: GateReport;
}
