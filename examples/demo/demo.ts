/**
 * A pull request from end to end, without GitHub: two real architectures made in code, a temporary repository, the
 * packaged action, and a server that holds every request against GitHub's own API description.
 * Usage: npm run demo
 */
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { playPullRequest, TITLE } from './play.js';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const startedAt = performance.now();
const home = await mkdtemp(path.join(tmpdir(), 'efficiency-gate-demo-'));

say(`A pull request, titled\n\n    ${TITLE}\n`);
say(
  'The packaged action measures base and head side by side: about a minute on a quiet machine, five at most.',
);
say("Here is its log; lines that begin with :: are commands to GitHub's runner.\n");
const { run, comments, requests, violations } = await playPullRequest(home);
say(`\n${'='.repeat(80)}\nThe comment in the pull request, as Markdown:\n${'='.repeat(80)}\n`);
say(comments[0] ?? 'none: see the log above');
say('='.repeat(80));
const { conclusion = 'none', relation = 'none' } = run.outputs;
say(`\nconclusion: ${conclusion} (exit status ${run.status}); relation of head to base: ${relation}`);
say(`requests to GitHub: ${requests}; against its API description: ${violations.length} violations`);
for (const violation of violations) say(`  ${violation}`);
say('\nFiles for later steps:');
for (const name of ['report-path', 'html-path', 'comment-path', 'badge-path'])
  say(`  ${run.outputs[name] ?? `no ${name}`}`);
say(`  ${run.summaryFile} (the job summary)`);
say(`\nDone in ${((performance.now() - startedAt) / 1000).toFixed(0)} s.`);

// The demo itself succeeds when the gate did its job: a verdict, one comment, no wrong request.
const report: unknown = JSON.parse(await readFile(run.outputs['report-path'] ?? '', 'utf8'));
const judged = conclusion === 'failed' || conclusion === 'passed';
const sound = judged && report !== null && comments.length === 1 && violations.length === 0;
if (!sound) process.exitCode = 1;
