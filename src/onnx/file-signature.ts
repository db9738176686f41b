/** Files that are often met in place of a model, told by how they begin. */
import { FormatFault } from './format-fault.js';

export const SNIFFED_BYTES = 512;

const LFS_POINTER = 'version https://git-lfs.github.com/spec/v1';

const SIGNATURES: readonly (readonly [begins: string, what: string])[] = [
  ['\x89PNG', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['PK\x03\x04', 'a ZIP archive (PyTorch saves its checkpoints as such)'],
  ['\x1f\x8b', 'a gzip archive'],
  ['\x89HDF', 'an HDF5 file (Keras)'],
  ['GGUF', 'a GGUF file'],
  ['%PDF', 'a PDF document'],
];

/**
 * @param head The first bytes of the file, at most SNIFFED_BYTES.
 * @throws FormatFault for what is certainly no ONNX model.
 */
export function refuseImpostor(head: Uint8Array, size: number): void {
  if (size === 0) throw new FormatFault('foreign', 'is empty');
  const text = Buffer.from(head).toString('latin1');
  if (text.startsWith(LFS_POINTER))
    throw new FormatFault('lfs pointer', 'is a Git LFS pointer, not the model');
  const known = SIGNATURES.find(([begins]) => text.startsWith(begins));
  if (known !== undefined) throw new FormatFault('foreign', `is not an ONNX model but ${known[1]}`);
  // A model begins with the field ir_version, whose tag is no printable character.
  if (isText(head)) throw new FormatFault('foreign', 'is not an ONNX model but text');
  if (text.slice(4, 8) === 'ORTM') {
    throw new FormatFault('foreign', 'is a model in ORT format, which holds no ONNX graph');
  }
}

function isText(head: Uint8Array): boolean {
  try {
    // What it begins with may end within a character.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return /^[\t\r\n\P{Cc}]*$/u.test(text);
  } catch {
    return false;
  }
}

/** Whether a file that begins like this only says where Git LFS keeps its content. */
export function isLfsPointer(head: Uint8Array): boolean {
  return Buffer.from(head).toString('latin1').startsWith(LFS_POINTER);
}
