/** Git repositories in temporary folders, with nothing of this machine's configuration in them. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Git } from '../../src/revisions/git.js';
import { createGit } from '../../src/revisions/git-process.js';

const PERSON = { NAME: 'Test', EMAIL: 'test@example.com', DATE: '2026-01-01T00:00:00Z' };

export const GIT_ENV: Readonly<Record<string, string>> = {
  PATH: process.env.PATH ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((role) =>
      Object.entries(PERSON).map(([what, value]) => [`GIT_${role}_${what}`, value]),
    ),
  ),
};

/** What a path becomes in a commit; null removes it. */
export type Content = string | Uint8Array | null | { readonly link: string } | { readonly submodule: string };

export class Repository {
  constructor(readonly folder: string) {}

  static create(folder: string): Repository {
    mkdirSync(folder, { recursive: true });
    const repository = new Repository(folder);
    repository.run('init', '--quiet', '--initial-branch=main');
    return repository;
  }

  /** Git as the code under test runs it. */
  git(env: Readonly<Record<string, string>> = {}): Git {
    return createGit({ folder: this.folder, env: { ...GIT_ENV, ...env } });
  }

  run(...args: string[]): string {
    return execFileSync('git', args, {
      cwd: this.folder,
      env: GIT_ENV,
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  }

  /** @returns the new commit's id. */
  commit(files: Readonly<Record<string, Content>>, message = 'Change'): string {
    for (const [name, content] of Object.entries(files)) this.put(name, content);
    this.run('add', '--all');
    for (const [name, content] of Object.entries(files)) {
      if (content === null || typeof content === 'string' || !('submodule' in content)) continue;
      this.run('update-index', '--add', '--cacheinfo', `160000,${content.submodule},${name}`);
    }
    this.run('commit', '--quiet', '--allow-empty', '--message', message);
    return this.run('rev-parse', 'HEAD');
  }

  private put(name: string, content: Content): void {
    const file = path.join(this.folder, name);
    rmSync(file, { recursive: true, force: true });
    if (content === null) return;
    mkdirSync(path.dirname(file), { recursive: true });
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(file, content);
    else if ('link' in content) symlinkSync(content.link, file);
  }

  /** Merges a branch into what is checked out as GitHub does for a pull request. */
  mergeCommit(base: string, head: string): string {
    this.run('switch', '--quiet', '--detach', base);
    this.run('merge', '--quiet', '--no-ff', '--message', `Merge ${head} into ${base}`, head);
    return this.run('rev-parse', 'HEAD');
  }

  /** A bare copy that serves as `origin`, as a file:// address. */
  publish(folder: string): string {
    this.run('clone', '--quiet', '--bare', this.folder, folder);
    return `file://${folder}`;
  }
}

/** A clone made like actions/checkout makes it: one commit, no branch but the one that is asked for. */
export function shallowCheckout(address: string, folder: string, sha: string): Repository {
  const clone = Repository.create(folder);
  clone.run('remote', 'add', 'origin', address);
  clone.run('fetch', '--quiet', '--no-tags', '--depth=1', 'origin', sha);
  clone.run('checkout', '--quiet', '--detach', sha);
  return clone;
}

const made: string[] = [];

export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'efficiency-gate-test-'));
  made.push(folder);
  return folder;
}

export function removeTemporaryFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A folder with programs of our own, for the front of PATH. */
export function programs(scripts: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, body] of Object.entries(scripts)) {
    writeFileSync(path.join(folder, name), `#!/bin/sh\n${body}\n`);
    chmodSync(path.join(folder, name), 0o755);
  }
  return folder;
}

/** Where the machine's own program lies. */
export function whereIs(program: string): string {
  return execFileSync('/bin/sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim();
}
