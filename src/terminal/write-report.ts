/** The files of --out. Loaded late: most runs write none, and what draws them takes longer to load than all else. */
import { renderHtml } from '../render/html/html-report.js';
import { badgeFiles } from '../render/badge-files.js';
import { renderBadge } from '../render/badge.js';
import { renderComment } from '../render/comment.js';
import { writeFiles, type WrittenFiles } from '../publish/files.js';
import type { GateReport } from '../report.js';

/** @throws GateError of kind `publish` when the folder cannot be written. */
export function writeReport(folder: string, report: GateReport): Promise<WrittenFiles> {
  return writeFiles(folder, report, {
    html: renderHtml(report),
    comment: renderComment(report, {}),
    badge: renderBadge(report),
    badges: badgeFiles(report),
  });
}
