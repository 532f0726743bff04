/** Stable names of what can go wrong, for programs. */
export type RegisterErrorCode =
  'configuration' | 'network' | 'timeout' | 'not-found' | 'gone' | 'problem' | 'invalid-answer';

/**
 * Root of everything that this package throws, but for an abort by the caller: that rejects with
 * the signal's own reason, as `fetch` does. Messages hold no query strings and no credentials.
 */
export abstract class RegisterError extends Error {
  abstract readonly code: RegisterErrorCode;
  /** Whether the same question may be answered later, with nothing changed. */
  readonly retryable: boolean = false;
}
