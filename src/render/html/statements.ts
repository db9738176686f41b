/** What is said of the change beside its figures: what crept up, what it claims, and who answers for what got worse. */
import type { GateReport } from '../../report.js';
import { acknowledgementNotes } from '../acknowledgements.js';
import { claimedSentences, claimsTally, type ClaimedSentence } from '../claims.js';
import { CREEP_METHOD, CREEP_TITLE, creepNotes } from '../creep.js';
import { markOf } from './mark.js';
import { markup, type Markup } from './markup.js';

/** Each sentence with its rulings and what could be said instead; null where nothing is claimed. */
export function claims(report: GateReport): Markup | null {
  const sentences = claimedSentences(report);
  if (sentences.length === 0) return null;
  return markup`<section><h2>Claims: ${claimsTally(report)}</h2>${sentences.map(sentence)}</section>
`;
}

function sentence({ text, place, rulings, rewording, inFull }: ClaimedSentence): Markup {
  return markup`<blockquote>${text}” <cite>(${place})</cite></blockquote>
<ul class="notes">${rulings.map(
    ({ mark, meaning, evidence }) => markup`<li>${markOf(mark)}, read as ${meaning}: ${evidence}</li>`,
  )}</ul>
${
  rewording === null
    ? inFull === null
      ? null
      : markup`<p class="note">In full: ${inFull}</p>`
    : markup`<p>To say instead:</p><pre class="wording" tabindex="0">${rewording}</pre>`
}`;
}

/** What became worse over several changes; null where nothing did. */
export function creep(report: GateReport): Markup | null {
  const notes = creepNotes(report);
  return notes.length === 0
    ? null
    : markup`<section><h2>${CREEP_TITLE}</h2><ul class="notes">${notes.map(
        ({ model, text }) => markup`<li><code>${model}</code>: ${text}</li>`,
      )}</ul><p class="note">${CREEP_METHOD}</p></section>
`;
}

/** Who, why and until when; null where nobody does. */
export function acknowledgements(report: GateReport): Markup | null {
  const notes = acknowledgementNotes(report);
  return notes.length === 0
    ? null
    : markup`<section><h2>Acknowledged</h2><ul class="notes">${notes.map(
        ({ text }) => markup`<li>${text}</li>`,
      )}</ul></section>
`;
}
