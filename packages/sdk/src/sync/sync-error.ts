import { RegisterError, type RegisterErrorCode } from '../errors/register-error.ts';

export type SyncErrorReason =
  | 'unknown-op'
  | 'order'
  | 'loop'
  | 'answer'
  | 'part'
  | 'signature'
  | 'unrepairable'
  | 'behind'
  | 'exhausted'
  | 'overtaken'
  | 'store'
  | 'closed';

/**
 * A sync that did not get to its end for a reason of its own. What was held before it is held and
 * readable still.
 *
 * - `unknown-op`, `order`, `loop`, `signature`: the register breaks the contract.
 * - `answer`, `part`: what arrived contradicts itself. Something between may have cut or mixed it, so
 *   another sync may do it.
 * - `unrepairable`: count and state hash differ after a repair too.
 * - `behind`, `exhausted`: whoever answered is not where the replica is already, or its answers
 *   went out of date faster than they could be read; another sync may do it.
 * - `overtaken`: another tab or process has swapped in a snapshot meanwhile; read again.
 * - `store`: the store refused; `cause` is its error. `closed`: the replica is closed.
 */
export class SyncError extends RegisterError {
  override readonly name = 'SyncError';
  readonly code: RegisterErrorCode;
  override readonly retryable: boolean;

  constructor(
    readonly reason: SyncErrorReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    const own = reason === 'store' || reason === 'closed';
    this.code = own ? 'configuration' : 'invalid-answer';
    this.retryable = /^(answer|part|behind|exhausted|overtaken)$/.test(reason);
  }
}
