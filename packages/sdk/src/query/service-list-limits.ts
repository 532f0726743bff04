/** Limits of `GET /v1/services`, as in the contract. */
export const DEFAULT_LIMIT = 20;
export const MAX_LIMIT = 200;
export const MAX_QUERY_LENGTH = 200;
export const MAX_CURSOR_LENGTH = 512;
/** Values of one repeated parameter. */
export const MAX_ALTERNATIVES = 50;
