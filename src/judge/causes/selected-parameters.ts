import { formatQuantity } from '../../quantity.js';
import { counts, type Found, parametersOf } from './evidence.js';
import { countOf, type Side, type Sides } from './sides.js';

/** Operators of which an inference takes some rows of their parameters and leaves the others. */
const SELECTING: ReadonlySet<string> = new Set([
  'Gather',
  'com.microsoft.EmbedLayerNormalization',
  'com.microsoft.GatherBlockQuantized',
  'com.microsoft.MoE',
  'com.microsoft.QEmbedLayerNormalization',
  'com.microsoft.QMoE',
  'com.microsoft.TorchEmbedding',
]);
/** Part of the difference in parameters that lies in such operators. */
const SHARE = 0.25;

/** Parameters of which an inference selects a part: embeddings, mixtures of experts. They cost memory, not compute. */
export function selectedParameters(sides: Sides): Found | null {
  const { dear, cheap } = sides;
  const [few, many] = [countOf(dear, 'parameters'), countOf(cheap, 'parameters')];
  if (few === null || many === null || many <= few) return null;
  const selected = selectedOf(cheap);
  if (selected - selectedOf(dear) < SHARE * (many - few)) return null;
  const ops = [...SELECTING].filter((op) =>
    [dear, cheap].some(({ counted }) => counted.operators.some((row) => row.op === op && row.parameters > 0)),
  );
  return {
    sentence: `Sparse use of parameters: of ${formatQuantity(selected, 'count')} of the ${cheap.name}'s ${formatQuantity(many, 'count')} parameters an inference selects some rows and computes with those alone; of the ${dear.name}'s ${formatQuantity(few, 'count')} that holds for ${formatQuantity(selectedOf(dear), 'count')}.`,
    evidence: [...counts(sides, 'parameters', 'macs', 'macs_per_parameter'), ...parametersOf(sides, ops)],
  };
}

const selectedOf = ({ counted }: Side): number =>
  counted.operators
    .filter(({ op }) => SELECTING.has(op))
    .reduce((all, { parameters }) => all + parameters, 0);
