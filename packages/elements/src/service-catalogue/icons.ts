/** Drawn as lines in a square of 24; see templates/icon.ts. */
export const SEARCH = 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0zM15 15l6 6';
export const CLOSE = 'M6 6l12 12M18 6L6 18';
export const BACK = 'M20 12H5M11 5l-7 7 7 7';
export const FILTER = 'M3 6h18M6 12h12M10 18h4';
