/** THE table of operator rules. What is not in it is uncosted, and makes the totals that it touches unknown. */
import { CONTRACTIONS } from './contraction.js';
import { ELEMENTWISE } from './elementwise.js';
import { MOVEMENT } from './movement.js';
import type { OperatorRule } from './rule.js';

const RULES: ReadonlyMap<string, OperatorRule> = new Map(
  Object.entries({ ...MOVEMENT, ...ELEMENTWISE, ...CONTRACTIONS }),
);

/** The rule of an operator, by type with its domain (`Conv`, `com.microsoft.FusedConv`). */
export function ruleOf(op: string): OperatorRule | undefined {
  return RULES.get(op);
}
