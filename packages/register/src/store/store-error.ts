/** Why a store could not do what it was asked. */
export type StoreErrorCode =
  /** The file is a database, and part of it cannot be read. */
  | 'damaged'
  /** The file is something else. */
  | 'not-a-database'
  /** The database holds tables of another program. */
  | 'foreign-database'
  /** Written by a newer version of this program. */
  | 'newer-schema'
  /** No permission, no such folder, or a read-only medium. */
  | 'not-writable'
  /** No room on the medium. */
  | 'full'
  /** Others kept the database locked for too long, or were in the way. */
  | 'busy'
  /** The database server cannot be reached or turned the connection away. */
  | 'unavailable'
  /** The store was closed before. */
  | 'closed'
  /** Anything else that the engine reports; `cause` has its error. */
  | 'failed';

/** A failure of the store. Nothing of the call that failed was written. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  /** The same call may succeed later. */
  readonly retryable: boolean;

  /** @param message A whole sentence that names what failed, where and why; never a secret. */
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
    this.retryable = code === 'busy' || code === 'unavailable' || code === 'full';
  }
}
