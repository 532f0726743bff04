import { RegisterError } from './register-error.ts';

/**
 * Something answered that is no register: a web page, a log-in form of a network, broken JSON, or
 * JSON of another shape.
 */
export class InvalidAnswerError extends RegisterError {
  override readonly name = 'InvalidAnswerError';
  readonly code = 'invalid-answer';
  override readonly retryable = true;
}
