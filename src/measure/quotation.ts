/** Names out of a model, made fit for a message: one line, no control characters, bounded. */

const LONGEST = 80;

export function quoted(name: string): string {
  const plain = name.replace(/\p{C}/gu, '?');
  return `\`${plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain}\``;
}

/** The first line of what a library said, bounded, without control characters. */
export function firstLine(text: string, longest = 300): string {
  const line = (text.trim().split('\n')[0] ?? '').replace(/\p{C}/gu, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
