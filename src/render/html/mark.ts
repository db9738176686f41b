import { signed, type Mark } from '../signs.js';
import { markup, type Markup } from './markup.js';

/** A sign and a word in the colour of their tone. */
export const markOf = (mark: Mark): Markup => markup`<span class="mark ${mark.tone}">${signed(mark)}</span>`;
