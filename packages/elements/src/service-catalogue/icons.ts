/** Drawn as lines in a square of 24; see templates/icon.ts. */
export const CLOSE = 'M6 6l12 12M18 6L6 18';
export const BACK = 'M20 12H5M11 5l-7 7 7 7';
export const FILTER = 'M3 6h18M6 12h12M10 18h4';
