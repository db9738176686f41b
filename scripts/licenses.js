/** Collects the licence texts of the packages whose code went into the bundle. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The folder of the package that a bundled file belongs to, or undefined for our own files. */
function packageFolder(file) {
  const at = file.lastIndexOf('node_modules/');
  if (at === -1) return undefined;
  const parts = file.slice(at + 'node_modules/'.length).split('/');
  const name = parts[0].startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
  return `${file.slice(0, at)}node_modules/${name}`;
}

async function licenseText(root, folder) {
  const files = await readdir(path.join(root, folder));
  const file = files.filter((name) => /^(licen[cs]e|copying)/i.test(name)).sort()[0];
  return file === undefined ? undefined : (await readFile(path.join(root, folder, file), 'utf8')).trim();
}

/**
 * @param {string} root repository root
 * @param {string[]} inputs bundled files, relative to the root
 * @param {string} target file to write
 */
export async function writeLicenses(root, inputs, target) {
  const folders = [...new Set(inputs.map(packageFolder).filter((folder) => folder !== undefined))];
  const entries = await Promise.all(
    folders.map(async (folder) => {
      const { name, version, license } = JSON.parse(
        await readFile(path.join(root, folder, 'package.json'), 'utf8'),
      );
      const text = await licenseText(root, folder);
      if (license === undefined && text === undefined) throw new Error(`${name}: no licence found`);
      return {
        key: `${name}@${version}`,
        text: `${name}@${version}\n${license ?? ''}\n\n${text ?? '(no licence file in the package)'}`,
      };
    }),
  );
  const unique = new Map(entries.map(({ key, text }) => [key, text]));
  const sorted = [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  await writeFile(target, `${sorted.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
}
