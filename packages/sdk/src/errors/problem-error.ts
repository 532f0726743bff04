import type { Problem } from '@pvp/contract';
import { RegisterError } from './register-error.ts';

/** The register refused or failed, with a status other than 404 and 410. */
export class ProblemError extends RegisterError {
  override readonly name = 'ProblemError';
  readonly code = 'problem';
  override readonly retryable: boolean;

  /**
   * @param problem The problem document; absent where something before the register answered.
   * @param retryAfter Seconds until the register wants to be asked again.
   */
  constructor(
    message: string,
    readonly status: number,
    readonly problem?: Problem,
    readonly retryAfter?: number,
  ) {
    super(message);
    // Whatever a gateway or a network says in a register's place may be over in a moment.
    this.retryable = status >= 500 || status === 429 || status === 408 || !problem?.type;
  }
}
