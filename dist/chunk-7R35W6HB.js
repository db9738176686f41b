import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/render/escape.ts
var UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}]/gu;
var NAME_LENGTH = 160;
var TEXT_LENGTH = 1500;
var codePoint = (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
function visible(text, length) {
  return shorten(
    shorten(text, 2 * length).replace(/\s+/gu, " ").trim().replace(UNSEEN, codePoint),
    length
  );
}
function shorten(text, length) {
  if (text.length <= length) return text;
  const kept = Math.floor((length - 1) / 2);
  return `${text.slice(0, kept).replace(/[\uD800-\uDBFF]$/, "")}…${text.slice(-kept).replace(/^[\uDC00-\uDFFF]/, "")}`;
}
function beginningOf(escaped, length) {
  if (escaped.length <= length) return escaped;
  return `${escaped.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
function terminalText(text, length = TEXT_LENGTH) {
  return visible(text, length);
}
function plainName(name) {
  return visible(name, NAME_LENGTH);
}
function markdownCode(name) {
  const text = visible(name, NAME_LENGTH);
  return text === "" ? "(no name)" : codeSpan(text);
}
var codeSpan = (text) => `\`${text.replace(/[`|]/g, codePoint)}\``;
function htmlCode(name) {
  return `<code>${escapeMarkup(visible(name, NAME_LENGTH))}</code>`;
}
function htmlText(text) {
  return visible(text, NAME_LENGTH).split(" ").map((word) => isPlain(word) ? escapeMarkup(word) : `<code>${escapeMarkup(word)}</code>`).join(" ");
}
function escapeMarkup(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
var PROSE = /^[\p{L}\p{M}\p{N}.,;:!?()[\]'’"“”%/+=×÷±≈…–—-]*$/u;
var LINKED = [
  /\/\//,
  // addresses
  /www\./i,
  /!\[|\]\(|\]:|\]\[/,
  // links and images
  /gh-\d/i,
  // issues
  /(?<![0-9a-z])(?=\d*[a-f])[0-9a-f]{7,40}(?![0-9a-z])/i,
  // commits
  /:[\w+-]+:/
  // emoji
];
function markdownText(text, length = TEXT_LENGTH) {
  const [first = "", ...others] = visible(text, length).split(" ");
  return [lineStart(markdownWord(first)), ...others.map(markdownWord)].join(" ");
}
var isPlain = (word) => PROSE.test(word) && !LINKED.some((pattern) => pattern.test(word));
function markdownWord(word) {
  if (!isPlain(word)) {
    const [, before = "", core = "", after = ""] = /^([("“]*)(.*?)([.,;:?)"”]*)$/su.exec(word) ?? [];
    return `${before}${codeSpan(core)}${after}`;
  }
  const interval = /\d/.test(word) && !new RegExp("\\p{L}", "u").test(word);
  return interval ? word : word.replace(/[[\]]/g, String.raw`\$&`);
}
function lineStart(word) {
  return word.replace(/^([-+=]+|\d+[.)])$/, (marker) => `${marker.slice(0, -1)}\\${marker.slice(-1)}`);
}
function markdownLabel(label) {
  return markdownText(label, NAME_LENGTH);
}

export {
  beginningOf,
  terminalText,
  plainName,
  markdownCode,
  htmlCode,
  htmlText,
  escapeMarkup,
  markdownText,
  markdownLabel
};
