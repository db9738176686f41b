import { formatQuantity, formatRatio } from '../../quantity.js';
import { counts, type Found } from './evidence.js';
import { countOf, ratioOf, type Sides } from './sides.js';

/** How much more often a parameter is used. */
const LEAST_RATIO = 1.1;
/** Part of the rise of MACs for each parameter, on the log scale, that more uses must make up. */
const SHARE = 0.25;

/** Parameters are stored once and computed with at several places (ALBERT, Universal Transformer). */
export function sharedParameters(sides: Sides): Found | null {
  const [uses, work] = [ratioOf(sides, 'parameter_uses'), ratioOf(sides, 'macs_per_parameter')];
  if (uses === null || uses < LEAST_RATIO) return null;
  // Without MACs, uses stand for themselves.
  if (work !== null && (work < LEAST_RATIO || Math.log(uses) < SHARE * Math.log(work))) return null;
  const { dear, cheap } = sides;
  const [many = 0, few = 0] = [countOf(dear, 'parameter_uses'), countOf(cheap, 'parameter_uses')].map(
    (value) => value ?? 0,
  );
  const computed = work === null ? '' : `, and ${formatRatio(work)} times the MACs are computed with each`;
  return {
    sentence: `Shared parameters: a parameter of the ${dear.name} is used by ${formatQuantity(many, 'ratio', 3)} operators on average, one of the ${cheap.name} by ${formatQuantity(few, 'ratio', 3)}${computed}.`,
    evidence: counts(sides, 'parameters', 'macs', 'parameter_uses', 'macs_per_parameter'),
  };
}
