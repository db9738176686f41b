/**
 * The history in a workflow: appended to on a push to the default branch alone, read in pull requests. Whatever
 * becomes of it is told and changes no conclusion.
 */
import path from 'node:path';
import { GateError, messageOf } from '../errors.js';
import { findCreep } from '../history/find-creep.js';
import { appendToFolder, readHistoryFolder } from '../history/folder.js';
import { MOST_LINES, readHistory } from '../history/lines.js';
import { recordsOf } from '../history/records-of.js';
import type { HistoryRecord } from '../history/record.js';
import type { Logger } from '../logger.js';
import type { GitHubClient } from '../publish/github-client.js';
import { appendToBranch, type HistoryOutcome, readHistoryBranch } from '../publish/history-branch.js';
import { plural } from '../render/plural.js';
import type { GateReport } from '../report.js';
import type { ActionEvent } from './event.js';
import type { Inputs } from './inputs.js';
import { repositoryIn, undueOnBranch } from './own-branch.js';

export interface HistoryRequest {
  readonly inputs: Pick<Inputs, 'mode' | 'history-branch' | 'history-folder' | 'label'>;
  readonly event: ActionEvent;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The checked-out repository, absolute. */
  readonly workspace: string;
  /** Null without a token, and where nothing is to be asked of GitHub. */
  readonly connect: (() => Promise<GitHubClient>) | null;
  readonly logger: Logger;
}

/** Where the history lies. */
type Place =
  { readonly kind: 'branch'; readonly branch: string } | { readonly kind: 'folder'; readonly folder: string };

function placeOf({ inputs, workspace }: HistoryRequest): Place | null {
  const { 'history-branch': branch, 'history-folder': folder } = inputs;
  if (branch !== undefined) return { kind: 'branch', branch };
  return folder === undefined ? null : { kind: 'folder', folder: path.resolve(workspace, folder) };
}

/** Appends the figures of a push where they are due, and says in the log what became of them. */
export async function appendHistory(report: GateReport, request: HistoryRequest): Promise<void> {
  const { event, logger, inputs } = request;
  const place = placeOf(request);
  // There it has been read.
  if (place === null || event.kind === 'pull_request') return;
  const records = recordsOf(report, inputs.label);
  const undue = undueOnBranch(report, event, records.length > 0 ? null : NOTHING);
  if (undue !== null) {
    logger[undue.level](`Nothing was appended to the history: ${undue.reason}.`);
    return;
  }
  const outcome = await append(place, records, request);
  if (outcome.status === 'failed') logger.warning(outcome.message);
  else if (outcome.status === 'unchanged') logger.info(`The history in ${nameOf(place)} has these figures.`);
  else {
    logger.info(
      `The figures of ${plural(records.length, 'model')} were appended to the history in ${nameOf(place)}.`,
    );
    if (outcome.dropped > 0)
      logger.notice(
        `The oldest ${outcome.dropped} lines of the history gave way: it keeps ${MOST_LINES} lines and 4 MiB.`,
      );
  }
}

/** Of identical bytes, and of models that could not even be counted, there is nothing to record. */
const NOTHING = 'no model changed, or none could be counted';

async function append(
  place: Place,
  records: readonly HistoryRecord[],
  { env, connect }: HistoryRequest,
): Promise<HistoryOutcome> {
  try {
    if (place.kind === 'folder')
      return { status: 'appended', dropped: await appendToFolder(place.folder, records) };
    const repository = repositoryIn(env);
    if (connect === null || repository === null)
      return {
        status: 'failed',
        message: 'Nothing was appended to the history: the input github-token is empty.',
      };
    const target = { ...repository, branch: place.branch };
    return await appendToBranch(await connect(), target, records, { random: Math.random });
  } catch (thrown) {
    return { status: 'failed', message: sentenceOf(thrown) };
  }
}

/**
 * The report with what crept up by the history. What a report says of creep already is another job's word and is left
 * out.
 */
export async function withCreep(report: GateReport, request: HistoryRequest): Promise<GateReport> {
  const judged = { ...report };
  delete judged.creep;
  const place = placeOf(request);
  // A job that measures alone says nothing to anybody: whoever publishes looks.
  const published = request.event.kind === 'pull_request' && request.inputs.mode !== 'measure';
  if (place === null || !published) return judged;
  try {
    const text = await read(place, request);
    if (text === null) {
      request.logger.info(`There is no history in ${nameOf(place)} yet.`);
      return judged;
    }
    const { records, notes } = readHistory(text);
    return {
      ...judged,
      creep: findCreep(judged, records, request.inputs.label),
      warnings: [...judged.warnings, ...notes],
    };
  } catch (thrown) {
    const warning = `Nobody looked for slow creep: ${sentenceOf(thrown)}`;
    return { ...judged, warnings: [...judged.warnings, warning] };
  }
}

async function read(place: Place, { env, connect }: HistoryRequest): Promise<string | null> {
  if (place.kind === 'folder') return readHistoryFolder(place.folder);
  const repository = repositoryIn(env);
  if (connect === null || repository === null) {
    throw new GateError(
      'publish',
      'the history on a branch is read with a github-token, and there is none.',
      'Leave github-token out under "with:" for the token of the job.',
    );
  }
  return readHistoryBranch(await connect(), { ...repository, branch: place.branch });
}

const nameOf = (place: Place): string =>
  place.kind === 'branch' ? `the branch ${place.branch}` : place.folder;

const sentenceOf = (thrown: unknown): string =>
  thrown instanceof GateError ? `${thrown.message} ${thrown.next}` : `Unexpected: ${messageOf(thrown)}.`;
