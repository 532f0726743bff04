import { RegisterError } from './register-error.ts';

/** The register knows no such object, or shows it to nobody. */
export class NotFoundError extends RegisterError {
  override readonly name = 'NotFoundError';
  readonly code = 'not-found';
}
