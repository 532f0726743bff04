/** One entry of an input → the records that it stands for, or why it is rejected. */
import type { FullRecord, ImportFinding, Organization, Service } from '@pvp/contract';
import { validateRecord } from '../record/validate.ts';
import { finding, UnreadableField, type Warning } from './findings.ts';
import { readLegacyPage, isLegacyPage } from './legacy-page.ts';
import { normaliseRecord } from './normalise.ts';
import { natureWarnings } from './service-warnings.ts';

/** Findings of one record that its entry in the report repeats. */
const MAX_REASONS = 5;

export type WholeRecord = FullRecord & Record<string, unknown>;

export type JudgedRecord =
  | {
      record: WholeRecord;
      /** To be written before the record, where no such organization is registered. */
      organization: Organization | undefined;
      warnings: Warning[];
    }
  | { rejected: ImportFinding };

export interface JudgeOptions {
  at: string;
  source: string | undefined;
  findOrganization: (name: string) => string | undefined;
}

export function judgeRawRecord(value: unknown, options: JudgeOptions): JudgedRecord {
  const { source } = options;
  const id = idOf(value);
  try {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) {
      return { rejected: rejection(validateRecord(value), source) };
    }
    const read = isLegacyPage(value)
      ? readPage(value, options)
      : {
          record: normaliseRecord(value as Record<string, unknown>),
          organization: undefined,
          warnings: [],
        };
    const findings = validateRecord(read.record);
    if (findings.length > 0) return { rejected: rejection(findings, source) };
    const record = read.record as WholeRecord;
    return { ...read, record, warnings: [...read.warnings, ...nature(record)] };
  } catch (error) {
    if (error instanceof UnreadableField) {
      return { rejected: finding(id, error.field, error.message, source) };
    }
    // Whatever a hostile record does to a reader is that record's fault, not the import's end.
    const reason = `The record cannot be read: ${error instanceof Error ? error.message : 'unknown fault'}.`;
    return { rejected: finding(id, '', reason, source) };
  }
}

/** The id of a record as far as it can be told. */
function idOf(value: unknown): string | null {
  if (value === null || typeof value !== 'object') return null;
  const { id } = value as { id?: unknown };
  return typeof id === 'string' ? id.slice(0, 128) : null;
}

function readPage(
  page: Record<string, unknown>,
  { at, findOrganization }: JudgeOptions,
): {
  record: Record<string, unknown>;
  organization: Organization | undefined;
  warnings: Warning[];
} {
  const { service, organization, warnings } = readLegacyPage(page, { at, findOrganization });
  return { record: service as Service & Record<string, unknown>, organization, warnings };
}

function nature(record: WholeRecord): Warning[] {
  if (record.type !== 'service') return [];
  const titles = Object.entries(record['title'] as Record<string, string>);
  return titles.slice(0, 1).flatMap(([lang, title]) => natureWarnings(title, `/title/${lang}`));
}

/** One entry per record, so that the number of entries is the number of records. */
function rejection(findings: readonly ImportFinding[], source: string | undefined): ImportFinding {
  const [first, ...more] = findings;
  const named = more.slice(0, MAX_REASONS - 1).map(({ field, reason }) => `${field}: ${reason}`);
  const left = more.length - named.length;
  const reason = [first?.reason, ...named, ...(left > 0 ? [`${left} further faults.`] : [])].join(
    ' ',
  );
  return finding(first?.id ?? null, first?.field ?? '', reason, source);
}
