/** Check runs as the server remembers them. */
import type { Sample } from './pull-request.js';

export interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly headSha: string;
  externalId: string;
  conclusion: string | null;
  title: string;
  summary: string;
  /** All that were ever sent: GitHub adds to them and takes none away. */
  readonly annotations: Record<string, unknown>[];
  updates: number;
}

/** GitHub takes no more of them in one request. */
export const MOST_ANNOTATIONS = 50;

interface CheckBody {
  readonly name?: string;
  readonly head_sha?: string;
  readonly external_id?: string;
  readonly conclusion?: string;
  readonly output?: {
    readonly title?: string;
    readonly summary?: string;
    readonly annotations?: Record<string, unknown>[];
  };
}

export const annotationsIn = (body: unknown): number =>
  (body as CheckBody | undefined)?.output?.annotations?.length ?? 0;

export function createCheck(checks: CheckRun[], body: unknown): CheckRun {
  const { name = '', head_sha: headSha = '' } = body as CheckBody;
  const check: CheckRun = {
    id: 2000 + checks.length,
    name,
    headSha,
    externalId: '',
    conclusion: null,
    title: '',
    summary: '',
    annotations: [],
    updates: -1,
  };
  checks.push(check);
  return updateCheck(check, body);
}

export function updateCheck(check: CheckRun, body: unknown): CheckRun {
  const { external_id: externalId, conclusion, output = {} } = body as CheckBody;
  check.externalId = externalId ?? check.externalId;
  check.conclusion = conclusion ?? check.conclusion;
  check.title = output.title ?? check.title;
  check.summary = output.summary ?? check.summary;
  check.annotations.push(...(output.annotations ?? []));
  check.updates += 1;
  return check;
}

export function checkDocument(check: CheckRun, repository: string, sample: Sample): object {
  const document = sample('checks/create') as Record<string, unknown>;
  return {
    ...document,
    id: check.id,
    name: check.name,
    head_sha: check.headSha,
    external_id: check.externalId,
    status: 'completed',
    conclusion: check.conclusion,
    html_url: `https://github.com/${repository}/runs/${check.id}`,
    output: {
      title: check.title,
      summary: check.summary,
      text: null,
      annotations_count: check.annotations.length,
      annotations_url: `https://api.github.com/repos/${repository}/check-runs/${check.id}/annotations`,
    },
  };
}

export function annotationDocuments(check: CheckRun): object[] {
  return check.annotations.map((annotation) => ({
    start_column: null,
    end_column: null,
    raw_details: null,
    blob_href: `https://github.com/acme/models/blob/${check.headSha}/file`,
    ...annotation,
  }));
}
