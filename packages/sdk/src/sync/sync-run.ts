/** One sync: carries out what each state of the table asks for, and tells the machine what came. */
import type { ChangePage } from '@pvp/contract';
import { NetworkError } from '../errors/network-error.ts';
import type { ProblemError } from '../errors/problem-error.ts';
import { RegisterError } from '../errors/register-error.ts';
import { assertLeadsOn } from './assert-page.ts';
import { positionOf } from './checkpoint.ts';
import type { Contents } from './replica-contents.ts';
import type { Told } from './scope-reader.ts';
import { SyncError } from './sync-error.ts';
import { emptyReport, type SyncReport } from './sync-report.ts';
import { commitWork, type LastPage, type SyncRunOptions, type SyncWork } from './sync-work.ts';
import type { SyncEvent, SyncState } from './transitions.ts';

const MAX_PAGES = 10_000;

export class SyncRun {
  readonly #work: SyncWork;
  #pages = 0;
  readonly #steps: Partial<Record<SyncState, () => Promise<SyncEvent>>> = {
    'asking-changes': () => this.#askChanges(),
    'asking-snapshot': async () => (await snapshotSteps()).askSnapshot(this.#work),
    'asking-parts': async () => (await snapshotSteps()).askParts(this.#work),
    applying: async () => (await changeSteps()).applyPending(this.#work),
    comparing: () => this.#compare(),
    repairing: async () => (await snapshotSteps()).repair(this.#work),
  };

  constructor(options: SyncRunOptions, contents: Contents) {
    const report = emptyReport(contents.meta?.checkpoint);
    this.#work = { options, contents, report, restarts: 0, isRepair: false, error: undefined };
  }

  get report(): SyncReport {
    return this.#work.report;
  }

  /** How many transactions the register is ahead, as far as it has said. */
  get lag(): number {
    const { newest, contents } = this.#work;
    const held = contents.meta?.checkpoint;
    if (!newest || !held) return 0;
    const [to, from] = [positionOf(newest), positionOf(held)];
    return to.epoch === from.epoch ? Math.max(0, to.seq - from.seq) : 0;
  }

  /** Goes on until a state of rest. Rejects where it is `waiting` or `failed`, or was aborted. */
  async run(): Promise<SyncReport> {
    const work = this.#work;
    const { machine, reader, signal, contents } = work.options;
    machine.send('sync');
    for (let step = this.#steps[machine.state]; step; step = this.#steps[machine.state]) {
      const event = await step().catch((error: unknown) => this.#eventOf(error));
      // Closed while it was under way.
      if (machine.state === 'closed') break;
      if (event === 'overtaken') {
        work.error = undefined;
        work.contents = await contents.current();
      }
      machine.send(event);
    }
    const { report } = work;
    report.requests = reader.requests;
    report.bytes = reader.bytes;
    report.to = work.contents.meta?.checkpoint;
    if (signal.aborted && work.error) throw signal.reason;
    if (work.error) throw work.error;
    return report;
  }

  #eventOf(error: unknown): SyncEvent {
    this.#work.error = error;
    const { signal, machine } = this.#work.options;
    const { reason } = error as Partial<SyncError>;
    if (reason === 'store' || reason === 'overtaken') return reason;
    if (signal.aborted) return 'abort';
    // What is none of the two is a defect: it must be seen.
    if (!(error instanceof RegisterError)) {
      machine.send('abort');
      throw error;
    }
    return error.retryable ? 'network' : 'invalid';
  }

  async #askChanges(): Promise<SyncEvent> {
    const work = this.#work;
    const { meta } = work.contents;
    if (!meta) return 'nothing-held';
    const since = meta.checkpoint;
    if (++this.#pages > MAX_PAGES) {
      return (await snapshotSteps()).exhaust(work, 'its log goes on and on');
    }
    let told: Told<ChangePage>;
    try {
      told = await this.#intactPage(since);
    } catch (error) {
      const { code, status, problem } = error as { code?: string } & Partial<
        Omit<ProblemError, 'code'>
      >;
      if (code === 'gone' || status === 410) {
        return (await snapshotSteps()).restart(work, 'gone');
      }
      if (!problem?.type?.endsWith(':position-ahead')) throw error;
      work.error = new SyncError('behind', `The register does not know ${since} yet`);
      return 'ahead';
    }
    const { data: page, at } = told;
    const { checkpoint, more } = page;
    if (!more) {
      if (page.count === undefined || !page.stateHash) {
        throw new SyncError('answer', `After ${since} the register does not say where it stands`);
      }
      const { signature = null } = page;
      const data: LastPage = { ...page, count: page.count, stateHash: page.stateHash, signature };
      await work.options.assertSigned(data);
      work.lastPage = { data, at };
    }
    work.newest = checkpoint;
    if (!more && checkpoint === since) return 'unchanged';
    return (await changeSteps()).prepareDelta(work, page);
  }

  /** A page whose records are what their hashes say. */
  async #intactPage(since: string): Promise<Told<ChangePage>> {
    const { reader, signal } = this.#work.options;
    // What the HTTP cache holds may be out of date: that would be no answer to "what is new".
    for (const cache of ['no-cache', 'reload'] as const) {
      const told = await reader.changes(since, { signal, cache });
      assertLeadsOn(told.data, since);
      const { changes } = told.data;
      if (changes.length === 0) return told;
      const { assertChanges, isIntact } = await changeSteps();
      assertChanges(told.data, since);
      if (await isIntact(changes)) return told;
    }
    throw new SyncError('answer', 'A record is not what its hash says, twice');
  }

  /** Whether the sums that were kept from record to record are those that the register told. */
  async #compare(): Promise<SyncEvent> {
    const work = this.#work;
    const { data, at } = work.lastPage!;
    const { held: _past, ...meta } = work.contents.meta!;
    if (meta.count === data.count && meta.stateHash === data.stateHash) {
      const { parts: _parts, ...about } = meta.manifest;
      const { changes: _changes, more: _more, ...position } = data;
      const fetchedAt = data.fetchedAt ?? null;
      const head = { ...about, ...position, fetchedAt };
      const done = await commitWork(work, { ...meta, head, lastSuccessAt: fetchedAt ?? at });
      return done ? 'state-equal' : 'overtaken';
    }
    if (!work.isRepair) return 'state-differs';
    work.error = new SyncError('unrepairable', 'Count and state hash differ after a repair too');
    return 'unrepairable';
  }
}

/** Both are parts of their own, because most syncs need neither: they hear that nothing is new. */
const changeSteps = () => import('./apply-changes.ts').catch(notLoaded);
const snapshotSteps = () => import('./snapshot-steps.ts').catch(notLoaded);

function notLoaded(cause: unknown): never {
  throw new NetworkError('A part of the program could not be loaded', { cause });
}
