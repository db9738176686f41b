import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { appendRecords, MOST_BYTES, MOST_LINES, readHistory } from '../../src/history/lines.js';
import { recordedName } from '../../src/history/record.js';
import { record, timing, written } from '../fixtures/history-factory.js';

const pushes = (count: number) => Array.from({ length: count }, (_, at) => record(at + 1));

describe('appending to a history', () => {
  it('adds a line for each record, the oldest first, whatever the order of the runs', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(pushes(8), { minLength: 8 }), (order) => {
        const text = order.reduce((before, one) => appendRecords(before, [one]).text, '');
        expect(text).toBe(written(pushes(8)));
      }),
      { numRuns: 25 },
    );
  });

  it('adds nothing for a run that was started again, and keeps the place and the time of its line', () => {
    const before = written(pushes(3));
    expect(appendRecords(before, [record(2)]).text).toBe(before);
    const again = record(2, { at: '2027-01-01T00:00:00Z', indicators: { latency_p50: timing(3, 3) } });
    const { records } = readHistory(appendRecords(before, [again]).text);
    expect(records).toEqual([record(1), { ...again, at: record(2).at }, record(3)]);
  });

  it('keeps what another machine, another model or another commit has to say', () => {
    const others = [record(1, { machine: 'another' }), record(1, { model: 'another.onnx' }), record(2)];
    expect(readHistory(appendRecords(written([record(1)]), others).text).records).toHaveLength(4);
  });

  it('keeps lines of a later version where they are', () => {
    const later = '{"v":2,"anything":["else"]}';
    const { text } = appendRecords(`${written([record(1)])}${later}\n`, [record(2)]);
    expect(text.split('\n')[1]).toBe(later);
    expect(readHistory(text).records).toHaveLength(2);
  });

  it('lets the oldest lines give way beyond 5,000', () => {
    const one = JSON.stringify(record(1, { indicators: {} }));
    const full = `${one}\n`.repeat(MOST_LINES);
    const { text, dropped } = appendRecords(`{"v":9}\n${full}`, [record(9)]);
    expect(dropped).toBe(2);
    expect(text.trim().split('\n')).toHaveLength(MOST_LINES);
    expect(text.startsWith('{"v":9}')).toBe(false);
    expect(readHistory(text.trim().split('\n').slice(-1).join('\n')).records).toEqual([record(9)]);
  });

  it('lets the oldest lines give way beyond 4 MiB', () => {
    const wide = JSON.stringify({ v: 2, text: 'é'.repeat(30_000) });
    const { text, dropped } = appendRecords(`${wide}\n`.repeat(80), [record(1)]);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_BYTES);
    expect(Buffer.byteLength(text)).toBeGreaterThan(MOST_BYTES - 2 * 60_100);
    expect(dropped).toBeGreaterThan(0);
    expect(readHistory(text).records).toEqual([record(1)]);
  });
});

describe('a line that nobody of ours wrote', () => {
  const good = record(1);
  it.each([
    ['no JSON', 'not JSON'],
    ['a list', '[1, 2]'],
    ['of a later version', JSON.stringify({ ...good, v: 2 })],
    ['with more than it should say', JSON.stringify({ ...good, note: 'x' })],
    ['with a commit that is none', JSON.stringify({ ...good, commit: '$(id)' })],
    ['with a date that is none', JSON.stringify({ ...good, at: 'yesterday' })],
    [
      'with a number that is text',
      JSON.stringify({ ...good, indicators: { a: { base: '1', head: 2, verdict: null } } }),
    ],
    ['with a number that is none', JSON.stringify(good).replace('"head":2', '"head":1e999')],
    [
      'with a ratio of 0',
      JSON.stringify({
        ...good,
        indicators: { a: { base: 1, head: 1, verdict: null, step: { ratio: 0, low: 0, high: 1, error: 0 } } },
      }),
    ],
    [
      'with an indicator that no one can be called',
      JSON.stringify({ ...good, indicators: { '<b>': { base: 1, head: 1, verdict: null } } }),
    ],
    ['with a name that is too long', JSON.stringify({ ...good, model: 'x'.repeat(301) })],
    [
      'with more indicators than there are',
      JSON.stringify({
        ...good,
        indicators: Object.fromEntries(
          Array.from({ length: 101 }, (_, at) => [`a${at}`, { base: 1, head: 1, verdict: null }]),
        ),
      }),
    ],
    ['nested without end', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
    ['of many bytes', JSON.stringify({ ...good, model: 'x'.repeat(70_000) })],
  ])('%s, is skipped and told of, and quoted nowhere', (_, line) => {
    const { records, notes } = readHistory(`${written([record(0)])}${line}\n${written([record(2)])}`);
    expect(records).toEqual([record(0), record(2)]);
    expect(notes).toEqual([
      '1 of 3 lines of the history are not as this version writes them and were skipped; the first is line 2.',
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString'])(
    'cannot pass %s for an indicator of every model',
    (key) => {
      const line = JSON.stringify(good).replace('"latency_p50"', JSON.stringify(key));
      const { records } = readHistory(line);
      for (const { indicators } of records) {
        expect(Object.getPrototypeOf(indicators)).toBe(Object.prototype);
        expect(({} as Record<string, unknown>).step).toBeUndefined();
      }
    },
  );
});

describe('a name in a record', () => {
  it('is the name, or of one that is too long what tells it from others', () => {
    expect(recordedName('models/vad.onnx')).toBe('models/vad.onnx');
    const [one, other] = ['a', 'b'].map((last) => recordedName(`${'x'.repeat(400)}${last}`));
    expect(one).not.toBe(other);
    expect(one?.length).toBeLessThanOrEqual(300);
  });
});
