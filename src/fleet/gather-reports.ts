/**
 * Reports of a fleet from files and folders, such as actions/download-artifact leaves them: one folder for each
 * artifact. What cannot be read is named, and the others are read all the same. Every bound holds whoever wrote them.
 */
import { lstat, opendir } from 'node:fs/promises';
import path from 'node:path';
import { GateError } from '../errors.js';
import type { ShardFault } from '../judge/fleet/shard-fault.js';
import { readRecordedReport } from '../recorded-report.js';
import { OtherSchemaError } from '../report.js';
import type { ReceivedReport } from './received.js';

export interface Named {
  /** Absolute. */
  readonly file: string;
  /** As the user named it. */
  readonly label: string;
}

export interface Gathered {
  readonly received: readonly ReceivedReport[];
  readonly faults: readonly ShardFault[];
}

export interface GatherLimits {
  readonly reports: number;
  /** Of all reports together. */
  readonly bytes: number;
  /** Of all reports together. */
  readonly models: number;
}

const LIMITS: GatherLimits = { reports: 512, bytes: 256 * 1024 * 1024, models: 2000 };
/** Of one folder. */
const MOST_ENTRIES = 4096;
const REPORT = 'report.json';
/** What a job leaves that planned, and lies beside the reports. */
const PLAN = 'plan.json';

/** @param given Reports, or folders of which `report.json` and each sub-folder's `report.json` are taken. */
export async function gatherReports(
  given: readonly Named[],
  limits: GatherLimits = LIMITS,
): Promise<Gathered> {
  const received: ReceivedReport[] = [];
  const faults: ShardFault[] = [];
  const left = { ...limits };
  const seen = new Set<string>();
  for (const one of given) {
    const { files, faults: found } = await reportsIn(one);
    faults.push(...found);
    for (const { file, label } of files) {
      if (seen.has(file)) continue;
      seen.add(file);
      if ((left.reports -= 1) < 0) {
        faults.push(corrupt(label, `It was not read: no more than ${limits.reports} reports are.`));
        return { received, faults };
      }
      try {
        const { size } = await sizeOf(file);
        if ((left.bytes -= size) < 0)
          throw refusal(`${label} was not read: all reports together are larger than ${limits.bytes} bytes.`);
        const report = await readRecordedReport(file, label);
        if ((left.models -= report.models.length) < 0)
          throw refusal(
            `${label} was left out: all reports together are of more than ${limits.models} models.`,
          );
        received.push({ file: label, report });
      } catch (thrown) {
        if (!(thrown instanceof GateError)) throw thrown;
        const kind = thrown instanceof OtherSchemaError ? 'other-schema' : 'corrupt';
        faults.push({ kind, subject: label, reason: thrown.message });
      }
    }
  }
  return { received, faults };
}

/** A file that is not there is one whose reading says so. */
async function reportsIn({ file, label }: Named): Promise<{ files: Named[]; faults: ShardFault[] }> {
  if (!(await isFolder(file))) return { files: [{ file, label }], faults: [] };
  const names: string[] = [];
  const faults: ShardFault[] = [];
  let entries = 0;
  let itself = false;
  for await (const entry of await opendir(file)) {
    if ((entries += 1) > MOST_ENTRIES) {
      faults.push(
        corrupt(label, `It holds more than ${MOST_ENTRIES} entries; the others were not looked at.`),
      );
      break;
    }
    if (entry.name === REPORT) itself = true;
    else if (entry.isDirectory()) names.push(entry.name);
    else if (entry.isSymbolicLink())
      faults.push(corrupt(path.posix.join(label, entry.name), 'It is a link, which is not followed.'));
  }
  const files: Named[] = itself
    ? [{ file: path.join(file, REPORT), label: path.posix.join(label, REPORT) }]
    : [];
  for (const name of names.toSorted()) {
    const inside = path.join(file, name, REPORT);
    if (await exists(inside)) files.push({ file: inside, label: path.posix.join(label, name, REPORT) });
    else if (!(await exists(path.join(file, name, PLAN))))
      faults.push(corrupt(path.posix.join(label, name), `There is no ${REPORT} in it.`));
  }
  return { files, faults };
}

async function isFolder(file: string): Promise<boolean> {
  return lstat(file).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

/** Also of a link that leads nowhere. */
async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

/** Of what is not there or cannot be asked, nothing: reading it says why. */
async function sizeOf(file: string): Promise<{ size: number }> {
  return lstat(file).catch(() => ({ size: 0 }));
}

const refusal = (message: string): GateError => new GateError('report', message, 'Merge fewer at a time.');
const corrupt = (subject: string, reason: string): ShardFault => ({ kind: 'corrupt', subject, reason });
