/** What the documents tell people to paste works: configurations are valid, inputs, commands, flags and files exist. */
import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { marked, type Token } from 'marked';
import { parse } from 'yaml';
import { INPUT_NAMES } from '../../src/action/inputs.js';
import { parseConfig } from '../../src/config.js';
import { parseDeclared } from '../../src/declared/parse.js';
import { runCommandLine } from '../../src/terminal/program.js';
import { parseWaivers } from '../../src/waivers.js';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(path.join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

interface Snippet {
  readonly where: string;
  readonly language: string;
  readonly text: string;
}

const snippetsOf = (document: string): Snippet[] => {
  const found: Snippet[] = [];
  void marked.walkTokens(marked.lexer(read(document)), (token: Token) => {
    if (token.type !== 'code') return;
    const { lang, text } = token as { lang?: string; text: string };
    found.push({ where: `${document}: ${text.split('\n')[0] ?? ''}`, language: lang ?? '', text });
  });
  return found;
};
const snippets = DOCUMENTS.flatMap(snippetsOf);
const inLanguage = (name: string): Snippet[] => snippets.filter(({ language }) => language === name);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every mapping in a document, however deep. */
function mappings(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(mappings);
  return isObject(value) ? [value, ...Object.values(value).flatMap(mappings)] : [];
}

const OURS = 'efficiency-gate/efficiency-gate@';

function checkWorkflow(workflow: unknown): void {
  const steps = mappings(workflow).filter(({ uses }) => typeof uses === 'string' && uses.startsWith(OURS));
  const given = steps.flatMap((step) => (isObject(step.with) ? Object.keys(step.with) : []));
  expect(given.filter((name) => !INPUT_NAMES.some((known) => known === name))).toEqual([]);
}

/** A workflow, steps of one, waivers, or else a configuration. */
function checkYaml(text: string): void {
  const content: unknown = parse(text);
  if (Array.isArray(content) || (isObject(content) && ('on' in content || 'jobs' in content)))
    checkWorkflow(content);
  else if (isObject(content) && 'waivers' in content) parseWaivers(text, 'the document');
  else parseConfig(text, 'the document');
}

describe('what can be pasted from the documents', () => {
  it('is there to be checked', () => {
    expect(inLanguage('yaml').length).toBeGreaterThan(10);
  });

  it.each(inLanguage('yaml'))('is YAML that is valid for what it is: $where', ({ text }) => {
    expect(() => {
      checkYaml(text);
    }).not.toThrow();
  });

  it.each(inLanguage('json').filter(({ text }) => /"(training|quality)"/.test(text)))(
    'is JSON that declares what can be declared: $where',
    ({ text }) => {
      expect(() => parseDeclared(text, 'the document')).not.toThrow();
    },
  );

  it('would not pass with an input that the action does not have, or with a key of no configuration', () => {
    const step = (input: string): string =>
      `- uses: efficiency-gate/efficiency-gate@v1\n  with:\n    ${input}: 1\n`;
    expect(() => {
      checkYaml(step('threads'));
    }).not.toThrow();
    expect(() => {
      checkYaml(step('thread'));
    }).toThrow();
    expect(() => {
      checkYaml('tolerance: 5%\n');
    }).toThrow();
  });
});

/** What a command's help says; `null` where there is no such command. */
async function helpOf(command: string): Promise<string | null> {
  let said = '';
  const stream = { write: (text: string): boolean => ((said += text), true) };
  const terminal = { stdout: stream, stderr: stream, env: {}, cwd: root, bundle: root };
  const status = await runCommandLine([command, '--help'], terminal);
  return status === 0 && said.includes(`efficiency-gate ${command} `) ? said : null;
}

const COMMAND = /^ *(?:npx )?(?:efficiency-gate|node dist\/cli\.js) ([a-z]+)\b(.*)$/gm;
const commands = snippets.flatMap(({ where, text }) =>
  [...text.matchAll(COMMAND)].map(([line, command = '', rest = '']) => ({
    where,
    line: line.trim(),
    command,
    flags: [...rest.matchAll(/(?<= |\[)--[a-z-]+/g)].map(([flag]) => flag),
  })),
);

describe('a command in the documents', () => {
  it('is there to be checked', () => {
    expect(new Set(commands.map(({ command }) => command)).size).toBeGreaterThan(4);
  });

  it.each(commands)(
    'is one of the command line, with flags that it has: $line',
    async ({ command, flags }) => {
      const help = await helpOf(command);
      expect(help).not.toBeNull();
      for (const flag of flags) expect(help).toMatch(new RegExp(`${flag}\\b`));
    },
  );

  it('that npm runs is a script of the package', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = DOCUMENTS.flatMap((document) => [...read(document).matchAll(/npm run ([a-z:]*[a-z])\b/g)]);
    const unknown = named.map(([, name = '']) => name).filter((name) => !Object.hasOwn(scripts, name));
    expect(unknown.filter((name) => name !== 'bench')).toEqual([]);
  });

  it('that runs the tests is in the README as it is typed', () => {
    expect(read('README.md')).toContain('npm ci && npm test');
    expect(read('README.md')).toContain('npm ci && npm run demo');
  });
});

describe('a link in the documents', () => {
  const links = DOCUMENTS.flatMap((document) => {
    const found: { document: string; href: string }[] = [];
    void marked.walkTokens(marked.lexer(read(document)), (token: Token) => {
      if (token.type !== 'link' && token.type !== 'image') return;
      const { href } = token as { href: string };
      if (!/^[a-z]+:/.test(href)) found.push({ document, href });
    });
    return found;
  });

  const anchorsOf = (document: string): string[] =>
    [...read(document).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );

  it.each(links)('$href in $document leads somewhere', ({ document, href }) => {
    const [file = '', anchor] = href.split('#');
    const target = file === '' ? document : path.posix.join(path.posix.dirname(document), file);
    expect(existsSync(path.join(root, target))).toBe(true);
    if (anchor !== undefined && target.endsWith('.md')) expect(anchorsOf(target)).toContain(anchor);
  });
});
