import pc from 'picocolors';
import type { Colors } from 'picocolors/types.js';
import type { Paint } from './terminal-layout.js';
import { type Mark, signed, type Tone } from './signs.js';

export interface Palette extends Record<Tone, Paint> {
  readonly strong: Paint;
  readonly faint: Paint;
}

/** Colour repeats what signs and words say; without colour nothing is lost. */
export function paletteFor(colour: boolean): Palette {
  const colors: Colors = pc.createColors(colour);
  return {
    good: colors.green,
    bad: colors.red,
    mixed: colors.magenta,
    unsure: colors.yellow,
    quiet: (text) => text,
    strong: colors.bold,
    faint: colors.dim,
  };
}

export const paintMark = (mark: Mark, palette: Palette): string => palette[mark.tone](signed(mark));
