/** The badges of a report as files: of the repository, and of each model that was compared. */
import { documentOf } from '../json-document.js';
import type { GateReport } from '../report.js';
import { renderBadge, renderModelBadges, type Badge } from './badge.js';

export interface BadgeFile {
  /** In the folder of the badges, with `/`. */
  readonly path: string;
  readonly content: string;
}

/**
 * `repository.svg`, `repository.json`, `repository-strip.svg`, and the same for each model under its name in which
 * whatever could mean something to a file system is a dash.
 */
export function badgeFiles(report: GateReport): BadgeFile[] {
  const taken = new Set<string>(['repository']);
  const files = filesOf('repository', renderBadge(report));
  for (const [name, badge] of renderModelBadges(report)) files.push(...filesOf(fileName(name, taken), badge));
  return files;
}

function filesOf(name: string, { svg, strip, endpoint }: Badge): BadgeFile[] {
  return [
    { path: `${name}.svg`, content: svg },
    { path: `${name}-strip.svg`, content: strip },
    { path: `${name}.json`, content: documentOf(endpoint) },
  ];
}

const LONGEST = 100;

/** `models/vad.onnx` becomes `models-vad`; a second one of that name `models-vad-2`. Case tells no files apart. */
function fileName(name: string, taken: Set<string>): string {
  const plain = name
    .replace(/\.onnx$/i, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(-LONGEST);
  const wanted = plain === '' ? 'model' : plain;
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? wanted : `${wanted}-${count}`;
    if (taken.has(candidate.toLowerCase())) continue;
    taken.add(candidate.toLowerCase());
    return candidate;
  }
}
