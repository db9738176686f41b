import { describe, expect, it } from '@jest/globals';
import { parseReport } from '../../src/report.js';
import { gateReport } from '../fixtures/report-factory.js';
import { fourModels, oneModel } from './scenarios.js';

describe('the reports that tests are made of', () => {
  it.each([
    ['the plainest', gateReport()],
    ['one model', oneModel],
    ['four models', fourModels],
  ])('fit the schema: %s', (_, report) => {
    expect(parseReport(JSON.stringify(report), 'a test')).toEqual(report);
  });
});
