import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HOSTILE_TEXTS } from '../fixtures/hostile-texts.js';
import { counted, gateReport, modelReport } from '../fixtures/report-factory.js';
import { renderComment } from '../../src/render/comment.js';
import { MOST_BYTES, readVerdicts, writeVerdicts } from '../../src/render/past-verdicts.js';
import type { IndicatorId } from '../../src/indicators.js';
import type { GateReport } from '../../src/report.js';

const OLD = 'a'.repeat(40);
const NEW = 'b'.repeat(40);

type Row = readonly [indicator: IndicatorId, base: number, head: number];

const report = (sha: string | null, models: Readonly<Record<string, readonly Row[]>>) =>
  gateReport({
    head: { label: 'topic', sha },
    models: Object.entries(models).map(([name, rows]) =>
      modelReport({ name, comparisons: rows.map(([id, base, head]) => counted(id, base, head)) }),
    ),
  });
const after = (earlier: GateReport, now: GateReport): string =>
  renderComment(now, { earlier: renderComment(earlier) }).replaceAll('\u00a0', ' ');

describe('the comment after another push', () => {
  it('says which verdicts changed since, proven ones first', () => {
    const earlier = report(OLD, {
      'a.onnx': [
        ['macs', 100, 200],
        ['operators', 5, 5],
      ],
    });
    const text = after(
      earlier,
      report(NEW, {
        'a.onnx': [
          ['macs', 100, 100],
          ['operators', 5, 9],
        ],
      }),
    );
    expect(text).toContain('<summary>Since the last push (<code>aaaaaaaaaa</code>): 2 changes</summary>');
    expect(text).toContain('- `a.onnx`: MACs regressed → equivalent');
    expect(text).toContain('- `a.onnx`: operators equivalent → regressed');
  });

  it('says so when none changed, and when it is the same commit', () => {
    const same = { 'a.onnx': [['macs', 100, 200]] } as const;
    expect(after(report(OLD, { ...same }), report(NEW, { ...same }))).toContain(
      '<sub>Since the last push (<code>aaaaaaaaaa</code>): no verdict changed.</sub>',
    );
    expect(after(report(OLD, { ...same }), report(OLD, { ...same }))).toContain(
      'Since the last run on the same commit: no verdict changed.',
    );
  });

  it('names models that came and went', () => {
    const text = after(
      report(OLD, { 'old.onnx': [['macs', 1, 1]] }),
      report(NEW, { 'new.onnx': [['macs', 1, 1]] }),
    );
    expect(text).toContain('- `new.onnx`: new among the changed models');
    expect(text).toContain('- `old.onnx`: no longer among the changed models');
  });

  it('says nothing of the past in the first comment', () => {
    expect(renderComment(report(NEW, { 'a.onnx': [['macs', 1, 2]] }))).not.toContain('Since the last');
  });
});

describe('the verdicts that travel in the comment', () => {
  it('come back as they were', () => {
    const line = writeVerdicts(
      report(OLD, {
        'a.onnx': [
          ['macs', 100, 200],
          ['operators', 5, 5],
        ],
      }),
    );
    expect(readVerdicts(`text\n${line}\n`)).toEqual({
      head: OLD,
      models: new Map([
        [
          'a.onnx',
          new Map([
            ['macs', 'regressed'],
            ['operators', 'equivalent'],
          ]),
        ],
      ]),
    });
  });

  it('show nothing and end where they should, whatever the models are called', () => {
    const line = writeVerdicts(
      report(OLD, Object.fromEntries(HOSTILE_TEXTS.map((name) => [name, [['macs', 1, 2]]]))),
    );
    expect(line).toMatch(/^<!-- efficiency-gate-verdicts:[A-Za-z0-9+/=]+ -->$/);
    expect(line.length).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('leave out the models that do not fit', () => {
    const many = report(
      OLD,
      Object.fromEntries(
        Array.from({ length: 500 }, (_, index) => [`models/${index}.onnx`, [['macs', 1, 2]]]),
      ),
    );
    const line = writeVerdicts(many);
    expect(line.length).toBeLessThanOrEqual(MOST_BYTES);
    expect(readVerdicts(line)?.models.size).toBeGreaterThan(10);
  });

  it('are read from nothing that somebody made up', () => {
    const coded = (value: unknown): string =>
      `<!-- efficiency-gate-verdicts:${Buffer.from(JSON.stringify(value)).toString('base64')} -->`;
    expect(readVerdicts(coded({ head: OLD, indicators: [], models: 'many' }))).toBeNull();
    expect(readVerdicts(coded({ head: 5, indicators: [], models: [] }))).toBeNull();
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.jsonValue().map(coded)), (comment) => {
        readVerdicts(comment);
      }),
    );
  });
});
