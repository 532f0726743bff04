/** Keeps requests: the one way to their tables. Nothing here knows HTTP or other systems. */
import type { RequestKind, RequestState } from '@pvp/contract';
import type { SqlDriver, SqlSession } from '../../store/drivers/driver.ts';
import { migrate } from '../../store/migrations.ts';
import { openDriver, type StoreOptions } from '../../store/open-store.ts';
import type {
  OutboxRow,
  RequestFilter,
  RequestText,
  StoredEvent,
  StoredRequest,
  StoredUpload,
  Submission,
  SubmissionOutcome,
} from '../request-model.ts';
import { GroupCommit } from './group-commit.ts';
import {
  deferDeliveries,
  deleteRow,
  holdRow,
  postponeRow,
  selectDue,
  selectFailing,
  selectOutbox,
  type DueRow,
} from './outbox-rows.ts';
import {
  appendEvent,
  deleteRequest,
  endRunning,
  markDelivered,
  markKept,
  markLooked,
  type RequestChange,
  type TakenOver,
} from './request-changes.ts';
import {
  selectByKey,
  selectEvents,
  selectRange,
  selectRequest,
  selectRequests,
  selectText,
  selectUploads,
  type RequestPlace,
} from './request-rows.ts';
import { REQUEST_SCHEMA } from './request-tables.ts';
import { deleteExpiredProofs, deleteUnchanged, selectUnchanged } from './retention-rows.ts';
import { insertSubmission, Overtaken } from './submissions.ts';
import { deleteUnclaimed, insertUpload, selectContent, sumUnclaimed } from './upload-rows.ts';

export class RequestStore {
  readonly #driver: SqlDriver;
  readonly #commits: GroupCommit;

  private constructor(driver: SqlDriver) {
    this.#driver = driver;
    this.#commits = new GroupCommit(driver);
  }

  /**
   * Rejects with a `StoreError` that says what is wrong with the place: one that can only be read (a
   * standby) is none for requests.
   */
  static async open(place: StoreOptions): Promise<RequestStore> {
    const driver = await openDriver(place);
    try {
      await migrate(driver, REQUEST_SCHEMA);
      // Takes nothing out, and shows whether anything can be written.
      await driver.transaction(async (session) => ({
        commit: true,
        value: await deleteRow(session, ''),
      }));
    } catch (error) {
      await driver.close();
      throw error;
    }
    return new RequestStore(driver);
  }

  /** Runs a write that shares its transaction with others; it must not throw but for a failure. */
  write<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
    return this.#commits.run(work);
  }

  /** Reads what is committed. */
  get reader(): SqlSession {
    return this.#driver;
  }

  async submit(submission: Submission): Promise<SubmissionOutcome> {
    try {
      return await this.write((session) => insertSubmission(session, submission));
    } catch (error) {
      if (error instanceof Overtaken) return error.outcome;
      throw error;
    }
  }

  byKey(keyHash: string): Promise<{ request: StoredRequest; bodyHash: string } | undefined> {
    return selectByKey(this.reader, keyHash);
  }

  get(number: string): Promise<StoredRequest | undefined> {
    return selectRequest(this.reader, number);
  }

  list(
    filter: RequestFilter,
    before: RequestPlace | undefined,
    limit: number,
  ): Promise<StoredRequest[]> {
    return selectRequests(this.reader, filter, before, limit);
  }

  range(
    range: { institution: string | undefined; since: string; until: string },
    after: RequestPlace | undefined,
    limit: number,
  ): Promise<StoredRequest[]> {
    return selectRange(this.reader, range, after, limit);
  }

  text(number: string): Promise<RequestText> {
    return selectText(this.reader, number);
  }

  events(number: string): Promise<StoredEvent[]> {
    return selectEvents(this.reader, number);
  }

  uploads(number: string): Promise<StoredUpload[]> {
    return selectUploads(this.reader, number);
  }

  content(upload: string): Promise<Buffer> {
    return selectContent(this.reader, upload);
  }

  outbox(number: string): Promise<OutboxRow[]> {
    return selectOutbox(this.reader, number);
  }

  failing(): Promise<{ rows: number; since: string | undefined }> {
    return selectFailing(this.reader);
  }

  /** `undefined`: the request no longer stands at this revision. */
  change(
    number: string,
    revision: number,
    change: RequestChange,
  ): Promise<StoredRequest | undefined> {
    return this.write((session) => appendEvent(session, number, revision, change));
  }

  looked(number: string, at: string): Promise<void> {
    return this.write((session) => markLooked(session, number, at));
  }

  endRunning(number: string): Promise<void> {
    return this.write((session) => endRunning(session, number));
  }

  /** `false`: there is no room; files that nobody names may hold `room` bytes together. */
  addUpload(upload: StoredUpload, content: Uint8Array, at: string, room: number): Promise<boolean> {
    return this.write(async (session) => {
      if ((await sumUnclaimed(session)) + upload.bytes > room) return false;
      await insertUpload(session, upload, content, at);
      return true;
    });
  }

  due(now: string, limit: number): Promise<DueRow[]> {
    return selectDue(this.reader, now, limit);
  }

  /** Puts off everything that is due for the system of an institution. */
  defer(institution: string, now: string, dueAt: string): Promise<void> {
    return this.write((session) => deferDeliveries(session, institution, now, dueAt));
  }

  hold(id: string, now: string, until: string): Promise<OutboxRow | undefined> {
    return this.write((session) => holdRow(session, id, now, until));
  }

  postpone(id: string, dueAt: string, lastError: string): Promise<void> {
    return this.write((session) => postponeRow(session, id, dueAt, lastError));
  }

  /** Nothing of the row is to be sent any more. */
  drop(id: string): Promise<void> {
    return this.write((session) => deleteRow(session, id));
  }

  delivered(row: Pick<OutboxRow, 'id' | 'number'>, taken: TakenOver): Promise<void> {
    return this.write((session) => markDelivered(session, row.id, row.number, taken));
  }

  keep(row: Pick<OutboxRow, 'id' | 'number'>): Promise<void> {
    return this.write((session) => markKept(session, row.id, row.number));
  }

  async erase(number: string): Promise<boolean> {
    const isErased = await this.write((session) => deleteRequest(session, number));
    if (isErased) await this.wipe();
    return isErased;
  }

  /** Deletes requests of a kind that stand in one of the states since before an instant. */
  async purge(kind: RequestKind, states: readonly RequestState[], before: string): Promise<number> {
    let purged = 0;
    for (;;) {
      const rows = await this.write((session) => deleteUnchanged(session, kind, states, before));
      purged += rows;
      if (rows === 0) return purged;
    }
  }

  unchanged(filter: {
    kind?: RequestKind;
    state: RequestState;
    level?: number;
    before: string;
  }): Promise<{ number: string; revision: number }[]> {
    return selectUnchanged(this.reader, filter);
  }

  /** Deletes files that were sent before an instant and that no request has named. */
  purgeUploads(before: string): Promise<number> {
    return this.write((session) => deleteUnclaimed(session, before));
  }

  purgeProofs(now: string): Promise<void> {
    return this.write((session) => deleteExpiredProofs(session, now));
  }

  /** Wipes what was deleted from the files of the database, as far as the engine can be told to. */
  wipe(): Promise<void> {
    return this.#driver.wipeDeleted();
  }

  close(): Promise<void> {
    return this.#driver.close();
  }
}
