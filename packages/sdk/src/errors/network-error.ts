import { RegisterError } from './register-error.ts';

/** The register could not be reached, or the connection broke. `cause` is what `fetch` threw. */
export class NetworkError extends RegisterError {
  override readonly name = 'NetworkError';
  readonly code = 'network';
  override readonly retryable = true;
}
