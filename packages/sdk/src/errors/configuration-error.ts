import { RegisterError } from './register-error.ts';

/** An option that cannot work, such as a register that is no http(s) origin. */
export class ConfigurationError extends RegisterError {
  override readonly name = 'ConfigurationError';
  readonly code = 'configuration';
}
