/**
 * The border between the two halves of a record. What passes here as public is served to
 * everybody, so whatever is not certain to be public is dropped.
 */
import { MANAGEMENT_FIELDS, type FullRecord, type Management } from '@pvp/contract';
import type { PublicRecord, Visibility } from '../store/store.ts';

/** A full record taken apart. */
export interface RecordHalves {
  record: PublicRecord;
  /** `undefined` where the record has no management half, or an empty one. */
  management: Management | undefined;
}

/** Never part of the stored public half: the other half, and what is not registered at all. */
const NOT_PUBLIC: ReadonlySet<string> = new Set([
  'management',
  ...MANAGEMENT_FIELDS,
  'derived',
  'revision',
]);

/** Takes a full record apart. The parts share no top-level object with the input. */
export function splitRecord(full: FullRecord & Record<string, unknown>): RecordHalves {
  const entries = Object.entries(full).filter(
    ([name, value]) => !NOT_PUBLIC.has(name) && value !== undefined,
  );
  const { management } = full;
  const managed =
    management !== null &&
    typeof management === 'object' &&
    Object.values(management).some((value) => value !== undefined);
  return {
    record: Object.fromEntries(entries) as PublicRecord,
    management: managed ? { ...management } : undefined,
  };
}

/** Who may see a record, and so who is told of its changes. */
export function recordVisibility(record: PublicRecord): Exclude<Visibility, 'internal'> {
  return record.type === 'service' && record['kind'] === 'inter-restricted' ? 'audience' : 'public';
}
