/**
 * A pull request from end to end, without GitHub: two real architectures made in code, a temporary repository, the
 * packaged action, and a server that holds every request against GitHub's own API description.
 * Usage: npm run demo
 */
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startContractServer } from '../contract-server/server.js';
import { mobileNetV2 } from '../zoo/mobilenet.js';
import { squeezeNet11 } from '../zoo/squeezenet.js';
import { seeded } from '../zoo/weights.js';
import { createPullRequest } from './repository.js';
import { runAction } from './action-run.js';

const TITLE = 'Replace SqueezeNet 1.1 by MobileNetV2: 6 % fewer MACs, more efficient';
const PULL_REQUEST = { repository: 'demo/models', number: 7 };
/** Small pictures keep the demo short; the architectures are the published ones. */
const PIXELS = 128;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const startedAt = performance.now();
const home = await mkdtemp(path.join(tmpdir(), 'efficiency-gate-demo-'));

say(`A pull request, titled\n\n    ${TITLE}\n`);
const pullRequest = createPullRequest(
  path.join(home, 'repository'),
  { 'models/classifier.onnx': squeezeNet11({ image: PIXELS, weights: seeded(1) }) },
  { 'models/classifier.onnx': mobileNetV2({ image: PIXELS, weights: seeded(1) }) },
  TITLE,
);
const github = await startContractServer({
  repository: PULL_REQUEST.repository,
  pullRequests: [PULL_REQUEST.number],
  pull: { title: TITLE, headSha: pullRequest.headSha },
});
try {
  say('The packaged action measures base and head side by side. This takes less than a minute.\n');
  const run = await runAction({ ...PULL_REQUEST, title: TITLE, ...pullRequest, home, apiUrl: github.url });
  const comment = github.comments[0]?.body;
  say(`\n${'='.repeat(80)}\nThe comment in the pull request, as Markdown:\n${'='.repeat(80)}\n`);
  say(comment ?? 'none: see the log above');
  say('='.repeat(80));
  const { conclusion = 'none', relation = 'none' } = run.outputs;
  say(`\nconclusion: ${conclusion} (exit status ${run.status}); relation of head to base: ${relation}`);
  say(
    `requests to GitHub: ${github.requests.length}; against its API description: ${github.violations.length} violations`,
  );
  for (const violation of github.violations) say(`  ${violation}`);
  say('\nFiles for later steps:');
  for (const name of ['report-path', 'html-path', 'comment-path', 'badge-path'])
    say(`  ${run.outputs[name] ?? `no ${name}`}`);
  say(`  ${run.summaryFile} (the job summary)`);
  say(`\nDone in ${((performance.now() - startedAt) / 1000).toFixed(0)} s.`);

  // The demo itself succeeds when the gate did its job: a verdict, one comment, no wrong request.
  const report: unknown = JSON.parse(await readFile(run.outputs['report-path'] ?? '', 'utf8'));
  const judged = conclusion === 'failed' || conclusion === 'passed';
  const sound = judged && report !== null && github.comments.length === 1 && github.violations.length === 0;
  if (!sound) process.exitCode = 1;
} finally {
  await github.close();
}
