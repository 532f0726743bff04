import { RegisterError } from './register-error.ts';

/** No answer within the time limit of an attempt, or of all attempts together. */
export class TimeoutError extends RegisterError {
  override readonly name = 'TimeoutError';
  readonly code = 'timeout';
  override readonly retryable = true;
}
