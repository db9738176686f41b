import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Match, ModelRef } from '../../src/revisions/matching.js';
import { pairModels, type ModelPair, type Side } from '../../src/revisions/pairing.js';
import type { EntryKind } from '../../src/revisions/tree.js';

/** A commit with such contents by path; `link:` and `submodule:` before a content make it one. */
function side(sha: string, files: Readonly<Record<string, string>>): Side {
  const tree = Object.entries(files).map(([path, content]) => {
    const [, kind = 'file', oid = ''] = /^(?:(symlink|submodule):)?(.*)$/.exec(content) ?? [];
    return [path, { path, kind: kind as EntryKind, oid }] as const;
  });
  return { sha, tree: new Map(tree) };
}

interface Question {
  readonly base: Readonly<Record<string, string>> | null;
  readonly head: Readonly<Record<string, string>>;
  /** External data by the model's path in the head. */
  readonly data?: Readonly<Record<string, readonly string[]>>;
  readonly alike?: readonly (readonly [from: string, to: string])[];
  readonly selects?: (path: string) => boolean;
}

const isOnnx = (path: string): boolean => path.endsWith('.onnx');

async function pair({ base, head, data = {}, alike = [], selects = isOnnx }: Question) {
  const asked: string[] = [];
  const find = (models: readonly ModelRef[], path: string): ModelRef => {
    const found = models.find((model) => model.path === path);
    if (found === undefined) throw new Error(`${path} is not open`);
    return found;
  };
  const pairs = await pairModels(base === null ? null : side('base', base), side('head', head), {
    selects,
    externalDataOf: ({ path }) => {
      asked.push(path);
      return Promise.resolve(data[path] ?? []);
    },
    alike: (removed, added) =>
      Promise.resolve(
        alike.map(([from, to]): Match => ({ base: find(removed, from), head: find(added, to) })),
      ),
  });
  return { pairs, asked };
}

const inWords = ({ name, status, renamedFrom }: ModelPair): string =>
  `${name} ${status}${renamedFrom === null ? '' : ` from ${renamedFrom}`}`;
const words = async (question: Question): Promise<string[]> => (await pair(question)).pairs.map(inWords);

describe('the models of two commits', () => {
  it('are changed, identical, added or removed', async () => {
    const { pairs } = await pair({
      base: { 'changed.onnx': '1', 'same.onnx': '2', 'old.onnx': '3', 'readme.md': '4' },
      head: { 'changed.onnx': '5', 'same.onnx': '2', 'new.onnx': '6' },
    });
    expect(pairs.map(inWords)).toEqual([
      'changed.onnx changed',
      'new.onnx added',
      'old.onnx removed',
      'same.onnx identical',
    ]);
    expect(pairs[0]).toMatchObject({
      base: { path: 'changed.onnx', oid: '1', sha: 'base' },
      head: { path: 'changed.onnx', oid: '5', sha: 'head' },
    });
    expect(pairs[1]).toMatchObject({ base: null, head: { oid: '6' } });
    expect(pairs[2]).toMatchObject({ base: { oid: '3' }, head: null });
  });

  it('are all new when there is no base', async () => {
    expect(await words({ base: null, head: { 'a.onnx': '1' } })).toEqual(['a.onnx added']);
  });

  it('are regular files only', async () => {
    expect(
      await words({
        base: { 'a.onnx': '1', 'b.onnx': 'symlink:2' },
        head: { 'a.onnx': 'symlink:3', 'b.onnx': '4', 'c.onnx': 'submodule:5' },
      }),
    ).toEqual(['a.onnx removed', 'b.onnx added']);
  });

  it('are the same under another path when the content is', async () => {
    expect(await words({ base: { 'old/a.onnx': '1' }, head: { 'new/b.onnx': '1' } })).toEqual([
      'new/b.onnx identical from old/a.onnx',
    ]);
  });

  it('follow their file name where copies moved', async () => {
    expect(
      await words({ base: { 'x/a.onnx': '1', 'x/b.onnx': '1' }, head: { 'y/b.onnx': '1', 'y/a.onnx': '1' } }),
    ).toEqual(['y/a.onnx identical from x/a.onnx', 'y/b.onnx identical from x/b.onnx']);
  });

  it('are not moved by a copy', async () => {
    expect(await words({ base: { 'a.onnx': '1' }, head: { 'a.onnx': '1', 'copy.onnx': '1' } })).toEqual([
      'a.onnx identical',
      'copy.onnx added',
    ]);
  });

  it('are renamed and changed when the file name alone stayed', async () => {
    expect(await words({ base: { 'old/a.onnx': '1' }, head: { 'new/a.onnx': '2' } })).toEqual([
      'new/a.onnx changed from old/a.onnx',
    ]);
  });

  it('are not guessed at when a file name is there twice', async () => {
    expect(
      await words({ base: { 'old/a.onnx': '1' }, head: { 'new/a.onnx': '2', 'newer/a.onnx': '3' } }),
    ).toEqual(['new/a.onnx added', 'newer/a.onnx added', 'old/a.onnx removed']);
  });

  it('are renamed and changed when their contents are alike', async () => {
    const question = { base: { 'v4.onnx': '1', 'x.onnx': '2' }, head: { 'v5.onnx': '3' } };
    expect(await words({ ...question, alike: [['v4.onnx', 'v5.onnx']] })).toEqual([
      'v5.onnx changed from v4.onnx',
      'x.onnx removed',
    ]);
    expect(await words(question)).toEqual(['v4.onnx removed', 'v5.onnx added', 'x.onnx removed']);
  });

  it('each have one place in the pairs, and names that differ', async () => {
    const files = fc.dictionary(
      fc.constantFrom('a.onnx', 'b.onnx', 'x/a.onnx', 'x/b.onnx', 'y/a.onnx'),
      fc.constantFrom('1', '2', '3'),
    );
    await fc.assert(
      fc.asyncProperty(files, files, async (base, head) => {
        const { pairs } = await pair({ base, head });
        const paths = (of: 'base' | 'head') => pairs.flatMap((found) => found[of]?.path ?? []).sort();
        expect(paths('base')).toEqual(Object.keys(base).sort());
        expect(paths('head')).toEqual(Object.keys(head).sort());
        expect(new Set(pairs.map(({ name }) => name)).size).toBe(pairs.length);
        for (const { status, base: before, head: after } of pairs) {
          expect(status === 'identical').toBe(before !== null && before.oid === after?.oid);
        }
      }),
    );
  });
});

describe('external data', () => {
  const data = { 'm/a.onnx': ['a.data', 'more/b.data'] };
  const model = { 'm/a.onnx': '1', 'm/a.data': '2', 'm/more/b.data': '3', 'readme.md': '4' };

  it.each([
    ['the data beside it changed', { 'm/a.data': '9' }, 'changed'],
    ['data in a folder below changed', { 'm/more/b.data': '9' }, 'changed'],
    ['the data became a link', { 'm/a.data': 'symlink:8' }, 'changed'],
    ['something else beside it changed', { 'm/notes.md': '9' }, 'identical'],
  ])('decides over an unchanged model file: %s', async (_, change, status) => {
    expect(await words({ base: model, head: { ...model, ...change }, data })).toEqual([`m/a.onnx ${status}`]);
  });

  it('is not asked for when nothing below the folder of the model changed', async () => {
    const { asked } = await pair({
      base: model,
      head: { ...model, 'readme.md': '9', 'other/x.bin': '9' },
      data,
    });
    expect(asked).toEqual([]);
  });

  it('is not asked for when only other models changed', async () => {
    const base = { ...model, 'm/b.onnx': '5' };
    const { asked, pairs } = await pair({ base, head: { ...base, 'm/b.onnx': '6' }, data });
    expect([asked, pairs.map(inWords)]).toEqual([[], ['m/a.onnx identical', 'm/b.onnx changed']]);
  });

  it('decides also where a glob takes the data for a model', async () => {
    const pairs = await words({
      base: model,
      head: { ...model, 'm/a.data': '9' },
      data,
      selects: () => true,
    });
    expect(pairs).toContain('m/a.onnx changed');
  });

  it('is looked for in the folder of the root as well', async () => {
    const question = { base: { 'a.onnx': '1', 'w.bin': '2' }, head: { 'a.onnx': '1', 'w.bin': '3' } };
    expect(await words({ ...question, data: { 'a.onnx': ['w.bin'] } })).toEqual(['a.onnx changed']);
  });

  it('has to move along with its model', async () => {
    const base = { 'old/a.onnx': '1', 'old/w.bin': '2' };
    const moved = { base, data: { 'new/a.onnx': ['w.bin'] } };
    const along = await words({ ...moved, head: { 'new/a.onnx': '1', 'new/w.bin': '2' } });
    const left = await words({ ...moved, head: { 'new/a.onnx': '1', 'old/w.bin': '2' } });
    expect([along, left]).toEqual([
      ['new/a.onnx identical from old/a.onnx'],
      ['new/a.onnx changed from old/a.onnx'],
    ]);
  });
});
