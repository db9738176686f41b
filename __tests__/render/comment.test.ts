import { describe, expect, it } from '@jest/globals';
import {
  counted,
  gate,
  gateReport,
  modelReport,
  operatorRow,
  staticProfile,
  modelSide,
  unmeasured,
} from '../fixtures/report-factory.js';
import { HOSTILE_TEXTS } from '../fixtures/hostile-texts.js';
import { renderComment } from '../../src/render/comment.js';
import { IMAGE_MODEL_RATES } from '../../src/render/image-model-rates.js';
import { renderSummary } from '../../src/render/summary.js';
import { fourModels, identical, oneModel, saying, tradeOff } from './scenarios.js';

/** As a reader sees it: no-break spaces are spaces. */
const comment = (report: typeof oneModel): string => renderComment(report).replaceAll('\u00a0', ' ');

describe('the comment on one model', () => {
  it('shows on one screen the conclusion, what to do, the sentence and the table', () => {
    expect(comment(oneModel).split('\n').slice(0, 16)).toEqual([
      '### ✗ efficiency-gate: failed',
      '',
      'Failed: proven regression of 1.28 times the bytes in models/vad.onnx. Undo it, or raise the tolerance of `model_bytes`.',
      '',
      '`models/vad.onnx`: Trade-off: the head has 0.88 times the median latency [0.85, 0.92], but 1.28 times the bytes (2.31 MB against 1.81 MB).',
      '',
      '| indicator | base | head | head / base | better ← → worse | verdict |',
      '| :- | -: | -: | :- | :-: | :- |',
      '| model size ¹ \\* | 1.81 MB | 2.31 MB | 1.28 times | `······[·│·]····●>` | ✗ regressed |',
      '| MACs (multiply-accumulates) ¹ \\* | 564.0 k | 564.0 k | the same | `······[·●·]······` | ≈ equivalent |',
      '| operators ¹ | 88 | 41 | 0.47 times | `<●····[·│·]······` | ✓ improved |',
      '| peak memory ² \\* | 12.3 MB | 14.6 MB | 1.19 times [1.14, 1.23] | `······[·│·]··├─●┤` | ✗ regressed |',
      '| latency, median ² \\* | 2.000 ms | 1.760 ms | 0.88 times [0.85, 0.92] | `·├─●─┤[·│·]······` | ✓ improved |',
      '| throughput ² | 2.000 inferences/s | 2.260 inferences/s | 1.13 times [1.08, 1.18] | `·├─●─┤[·│·]······` | ✓ improved |',
      '| load time ² | 2.000 ms | 2.040 ms | 1.02 times [0.93, 1.11] | `·····├[─┼●]─┤····` | ? inconclusive |',
      '',
    ]);
  });

  it('says under the table where the numbers came from', () => {
    expect(comment(oneModel)).toMatch(
      /<sub>¹ counted from the graph and the file, exact · ² measured in 24 rounds of fresh processes, side by side; interval in brackets · \\\* required/,
    );
  });

  it('folds what explains the table', () => {
    const text = comment(oneModel);
    for (const summary of [
      'Not decided: load time',
      'Operators that changed: 1',
      'Set-up and tolerances',
      'Control and method',
    ]) {
      expect(text).toContain(`<details>\n<summary>${summary}</summary>\n\n`);
    }
    expect(text).toContain('- load time: 24 rounds, interval 0.930 to 1.110 crosses the tolerance of 5 %');
    expect(text).toContain('| `LSTM` | 2 → 1 | 180.0 k → 131.1 k |');
    expect(text).toContain('| threads | 1 |');
    expect(text).toContain('The base against its own copy: no difference found');
  });

  it('says that something was not measured, and why, in the row itself', () => {
    const comparisons = [unmeasured('peak_rss_bytes', 'the system does not tell'), counted('macs', 5, null)];
    const text = comment(gateReport({ models: [modelReport({ comparisons })] }));
    expect(text).toMatch(
      /\| not measured \| not measured \| the system does not tell \| not known \| \? inconclusive \|/,
    );
    expect(text).toMatch(/\| 5 \| not measured \| operators without a stated cost: Mystery \|/);
  });
});

describe('the comment on several models', () => {
  it('begins with all of them, the least favourable first', () => {
    expect(comment(fourModels).split('\n').slice(4, 11)).toEqual([
      '| model | head against base | better | worse | not decided |',
      '| :- | :- | :- | :- | :- |',
      '| `models/broken.onnx` | ! not compared | – | – | – |',
      '| `models/vad.onnx` | ± trade-off | operators, median latency, throughput | bytes, peak memory | load time |',
      '| `models/resnet.onnx` | ✓ dominates | bytes, median latency | none | none |',
      '| `models/same.onnx` | = identical | – | – | – |',
      '',
    ]);
  });

  it('folds each of them, and leaves out those of identical bytes', () => {
    const text = comment(fourModels);
    expect(text).toContain('<summary><code>models/vad.onnx</code>: ± trade-off</summary>');
    expect(text).toContain('Next: Check out with lfs: true.');
    expect(text).not.toContain('<summary><code>models/same.onnx');
  });

  it('closes every fold that it opens', () => {
    expect(comment(fourModels).match(/<details>/g)).toHaveLength(
      comment(fourModels).match(/<\/details>/g)?.length ?? 0,
    );
  });
});

describe('the comment when nothing changed', () => {
  it.each([
    ['no model was touched', [], 'No model changed.\n'],
    ['one has identical bytes', [identical], 'No model changed: `models/same.onnx`, identical bytes.\n'],
    [
      'several have identical bytes',
      [identical, identical],
      'No model changed: 2 models, identical bytes.\n',
    ],
  ])('is one quiet line: %s', (_, models, line) => {
    expect(renderComment(gateReport({ models }))).toBe(line);
  });

  it('is not quiet about what could not be measured', () => {
    const incomplete = gate({
      conclusion: 'incomplete',
      missing: [{ model: 'a.onnx', reason: 'no runtime' }],
    });
    expect(renderComment(gateReport({ models: [], gate: incomplete }))).toContain('- `a.onnx`: no runtime');
  });
});

describe('a comment that would be too long', () => {
  const operators = Array.from({ length: 3000 }, (_, index) =>
    operatorRow({ op: `Custom${index}`, macs: index }),
  );
  const large = modelReport({ ...tradeOff, base: modelSide({ profile: staticProfile({ operators }) }) });

  it('is cut at rows, and says how much is missing and where it is', () => {
    const text = renderComment(gateReport({ models: [large] }), {
      reportUrl: 'https://github.com/o/r/actions/runs/1',
    });
    expect(Buffer.byteLength(text)).toBeLessThan(60_000);
    expect(text).toContain(
      '_Cut to fit: 2941 operators more, see the [job summary](<https://github.com/o/r/actions/runs/1>) or report.json._',
    );
    expect(text.replaceAll('\u00a0', ' ')).toContain('| load time ²');
  });

  it('keeps the overview when the models in full do not fit', () => {
    const models = Array.from({ length: 150 }, (_, index) =>
      modelReport({ ...tradeOff, name: `models/${index}.onnx` }),
    );
    const text = renderComment(gateReport({ models }));
    expect(Buffer.byteLength(text)).toBeLessThan(60_000);
    for (const { name } of models) expect(text).toContain(`| \`${name}\` | ± trade-off |`);
    expect(text).toMatch(/_Cut to fit: \d+ model tables more, see the job summary or report\.json\._/);
  });

  it.each(['`'.repeat(5000), '\u202e'.repeat(5000), '| '.repeat(3000), '漢'.repeat(5000)])(
    'fits whatever its texts are made of (%#)',
    (text) => {
      const models = Array.from({ length: 12 }, () => saying(text).models).flat();
      const report = { ...saying(text), models, warnings: Array.from({ length: 100 }, () => text) };
      expect(Buffer.byteLength(renderComment(report))).toBeLessThan(60_000);
      expect(Buffer.byteLength(renderComment({ ...report, models: models.slice(0, 1) }))).toBeLessThan(
        60_000,
      );
    },
  );

  it('has room in the job summary', () => {
    const text = renderSummary(gateReport({ models: [large] }));
    expect(text).toContain('Custom2999');
    expect(text).not.toContain('Cut to fit');
  });
});

const { name: sourceName, url: sourceUrl } = IMAGE_MODEL_RATES.source;
const OUR_LINK = `[${sourceName}](<${sourceUrl}>)`;

describe('any comment', () => {
  it('is the same for the same report', () => {
    expect(renderComment(fourModels)).toBe(renderComment(structuredClone(fourModels)));
  });

  it.each(HOSTILE_TEXTS)('lets nothing through that links, mentions or marks up: %j', (text) => {
    const markdown = renderComment(saying(text));
    const left = markdown
      .replaceAll(OUR_LINK, 'source')
      .replace(/`[^`\n]+`/g, 'code')
      .replace(/<code>[^<\n]*<\/code>/g, 'code')
      .replace(/^<!-- efficiency-gate-verdicts:[A-Za-z0-9+/=]+ -->$/m, '')
      .replace(/<\/?(details|summary|sub)>/g, '')
      .replace(/^### /, '')
      // Characters that mean nothing, because they are escaped.
      .replace(/&#\d+;|\\[[\]]/g, '');
    expect(left).not.toMatch(/[<>@#&~$^]|\/\/|www\.|gh-\d|\]\(|\]:/i);
    expect(markdown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028]/u);
  });

  it.each(HOSTILE_TEXTS)('keeps its tables whole: %j', (text) => {
    const tables = renderComment(saying(text)).match(/(^\|.*\n)+/gm) ?? [];
    expect(tables.length).toBeGreaterThan(4);
    for (const rows of tables.map((table) => table.trim().split('\n'))) {
      expect(new Set(rows.map((row) => row.split('|').length)).size).toBe(1);
    }
  });

  it('links to web addresses alone', () => {
    const models = Array.from({ length: 60 }, (_, index) =>
      modelReport({ ...tradeOff, name: `${index}.onnx` }),
    );
    const text = renderComment(gateReport({ models }), { reportUrl: 'javascript:alert(1)' });
    expect(text).toContain('see the job summary or report.json.');
    expect(text).not.toContain('javascript');
  });
});
