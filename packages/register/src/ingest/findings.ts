import type { ImportFinding } from '@pvp/contract';

/** Stable names of warnings. A warning never keeps a record out. */
export type WarningCode =
  | 'ambiguous-channel'
  | 'duplicate-id'
  | 'expired-notice'
  | 'file-ignored'
  | 'header-free-but-charges'
  | 'looks-like-no-service'
  | 'looks-like-support'
  | 'missing-audience'
  | 'missing-institution'
  | 'missing-recipient'
  | 'missing-summary'
  | 'page-furniture'
  | 'placeholder-value'
  | 'term-units-disagree'
  | 'truncated-source'
  | 'unknown-channel'
  | 'unknown-reference'
  | 'unknown-service-kind';

/** What a reader of one record noticed. The importer adds the id and the source. */
export interface Warning {
  code: WarningCode;
  /** JSON Pointer into the record as it was given. */
  field: string;
  reason: string;
}

/** A value that cannot be read into the shape of the contract; the record is rejected. */
export class UnreadableField extends Error {
  override readonly name = 'UnreadableField';
  /** JSON Pointer into the record as it was given. */
  readonly field: string;

  constructor(field: string, reason: string) {
    super(reason);
    this.field = field;
  }
}

/** A finding of a report: what, where, why, and in which file. */
export function finding(
  id: string | null,
  field: string,
  reason: string,
  source: string | undefined,
  code?: WarningCode,
): ImportFinding {
  return {
    id,
    field,
    reason,
    ...(code === undefined ? {} : { code }),
    ...(source === undefined ? {} : { source }),
  };
}
