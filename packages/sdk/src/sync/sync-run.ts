/** One sync: carries out what each state of the table asks for, and tells the machine what came. */
import type { ChangePage, Head, Manifest } from '@pvp/contract';
import { GoneError } from '../errors/gone-error.ts';
import { NotFoundError } from '../errors/not-found-error.ts';
import { ProblemError } from '../errors/problem-error.ts';
import { RegisterError } from '../errors/register-error.ts';
import { assertPage, deltaOf, isIntact, swapOf } from './apply-changes.ts';
import { positionOf } from './checkpoint.ts';
import type { Contents, ReplicaContents } from './replica-contents.ts';
import type { HeldBack, ReplicaCommit, ReplicaMeta } from './replica-store.ts';
import type { ScopeReader, Told } from './scope-reader.ts';
import { assertSums, loadMissingParts } from './snapshot-parts.ts';
import { SyncError } from './sync-error.ts';
import {
  emptyReport,
  type RecordChange,
  type SyncProgress,
  type SyncReport,
} from './sync-report.ts';
import type { SyncEvent, SyncMachine } from './transitions.ts';

const MAX_PAGES = 10_000;
const MAX_RESTARTS = 2;
const MAX_COMPARISONS = 3;
/** Past epochs that are remembered. */
const MAX_EPOCHS = 50;
/** A snapshot that drops more than both is held back. */
const BRAKE_SHARE = 0.2;
const BRAKE_RECORDS = 20;
/** Time of the register between two manifests that say the same, in milliseconds. */
const BRAKE_MS = 60_000;

const BROKEN_RECORD = 'A record is not what its hash says, twice';

export interface SyncRunOptions {
  register: string;
  scope: string;
  machine: SyncMachine;
  contents: ReplicaContents;
  reader: ScopeReader;
  signal: AbortSignal;
  onProgress: (progress: SyncProgress) => void;
  /** Rejects where a position is not signed as it has to be. */
  assertSigned: (told: Head | Manifest) => Promise<void>;
  /** Whether manifests are signed with a key that is known. */
  isSigned: boolean;
  /** A snapshot with at least so many records is applied, whatever it drops. */
  acceptFrom?: number;
}

/** What is to be written next. */
interface Pending extends Pick<ReplicaCommit, 'putParts' | 'putOverlay' | 'clearOverlay'> {
  meta: Omit<ReplicaMeta, 'revision'>;
  more: boolean;
  puts: number;
  deletes: number;
  changes: RecordChange[];
}

export class SyncRun {
  readonly report: SyncReport;
  readonly #options: SyncRunOptions;
  #contents: Contents;
  #head: Told<Head> | undefined;
  #manifest: Manifest | undefined;
  #pending: Pending | undefined;
  #pages = 0;
  #restarts = 0;
  #comparisons = 0;
  #repairing = false;
  /** Why the sync did not get to its end. */
  #error: unknown;
  readonly #steps: Partial<Record<SyncMachine['state'], () => Promise<SyncEvent>>> = {
    'asking-head': () => this.#askHead(),
    'asking-changes': () => this.#askChanges(),
    'asking-snapshot': () => this.#askSnapshot(),
    'asking-parts': () => this.#askParts(),
    applying: () => this.#apply(),
    comparing: () => this.#compare(),
    repairing: () => this.#repair(),
  };

  constructor(options: SyncRunOptions, contents: Contents) {
    this.#options = options;
    this.#contents = contents;
    this.report = emptyReport(contents.meta?.checkpoint);
  }

  /** How many transactions the register is ahead, as far as it has said. */
  get lag(): number {
    const held = this.#contents.meta?.checkpoint;
    if (!this.#head || !held) return 0;
    const [to, from] = [positionOf(this.#head.data.checkpoint), positionOf(held)];
    return to.epoch === from.epoch ? Math.max(0, to.seq - from.seq) : 0;
  }

  /** Goes on until a state of rest. Rejects where it is `waiting` or `failed`, or was aborted. */
  async run(): Promise<SyncReport> {
    const { machine, reader, signal } = this.#options;
    machine.send('sync');
    for (let step = this.#steps[machine.state]; step; step = this.#steps[machine.state]) {
      const event = await step().catch((error: unknown) => this.#eventOf(error));
      // Closed while it was under way.
      if (machine.state === 'closed') break;
      if (event === 'overtaken') {
        this.#error = undefined;
        this.#contents = await this.#options.contents.current();
      }
      machine.send(event);
    }
    const { report } = this;
    report.requests = reader.requests;
    report.bytes = reader.bytes;
    report.to = this.#contents.meta?.checkpoint;
    if (signal.aborted && this.#error) throw signal.reason;
    if (this.#error) throw this.#error;
    return report;
  }

  #eventOf(error: unknown): SyncEvent {
    this.#error = error;
    if (error instanceof SyncError) {
      const { reason } = error;
      return reason === 'store' || reason === 'overtaken' ? reason : 'invalid';
    }
    if (this.#options.signal.aborted) return 'abort';
    // What is none of the two is a defect: it must be seen.
    if (!(error instanceof RegisterError)) {
      this.#options.machine.send('abort');
      throw error;
    }
    return error.retryable ? 'network' : 'invalid';
  }

  async #askHead(): Promise<SyncEvent> {
    const { meta } = this.#contents;
    const head = await this.#freshHead();
    if (!meta) return 'head-foreign';
    const [theirs, ours] = [positionOf(head.checkpoint), positionOf(meta.checkpoint)];
    if (meta.pastEpochs.includes(theirs.epoch)) return 'head-older';
    if (theirs.epoch !== ours.epoch) return 'head-foreign';
    if (theirs.seq !== ours.seq) return theirs.seq > ours.seq ? 'head-newer' : 'head-older';
    if (!this.#isOurs(head)) return 'head-differs';
    return (await this.#confirm()) ? 'head-equal' : 'overtaken';
  }

  async #askChanges(): Promise<SyncEvent> {
    const since = this.#contents.meta!.checkpoint;
    if (++this.#pages > MAX_PAGES) return this.#exhaust('its log goes on and on');
    const { reader, signal } = this.#options;
    let page: ChangePage;
    try {
      page = (await reader.changes(since, { signal })).data;
      assertPage(page, since);
      if (!(await isIntact(page))) {
        page = (await reader.changes(since, { signal, cache: 'reload' })).data;
        assertPage(page, since);
        if (!(await isIntact(page))) throw new SyncError('answer', BROKEN_RECORD);
      }
    } catch (error) {
      const { status, type } = refusalOf(error);
      if (status === 410) return this.#restart('gone');
      if (!type.endsWith(':position-ahead')) throw error;
      this.#error = new SyncError('behind', `The register does not know ${since} yet`);
      return 'ahead';
    }
    const delta = await deltaOf(page, this.#options.contents, this.#contents);
    const { count, stateHash, overlay, changes } = delta;
    const deletes = changes.filter(({ op }) => op === 'delete').length;
    this.#pending = {
      meta: { ...this.#contents.meta!, checkpoint: page.checkpoint, count, stateHash },
      putOverlay: overlay,
      more: page.more,
      puts: changes.length - deletes,
      deletes,
      changes,
    };
    return 'page';
  }

  async #askSnapshot(): Promise<SyncEvent> {
    const past = this.#restarts > 0 || this.#repairing;
    const { data, at } = await this.#options.reader.snapshot({
      signal: this.#options.signal,
      cache: past ? 'reload' : 'no-cache',
    });
    assertSums(data);
    await this.#options.assertSigned(data);
    this.#manifest = data;
    const { meta } = this.#contents;
    if (!meta) return 'manifest';
    const [theirs, ours] = [positionOf(data.checkpoint), positionOf(meta.checkpoint)];
    const isPast = meta.pastEpochs.includes(theirs.epoch);
    if (isPast || (theirs.epoch === ours.epoch && theirs.seq < ours.seq)) {
      this.#error = new SyncError('behind', `The snapshot is older than ${meta.checkpoint}`);
      return 'manifest-older';
    }
    // As many as are missing are dropped for certain; which others, only the parts say.
    return (await this.#brakes(meta.count - data.count, at)) ? 'brake' : 'manifest';
  }

  async #askParts(): Promise<SyncEvent> {
    const { contents, reader, signal, onProgress } = this.#options;
    const manifest = this.#manifest!;
    const before = this.#contents.meta;
    let putParts;
    try {
      const verifyHeld = this.#repairing;
      const options = { signal, verifyHeld, onProgress };
      putParts = await loadMissingParts(manifest, contents, reader, options);
    } catch (error) {
      const { status } = refusalOf(error);
      if (status === 404 || status === 410) return this.#restart('part-missing');
      throw error;
    }
    const swap = await swapOf(manifest, putParts, contents, this.#contents);
    if (before && (await this.#brakes(swap.deletes, this.#head!.at))) {
      // For the sync that applies it after all.
      await contents.stage(putParts);
      return 'brake';
    }
    if (this.#repairing) this.report.repaired = swap.keys;
    const { checkpoint, count, stateHash } = manifest;
    const { epoch } = positionOf(checkpoint);
    const left = before ? positionOf(before.checkpoint).epoch : epoch;
    const pastEpochs = before?.pastEpochs ?? [];
    this.#pending = {
      meta: {
        register: this.#options.register,
        scope: this.#options.scope,
        lastSuccessAt: this.#head!.at,
        pastEpochs: (left === epoch ? pastEpochs : [...pastEpochs, left]).slice(-MAX_EPOCHS),
        checkpoint,
        count,
        stateHash,
        manifest,
      },
      putParts,
      clearOverlay: true,
      more: checkpoint !== this.#head!.data.checkpoint,
      puts: swap.puts,
      deletes: swap.deletes,
      changes: swap.changes,
    };
    return 'parts';
  }

  async #apply(): Promise<SyncEvent> {
    const { meta, more, puts, deletes, changes, ...written } = this.#pending!;
    if (!(await this.#commit(meta, written))) return 'overtaken';
    const { report } = this;
    report.puts += puts;
    report.deletes += deletes;
    // One row per record: what was said of it earlier in this sync stays true.
    for (const change of changes) {
      const key = ({ kind, id }: RecordChange) => `${kind}/${id}`;
      const known = report.changes.findIndex((one) => key(one) === key(change));
      if (known < 0) report.changes.push(change);
      else {
        const classes = new Set([...report.changes[known]!.classes, ...change.classes]);
        report.changes[known] = { ...change, classes: [...classes] };
      }
    }
    return more ? 'applied-more' : 'applied-last';
  }

  async #compare(): Promise<SyncEvent> {
    const ours = positionOf(this.#contents.meta!.checkpoint);
    let theirs = positionOf(this.#head!.data.checkpoint);
    if (theirs.epoch !== ours.epoch || theirs.seq < ours.seq) {
      theirs = positionOf((await this.#freshHead()).checkpoint);
    }
    if (theirs.epoch !== ours.epoch || theirs.seq < ours.seq) return 'uncompared';
    if (theirs.seq > ours.seq) {
      return ++this.#comparisons > MAX_COMPARISONS ? 'uncompared' : 'state-newer';
    }
    if (this.#isOurs(this.#head!.data))
      return (await this.#confirm()) ? 'state-equal' : 'overtaken';
    if (!this.#repairing) return 'state-differs';
    this.#error = new SyncError('unrepairable', 'Count and state hash differ after a repair too');
    return 'unrepairable';
  }

  async #repair(): Promise<SyncEvent> {
    this.#repairing = true;
    const event = await this.#askSnapshot();
    return event === 'manifest' ? this.#askParts() : event;
  }

  async #freshHead(): Promise<Head> {
    // What the HTTP cache holds may be a minute old: that would be no answer to "what is new".
    const { reader, signal, assertSigned } = this.#options;
    this.#head = await reader.head({ signal, cache: 'no-cache' });
    await assertSigned(this.#head.data);
    return this.#head.data;
  }

  #isOurs({ count, stateHash }: Head): boolean {
    const { meta } = this.#contents;
    return meta?.count === count && meta.stateHash === stateHash;
  }

  /** Keeps when and by which head the state was found right. */
  #confirm(): Promise<boolean> {
    const { data: head, at } = this.#head!;
    const { held: _past, ...meta } = this.#contents.meta!;
    return this.#commit({ ...meta, head, lastSuccessAt: head.fetchedAt ?? at });
  }

  async #commit(meta: Pending['meta'], written: Omit<ReplicaCommit, 'meta'> = {}) {
    const done = await this.#options.contents.commit(this.#contents, meta, written);
    this.#contents = await this.#options.contents.current();
    return done;
  }

  /** Whether a snapshot that drops so many records is held back; keeps that it was. */
  async #brakes(dropped: number, at: string): Promise<boolean> {
    const meta = this.#contents.meta!;
    const { checkpoint, count: newCount, stateHash } = this.#manifest!;
    const isSteep = dropped > BRAKE_RECORDS && dropped > meta.count * BRAKE_SHARE;
    if (!isSteep && !(newCount === 0 && meta.count > 0)) return false;
    if (newCount >= (this.#options.acceptFrom ?? Infinity)) return false;
    const known = meta.held?.stateHash === stateHash ? meta.held : undefined;
    const age = Date.parse(at) - Date.parse(known?.since ?? at);
    if (this.#options.isSigned && age >= BRAKE_MS) return false;
    const since = known?.since ?? at;
    const held: HeldBack = { count: meta.count, newCount, stateHash, checkpoint, since };
    this.report.held = held;
    await this.#commit({ ...meta, held });
    return true;
  }

  #restart(event: SyncEvent): SyncEvent {
    return ++this.#restarts > MAX_RESTARTS ? this.#exhaust('its snapshots vanish at once') : event;
  }

  #exhaust(why: string): SyncEvent {
    this.#error = new SyncError('exhausted', `The register cannot be followed now: ${why}`);
    return 'exhausted';
  }
}

/** Status and problem type of an answer that was refused; -1 and '' of other failures. */
function refusalOf(error: unknown): { status: number; type: string } {
  if (error instanceof GoneError) return { status: 410, type: '' };
  if (error instanceof NotFoundError) return { status: 404, type: '' };
  if (!(error instanceof ProblemError)) return { status: -1, type: '' };
  return { status: error.status, type: error.problem?.type ?? '' };
}
