/** One sync: carries out what each state of the table asks for, and tells the machine what came. */
import type { ChangePage } from '@pvp/contract';
import { RegisterError } from '../errors/register-error.ts';
import type { Told } from './scope-reader.ts';
import type { SyncError } from './sync-error.ts';
import type { SyncReport } from './sync-report.ts';
import { assertTrusted, commitWork, notLoaded, type LastPage, type SyncWork } from './sync-work.ts';
import type { SyncEvent, SyncState } from './transitions.ts';

/** What most syncs do not need, because they hear that nothing is new, is loaded by the others. */
const changeSteps = () => import('./apply-changes.ts').catch(notLoaded);
const snapshotSteps = () => import('./snapshot-steps.ts').catch(notLoaded);

const STEPS: Partial<Record<SyncState, (work: SyncWork) => Promise<SyncEvent>>> = {
  'asking-changes': askChanges,
  'asking-snapshot': async (work) => (await snapshotSteps()).askSnapshot(work),
  'asking-parts': async (work) => (await snapshotSteps()).askParts(work),
  applying: (work) => work.apply!(work),
  comparing: compare,
  repairing: async (work) => (await snapshotSteps()).repair(work),
};

/** Goes on until a state of rest. Rejects where it is `waiting` or `failed`, or was aborted. */
export async function runSync(work: SyncWork): Promise<SyncReport> {
  const { report, options } = work;
  const { machine, reader, signal, contents } = options;
  machine.send('sync');
  for (let step = STEPS[machine.state]; step; step = STEPS[machine.state]) {
    const event = await step(work).catch((error: unknown) => eventOf(work, error));
    // Closed while it was under way.
    if (machine.state === 'closed') break;
    if (event === 'overtaken') {
      work.error = undefined;
      work.contents = await contents.current();
    }
    machine.send(event);
  }
  report.requests = reader.requests;
  report.bytes = reader.bytes;
  report.to = work.contents.meta?.checkpoint;
  if (work.error) throw signal.aborted ? signal.reason : work.error;
  return report;
}

function eventOf(work: SyncWork, error: unknown): SyncEvent {
  work.error = error;
  const { signal, machine } = work.options;
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

async function askChanges(work: SyncWork): Promise<SyncEvent> {
  const { reader, signal } = work.options;
  const { meta } = work.contents;
  if (!meta) return 'nothing-held';
  const since = meta.checkpoint;
  let told: Told<ChangePage>;
  try {
    // What the HTTP cache holds may be out of date: that would be no answer to "what is new".
    told = await reader.read(`changes?since=${since}`, 'changes', { signal, cache: 'no-cache' });
  } catch (error) {
    // A register that cannot be reached has said nothing of its log.
    if (!/^(gone|problem)$/.test((error as RegisterError).code)) throw error;
    return (await snapshotSteps()).changesRefused(work, error);
  }
  const { changes, checkpoint, more, count, stateHash } = told.data;
  const isNews = more || checkpoint !== since || changes.length > 0;
  if (isNews || count !== meta.count || stateHash !== meta.stateHash) {
    return (await changeSteps()).takePage(work, told);
  }
  work.lastPage = told as Told<LastPage>;
  await assertTrusted(work, work.lastPage.data);
  return 'unchanged';
}

/** Whether the sums that were kept from record to record are those that the register told. */
async function compare(work: SyncWork): Promise<SyncEvent> {
  const { data, at } = work.lastPage!;
  const { held: _past, ...meta } = work.contents.meta!;
  if (meta.count !== data.count || meta.stateHash !== data.stateHash) {
    return work.isRepair ? (await snapshotSteps()).unrepairable(work) : 'state-differs';
  }
  const { parts: _parts, ...about } = meta.manifest;
  const { changes: _changes, more: _more, ...position } = data;
  const fetchedAt = data.fetchedAt ?? null;
  const head = { ...about, signature: null, ...position, fetchedAt };
  const done = await commitWork(work, { ...meta, head, lastSuccessAt: fetchedAt ?? at });
  return done ? 'state-equal' : 'overtaken';
}
