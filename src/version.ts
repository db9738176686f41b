declare const EFFICIENCY_GATE_BUILD: string | undefined;

/** Set when the bundle is built; tests run the source itself. */
export const EFFICIENCY_GATE_VERSION =
  typeof EFFICIENCY_GATE_BUILD === 'string' ? EFFICIENCY_GATE_BUILD : '0.0.0-source';
