/** A table that is shown beside the indicators, and what must be known to read it. Raw text: each medium escapes it. */
export interface Supplement {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** One of `l`, `r` for each column. */
  readonly align: string;
  readonly notes: readonly string[];
}
