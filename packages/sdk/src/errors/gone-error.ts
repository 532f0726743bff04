import type { GoneSubject } from '@pvp/contract';
import { RegisterError } from './register-error.ts';

/** The object is retired. `subject` says what it was and what follows it, where that is known. */
export class GoneError extends RegisterError {
  override readonly name = 'GoneError';
  readonly code = 'gone';

  constructor(
    message: string,
    readonly subject?: GoneSubject,
  ) {
    super(message);
  }
}
