/** A temporary repository with a base branch and a pull request, checked out the way GitHub Actions does. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface PullRequest {
  readonly folder: string;
  readonly baseSha: string;
  readonly headSha: string;
  readonly mergeSha: string;
}

/** Files by path; their content. */
export type Files = Readonly<Record<string, Uint8Array | string>>;

const IDENTITY = {
  GIT_AUTHOR_NAME: 'Demo',
  GIT_AUTHOR_EMAIL: 'demo@example.com',
  GIT_COMMITTER_NAME: 'Demo',
  GIT_COMMITTER_EMAIL: 'demo@example.com',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

/** Commits `base` on main and `head` on a branch, and checks out their merge. */
export function createPullRequest(folder: string, base: Files, head: Files, title: string): PullRequest {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...IDENTITY } }).trim();
  const commit = (files: Files, message: string): string => {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
    return git('rev-parse', 'HEAD');
  };
  mkdirSync(folder, { recursive: true });
  git('init', '--quiet', '--initial-branch=main');
  const baseSha = commit(base, 'The model in use');
  git('switch', '--quiet', '--create', 'fewer-macs');
  const headSha = commit(head, title);
  git('switch', '--quiet', '--detach', 'main');
  git('merge', '--quiet', '--no-ff', '--message', `Merge ${headSha} into ${baseSha}`, headSha);
  return { folder, baseSha, headSha, mergeSha: git('rev-parse', 'HEAD') };
}
