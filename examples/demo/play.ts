/** The pull request of the demo, played from end to end: repository, packaged action, and a GitHub on localhost. */
import { startContractServer } from '../contract-server/server.js';
import { mobileNetV2 } from '../zoo/mobilenet.js';
import { squeezeNet11 } from '../zoo/squeezenet.js';
import { seeded } from '../zoo/weights.js';
import path from 'node:path';
import { type ActionRun, runAction } from './action-run.js';
import { createPullRequest } from './repository.js';

export const TITLE = 'Replace SqueezeNet 1.1 by MobileNetV2: 6 % fewer MACs, more efficient';
const PULL_REQUEST = { repository: 'demo/models', number: 7 };
/** Small pictures keep the demo short; the architectures are the published ones. */
const PIXELS = 128;

export interface Played {
  readonly run: ActionRun;
  /** Bodies of the comments that the pull request has in the end. */
  readonly comments: readonly string[];
  readonly requests: number;
  /** Requests that GitHub's own API description does not allow. */
  readonly violations: readonly string[];
}

/** @param home An empty folder, in which everything of the run stays. */
export async function playPullRequest(home: string): Promise<Played> {
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
    const run = await runAction({
      ...PULL_REQUEST,
      title: TITLE,
      ...pullRequest,
      home,
      apiUrl: github.url,
    });
    return {
      run,
      comments: github.comments.map(({ body }) => body),
      requests: github.requests.length,
      violations: [...github.violations],
    };
  } finally {
    await github.close();
  }
}
