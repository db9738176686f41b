/** The smallest ONNX model: `y = Identity(x)`, one float. Its worker's memory is what every worker needs. */
import type { FeedSpec } from './feed.js';

/** A ModelProto, field by field (onnx.proto). */
const FIELDS = [
  '0808', // ir_version: 8
  '3a37', // graph, 55 bytes
  '0a100a017812017922084964656e74697479', // node: x -> Identity -> y
  '120165', // name: e
  '5a0f0a0178120a0a08080112040a020801', // input: x, float32 [1]
  '620f0a0179120a0a08080112040a020801', // output: y, float32 [1]
  '42040a00100d', // opset_import: 13 of the default domain
];

export const EMPTY_MODEL: Uint8Array = Buffer.from(FIELDS.join(''), 'hex');

export const EMPTY_FEEDS: readonly FeedSpec[] = [
  { name: 'x', type: 'float32', shape: [1], fill: { kind: 'normal' } },
];
