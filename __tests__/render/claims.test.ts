import { describe, expect, it } from '@jest/globals';
import { judgeAgain } from '../../src/conclude.js';
import { claimsOfTexts } from '../../src/pull-request-claims.js';
import { renderComment } from '../../src/render/comment.js';
import { renderTerminal } from '../../src/render/terminal.js';
import type { GateReport } from '../../src/report.js';
import { HOSTILE_TEXTS } from '../fixtures/hostile-texts.js';
import { gateReport, modelReport, modelSide, policy, staticProfile } from '../fixtures/report-factory.js';

/** Fewer MACs, and as many parameters as given. */
function claiming(title: string, parameters: number, texts: readonly string[] = []): GateReport {
  const { counts } = staticProfile();
  const head = modelSide({
    sha256: 'b'.repeat(64),
    profile: staticProfile({
      counts: {
        ...counts,
        macs: { value: 563_968 * 0.7, reason: null },
        parameters: { value: parameters, reason: null },
      },
    }),
  });
  const claims = claimsOfTexts([
    { source: { kind: 'title', sha: null }, text: title },
    ...texts.map((text) => ({ source: { kind: 'commit' as const, sha: 'c'.repeat(40) }, text })),
  ]);
  return judgeAgain(gateReport({ models: [modelReport({ head })] }), policy(), { claims });
}

const blockOf = (report: GateReport): string => {
  const comment = renderComment(report);
  return comment.slice(comment.indexOf('#### Claims'));
};
const terminal = (report: GateReport): string => renderTerminal(report, { colour: false, width: 2000 });

describe('the claims in a comment', () => {
  it('are quoted with a ruling each, the evidence, and one sentence to paste instead', () => {
    const block = blockOf(claiming('30 % fewer MACs, more efficient', 2 * 462_594, ['30 % fewer MACs']));
    expect(block).toMatch(/^#### Claims: 1 refuted, 1 true in part\n/);
    expect(block).toContain('“30 % fewer MACs, more efficient” (title and 1 other place)');
    expect(block).toContain('- **✗ refuted**, read as “efficiency as such: better”: relation: trade-off');
    expect(block).toContain('- **± true in part**, read as “MACs: better, 0.70 times”: 30 % fewer MACs');
    expect(
      block.match(/```text\nThe head has 30 % fewer MACs .*2\.00 times the parameters.*\n```/g),
    ).toHaveLength(1);
  });

  it('that stand are never repeated without the other indicators', () => {
    const report = claiming('30 % fewer MACs', 462_594);
    expect(report.claims).toMatchObject([{ ruling: 'upheld', rewording: null }]);
    expect(blockOf(report)).toMatch(/In full: The head has 30 % fewer MACs.*parameters/);
    expect(terminal(report)).toMatch(/in full: The head has 30 % fewer MACs.*parameters/);
  });

  it('come after the table, and are none where nothing is claimed', () => {
    const comment = renderComment(claiming('30 % fewer MACs', 462_594));
    expect(comment.indexOf('#### Claims')).toBeGreaterThan(comment.indexOf('| parameters'));
    expect(renderComment(claiming('Fix a typo', 462_594))).not.toContain('Claims');
    expect(renderComment(gateReport())).not.toContain('Claims');
  });

  it('are told at a terminal as well', () => {
    const text = terminal(claiming('30 % fewer MACs, more efficient', 2 * 462_594));
    expect(text).toContain(
      'claim: “30 % fewer MACs, more efficient” (title)\n  ✗ refuted, “efficiency as such',
    );
    expect(text).toContain('to say instead: The head has 30 % fewer MACs');
  });

  it('are cut to the beginning of a sentence that is long', () => {
    const block = blockOf(claiming(`30 % fewer MACs ${'and so on '.repeat(60)}`, 462_594));
    expect(block).toMatch(/“30 % fewer MACs and so on .{100,220} …” \(title\)/);
  });

  it.each(HOSTILE_TEXTS)('say nothing that GitHub or a terminal would act on: %j', (hostile) => {
    const block = blockOf(claiming(`2x faster with ${hostile}`, 462_594));
    expect(block.replace(/`[^`\n]+`/g, 'code')).not.toMatch(/<(?!\/?(?:sub|br)>)[a-z]/i);
    const shown = terminal(claiming(`2x faster with ${hostile}`, 462_594));
    expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe('who answers for what', () => {
  const waiver = {
    kind: 'waiver' as const,
    indicator: 'parameters',
    model: 'models/*.onnx',
    bound: { relative: 1.5 },
    reason: 'Needed for <img src=x> quality',
    by: '@mona',
    expires: '2026-12-31',
  };
  const worse = claiming('', 2 * 462_594);
  const told = (given: object) =>
    renderComment(judgeAgain(worse, worse.policy, { acknowledgements: [{ ...waiver, ...given }] }));

  it('is shown with why and until when, and the regression stays one', () => {
    const comment = told({});
    expect(comment).toContain('#### Acknowledged');
    expect(comment).toMatch(
      /Waiver of parameters for .*by up to 150 %, by `@mona` until 2026-12-31: Needed for/,
    );
    expect(comment).toContain('`<img`');
    expect(comment).toContain('passed, with regressions');
    expect(comment).toMatch(/\| parameters.*✗.regressed/);
  });

  it('is shown to have expired, or to be exceeded', () => {
    expect(told({ expires: '2026-02-01' })).toContain('Does not count: it expired on 2026-02-01.');
    expect(told({ bound: { relative: 0.5 } })).toContain(
      'Does not count: exceeded: 2.00 times the parameters',
    );
  });

  it('is not mentioned where nothing that it names got worse', () => {
    expect(told({ indicator: 'macs' })).not.toContain('Acknowledged');
  });
});
