/** External data: payloads in files of their own, named by the model, which is not to be trusted with paths. */
import { exact, FormatFault, quote } from './format-fault.js';
import type { ModelProto, TensorProto } from './generated/onnx_pb.js';
import { entriesOf, EXTERNAL, payloadBytes, refuseMisfit } from './tensor.js';
import { tensorsOf } from './tensors-of.js';

export interface ExternalPayload {
  readonly tensor: TensorProto;
  /** Path relative to the model's folder, forward slashes, inside that folder. */
  readonly location: string;
  readonly offset: number;
  /** Undefined: to the end of the file. */
  readonly length: number | undefined;
}

/** @throws FormatFault for a location outside the model's folder or an offset that is no number. */
export function externalPayloads(model: ModelProto): ExternalPayload[] {
  return [...tensorsOf(model)].filter(({ dataLocation }) => dataLocation === EXTERNAL).map(externalPayload);
}

/** Where the payload of an external tensor is. @throws FormatFault as `externalPayloads` does. */
export function externalPayload(tensor: TensorProto): ExternalPayload {
  refuseOtherKeys(tensor);
  const entries = entriesOf(tensor);
  const length = entries.get('length');
  if (length !== undefined) refuseMisfit(tensor, wholeNumber(length, tensor));
  return {
    tensor,
    location: insideFolder(entries.get('location') ?? ''),
    offset: wholeNumber(entries.get('offset') ?? '0', tensor),
    length: length === undefined ? payloadBytes(tensor) : wholeNumber(length, tensor),
  };
}

/** What onnx.proto knows, and what ONNX Runtime adds to models that it has saved. Others have been used to attack readers. */
const KNOWN_KEY = /^(location|offset|length|checksum|prepacked_\d+)$/;

function refuseOtherKeys({ externalData, name }: TensorProto): void {
  const seen = new Set<string>();
  for (const { key } of externalData) {
    const place = `for the external data of ${quote(name)}`;
    if (!KNOWN_KEY.test(key)) throw new FormatFault('invalid', `has the unknown key ${quote(key)} ${place}`);
    if (seen.has(key)) throw new FormatFault('invalid', `has the key ${quote(key)} twice ${place}`);
    seen.add(key);
  }
}

/** Segments of a relative path that stays below where it starts. */
function insideFolder(location: string): string {
  const segments = location.split(/[/\\]/).filter((segment) => segment !== '.');
  const leaves =
    segments.length === 0 ||
    segments.some((segment) => segment === '' || segment === '..' || segment.includes('\0'));
  if (leaves || /^[a-z]:/i.test(location)) {
    throw new FormatFault(
      'invalid',
      `refers to external data at ${quote(location)}, which is no path inside the model's folder`,
    );
  }
  return segments.join('/');
}

function wholeNumber(text: string, tensor: TensorProto): number {
  const place = `a place of the external data of ${quote(tensor.name)}`;
  if (!/^\d{1,20}$/.test(text))
    throw new FormatFault('invalid', `has ${place} that is no number: ${quote(text)}`);
  return exact(BigInt(text), place);
}
