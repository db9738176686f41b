/** Bounds of what GitHub takes. Renderers fit them; this is the last resort. */

/** Bytes of a comment's body. GitHub documents 65,536 characters; the rest is room for what it adds. */
export const COMMENT_BYTES = 60_000;
/** Bytes of one step's job summary: 1 MiB. */
export const SUMMARY_BYTES = 1024 * 1024;

/**
 * The text itself when it fits, else its whole lines up to the limit and a note that says so.
 * @param limit UTF-8 bytes, the note included.
 * @param rest Where the whole text is, in words.
 */
export function fit(text: string, limit: number, rest: string): string {
  if (Buffer.byteLength(text) <= limit) return text;
  const note = `\n\n_Cut here: GitHub takes no more. ${rest}_\n`;
  const room = Buffer.from(text).subarray(0, limit - Buffer.byteLength(note));
  const end = room.lastIndexOf('\n');
  return room.subarray(0, Math.max(end, 0)).toString('utf8') + note;
}
