/** Takes many records into a store, each judged alone. */
import type { ImportFinding, ImportReport, Organization } from '@pvp/contract';
import {
  MAX_TRANSACTION_RECORDS,
  type RecordWrite,
  type Store,
  type WriteOutcome,
} from '../store/store.ts';
import { finding } from './findings.ts';
import { judgeRawRecord, type JudgedRecord, type WholeRecord } from './judge-raw-record.ts';
import { KnownOrganizations } from './known-organizations.ts';
import { isLegacyPage } from './legacy-page.ts';
import type { RawRecord } from './read-input.ts';
import { RecordReferences } from './record-references.ts';

export interface ImportOptions {
  /** Name of the token, or of the command. Never the token itself. */
  actor: string;
  /** The time of the writes (UTC, RFC 3339). */
  at: string | (() => string);
  /** Which records the writer may write and replace. Default: all. */
  mayWrite?: (record: { type: string; id: string }) => boolean;
  onProgress?: (progress: ImportProgress) => void;
  /** Ends the import after the transaction in work. */
  signal?: AbortSignal;
}

/** Entries of the input so far. */
export interface ImportProgress {
  judged: number;
  accepted: number;
  unchanged: number;
  rejected: number;
}

/** The import ended early. What `report` counts was written and stays; nothing is half-written. */
export class ImportInterrupted extends Error {
  override readonly name = 'ImportInterrupted';
  readonly report: ImportReport;

  constructor(message: string, report: ImportReport, cause?: unknown) {
    super(message, { cause });
    this.report = report;
  }
}

interface Pending {
  record: WholeRecord;
  organization: Organization | undefined;
  source: string | undefined;
  warnings: ImportFinding[];
}

/**
 * Writes what `input` yields, in transactions of at most `MAX_TRANSACTION_RECORDS`, and reports.
 * `accepted`, `unchanged` and `rejected` together count the entries of the input, records of one
 * id as one; organizations that are made from institutions' names are not counted.
 *
 * @throws ImportInterrupted where the store fails or `signal` aborts; it carries the report of
 * what was committed until then.
 */
export async function importRecords(
  store: Store,
  input: AsyncIterable<RawRecord> | Iterable<RawRecord>,
  options: ImportOptions,
): Promise<ImportReport> {
  const run = new ImportRun(store, options);
  try {
    for await (const entry of input) {
      options.signal?.throwIfAborted();
      await run.take(entry);
    }
    return await run.end();
  } catch (cause) {
    const told = cause instanceof Error ? cause.message : String(cause);
    const message = options.signal?.aborted
      ? 'The import was stopped.'
      : `The import ended early: ${told}`;
    throw new ImportInterrupted(message, run.report, cause);
  }
}

class ImportRun {
  readonly report: ImportReport = { accepted: 0, unchanged: 0, rejected: [], warnings: [] };
  readonly #store: Store;
  readonly #options: ImportOptions;
  readonly #references = new RecordReferences();
  /** What became of each id that was committed. */
  readonly #outcomes = new Map<string, 'accepted' | 'unchanged'>();
  readonly #batch = new Map<string, Pending>();
  readonly #newOrganizations = new Map<string, Organization>();
  #organizations: KnownOrganizations | undefined;
  #judged = 0;

  constructor(store: Store, options: ImportOptions) {
    this.#store = store;
    this.#options = options;
  }

  async take(entry: RawRecord): Promise<void> {
    const { source } = entry;
    if (entry.kind === 'ignored') {
      this.report.warnings.push(finding(null, '', entry.reason, source, 'file-ignored'));
      return;
    }
    this.#judged += 1;
    if (entry.kind === 'unreadable') {
      this.report.rejected.push(finding(null, '', entry.reason, source));
      return;
    }
    if (isLegacyPage(entry.value))
      this.#organizations ??= await KnownOrganizations.load(this.#store);
    const judged = judgeRawRecord(entry.value, {
      at: this.#at(),
      source,
      findOrganization: (name) => this.#organizations?.find(name),
    });
    if ('rejected' in judged) this.report.rejected.push(judged.rejected);
    else if (!this.#mayWrite(judged.record)) this.#refuse(judged.record.id, source);
    else await this.#queue(judged, source);
  }

  async end(): Promise<ImportReport> {
    await this.#commit();
    this.report.warnings.push(...(await this.#references.warnings(this.#store)));
    return this.report;
  }

  async #queue(
    { record, organization, warnings }: Exclude<JudgedRecord, { rejected: unknown }>,
    source: string | undefined,
  ): Promise<void> {
    const key = `${record.type}/${record.id}`;
    const found = warnings.map(({ code, field, reason }) =>
      finding(record.id, field, reason, source, code),
    );
    if (this.#batch.has(key) || this.#outcomes.has(key)) {
      const reason = `The id ${JSON.stringify(record.id)} occurs more than once in the input; the later record holds.`;
      found.unshift(finding(record.id, '/id', reason, source, 'duplicate-id'));
    }
    // The place of the later one counts: what it refers to may have come in between.
    this.#batch.delete(key);
    this.#batch.set(key, { record, organization, source, warnings: found });
    if (organization) {
      this.#newOrganizations.set(organization.id, organization);
      this.#organizations?.add(organization);
    } else if (record.type === 'organization') {
      this.#organizations?.add(record as unknown as Organization);
    }
    // One entry may bring a record and an organization.
    const size = this.#batch.size + this.#newOrganizations.size;
    if (size >= MAX_TRANSACTION_RECORDS - 1) await this.#commit();
  }

  async #commit(): Promise<void> {
    this.#options.signal?.throwIfAborted();
    const pending = await this.#withoutForeign([...this.#batch.values()]);
    const organizations = this.#organizationsOf(pending);
    this.#batch.clear();
    this.#newOrganizations.clear();
    if (pending.length > 0) {
      const writes: RecordWrite[] = [
        ...organizations.map((record) => ({ record, expect: 'absent' as const })),
        ...pending.map(({ record }) => ({ record, expect: 'any' as const })),
      ];
      const context = { actor: this.#options.actor, at: this.#at() };
      const outcomes = await this.#store.write(writes, context);
      organizations.forEach((record) => this.#references.addTarget(record));
      outcomes
        .slice(organizations.length)
        .forEach((outcome, index) => this.#count(outcome, pending[index]));
    }
    this.#options.onProgress?.({
      judged: this.#judged,
      accepted: this.report.accepted,
      unchanged: this.report.unchanged,
      rejected: this.report.rejected.length,
    });
  }

  /** A record may not take over one that the writer may not touch. */
  async #withoutForeign(pending: Pending[]): Promise<Pending[]> {
    if (!this.#options.mayWrite) return pending;
    const kept: Pending[] = [];
    for (const each of pending) {
      const current = await this.#store.get(each.record.type, each.record.id);
      if (current === undefined || this.#mayWrite(current.record)) kept.push(each);
      else this.#refuse(each.record.id, each.source);
    }
    return kept;
  }

  /** Organizations that the batch needs: not those of records that a later one replaced. */
  #organizationsOf(pending: readonly Pending[]): (Organization & Record<string, unknown>)[] {
    const needed = new Set(
      pending.flatMap(({ record }) => [record['holder'], record['providers']].flat()),
    );
    return [...this.#newOrganizations.values()].filter(
      (organization) => needed.has(organization.id) && this.#mayWrite(organization),
    );
  }

  #count(outcome: WriteOutcome, pending: Pending | undefined): void {
    if (!pending) return;
    const { record, source, warnings } = pending;
    if (outcome.status === 'alias-taken') {
      const reason = `The name ${JSON.stringify(outcome.alias)} belongs to the ${record.type} ${JSON.stringify(outcome.owner)}.`;
      const index = record.aliases?.indexOf(outcome.alias) ?? -1;
      const field = index < 0 ? '/id' : `/aliases/${index}`;
      this.report.rejected.push(finding(record.id, field, reason, source));
      return;
    }
    if (outcome.status === 'conflict') {
      const reason = 'Another writer changed the record at the same time.';
      this.report.rejected.push(finding(record.id, '', reason, source));
      return;
    }
    const key = `${record.type}/${record.id}`;
    const before = this.#outcomes.get(key);
    const now = outcome.status === 'unchanged' ? 'unchanged' : 'accepted';
    if (before === undefined) {
      this.report[now] += 1;
      this.#outcomes.set(key, now);
    } else if (before === 'unchanged' && now === 'accepted') {
      this.report.unchanged -= 1;
      this.report.accepted += 1;
      this.#outcomes.set(key, now);
    }
    this.report.warnings.push(...warnings);
    this.#references.add(record, source);
  }

  #mayWrite(record: { type: string; id: string }): boolean {
    return this.#options.mayWrite?.(record) ?? true;
  }

  #refuse(id: string, source: string | undefined): void {
    const reason = 'The writer may not write this record: it belongs to another institution.';
    this.report.rejected.push(finding(id, '', reason, source));
  }

  #at(): string {
    const { at } = this.#options;
    return typeof at === 'string' ? at : at();
  }
}
