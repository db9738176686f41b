/** Pictures of pages small enough for a repository: 16 shades a channel, of which a page of text has few. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = 8;
const SHADE = 17;

/** @param png 8 bits a channel, RGB, not interlaced, as Chromium writes it. @returns the same with a palette. */
export function withPalette(png: Uint8Array): Uint8Array {
  const chunks = chunksOf(Buffer.from(png));
  const header = Buffer.from(chunks.find(({ type }) => type === 'IHDR')?.data ?? []);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  if (header.readUInt16BE(8) !== 0x0802) throw new TypeError('expected 8 bits a channel and RGB');
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const pixels = unfiltered(inflateSync(packed), width * 3, height);

  const palette = new Map<number, number>();
  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < width * height; at++) {
    const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((channel) =>
      Math.round((pixels[3 * at + channel] ?? 0) / SHADE),
    );
    const colour = (red << 8) | (green << 4) | blue;
    const index = palette.get(colour) ?? palette.size;
    palette.set(colour, index);
    rows[at + Math.floor(at / width) + 1] = index;
  }
  if (palette.size > 256) throw new RangeError(`${palette.size} colours are more than a palette has`);
  const colours = [...palette.keys()].flatMap((colour) => [colour >> 8, (colour >> 4) & 15, colour & 15]);
  header[9] = 3;
  return Buffer.concat([
    png.subarray(0, SIGNATURE),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.map((shade) => shade * SHADE))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunksOf(png: Buffer): { type: string; data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = SIGNATURE; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** Undoes the filters of PNG (ISO/IEC 15948, section 9), three bytes a pixel. */
function unfiltered(filtered: Buffer, stride: number, height: number): Buffer {
  const out = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = filtered[row * (stride + 1)] ?? 0;
    for (let column = 0; column < stride; column++) {
      const at = row * stride + column;
      const left = column < 3 ? 0 : (out[at - 3] ?? 0);
      const above = row === 0 ? 0 : (out[at - stride] ?? 0);
      const corner = row === 0 || column < 3 ? 0 : (out[at - stride - 3] ?? 0);
      const predicted = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
      out[at] = (filtered[at + row + 1] ?? 0) + predicted;
    }
  }
  return out;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(guess - value));
  if ((toLeft ?? 0) <= (toAbove ?? 0) && (toLeft ?? 0) <= (toCorner ?? 0)) return left;
  return (toAbove ?? 0) <= (toCorner ?? 0) ? above : corner;
}
