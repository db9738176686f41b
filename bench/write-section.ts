/** Results in documents: each between marks of its own, so that a bench can write them anew. */
import { readFile, writeFile } from 'node:fs/promises';

/** Replaces what lies between `<!-- NAME -->` and `<!-- /NAME -->`. @throws Error where the marks are missing. */
export async function writeSection(file: string, name: string, text: string): Promise<void> {
  const document = await readFile(file, 'utf8');
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [document.indexOf(open), document.indexOf(close)];
  if (from === -1 || to < from) throw new Error(`${file} has no place for ${name}: ${open} ... ${close}`);
  await writeFile(
    file,
    `${document.slice(0, from + open.length)}\n\n${text.trim()}\n\n${document.slice(to)}`,
  );
}
