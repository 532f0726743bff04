/** Credentials are for the upstream alone: a redirect is an answer, and not followed. */
export const fetchInPlace: typeof fetch = (input, init) =>
  fetch(input, { ...init, redirect: 'manual' });
