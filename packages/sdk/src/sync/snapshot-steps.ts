/**
 * The steps that only a snapshot needs: for a first copy, below the floor of the log, or to repair.
 * A part of its own, which a page that holds a replica already does not load.
 */
import { swapOf } from './apply-snapshot.ts';
import { positionOf } from './checkpoint.ts';
import type { HeldBack } from './replica-store.ts';
import { assertSums, loadMissingParts } from './snapshot-parts.ts';
import { SyncError } from './sync-error.ts';
import { partRefused } from './refusals.ts';
import { commitWork, type SyncWork } from './sync-work.ts';
import type { SyncEvent } from './transitions.ts';

export { exhaust, restart } from './refusals.ts';

/** Past epochs that are remembered. */
const MAX_EPOCHS = 50;
/** A snapshot that drops more than both is held back. */
const BRAKE_SHARE = 0.2;
const BRAKE_RECORDS = 20;
/** Time of the register between two manifests that say the same, in milliseconds. */
const BRAKE_MS = 60_000;

export async function askSnapshot(work: SyncWork): Promise<SyncEvent> {
  const { reader, signal, assertSigned } = work.options;
  const past = work.restarts > 0 || work.isRepair;
  const told = await reader.snapshot({ signal, cache: past ? 'reload' : 'no-cache' });
  const { data } = told;
  assertSums(data);
  await assertSigned(data);
  work.manifest = told;
  const { meta } = work.contents;
  const theirs = positionOf(data.checkpoint);
  if (!meta) {
    work.newest = data.checkpoint;
    return 'manifest';
  }
  const ours = positionOf(meta.checkpoint);
  const isPast = meta.pastEpochs.includes(theirs.epoch);
  if (isPast || (theirs.epoch === ours.epoch && theirs.seq < ours.seq)) {
    work.error = new SyncError('behind', `The snapshot is older than ${meta.checkpoint}`);
    return 'manifest-older';
  }
  work.newest = data.checkpoint;
  // As many as are missing are dropped for certain; which others, only the parts say.
  return (await brakes(work, meta.count - data.count)) ? 'brake' : 'manifest';
}

export async function askParts(work: SyncWork): Promise<SyncEvent> {
  const { register, scope, contents, reader, signal, onProgress, classify } = work.options;
  const { data: manifest, at } = work.manifest!;
  const before = work.contents.meta;
  let putParts;
  try {
    const options = { signal, verifyHeld: work.isRepair, onProgress };
    putParts = await loadMissingParts(manifest, contents, reader, options);
  } catch (error) {
    return partRefused(work, error);
  }
  const swap = await swapOf(manifest, putParts, contents, work.contents, classify);
  if (before && (await brakes(work, swap.deletes))) {
    // For the sync that applies it after all.
    await contents.stage(putParts);
    return 'brake';
  }
  if (work.isRepair) work.report.repaired = swap.keys;
  const { checkpoint, count, stateHash } = manifest;
  const { epoch } = positionOf(checkpoint);
  const left = before ? positionOf(before.checkpoint).epoch : epoch;
  const pastEpochs = before?.pastEpochs ?? [];
  work.pending = {
    meta: {
      register,
      scope,
      lastSuccessAt: manifest.fetchedAt ?? at,
      pastEpochs: (left === epoch ? pastEpochs : [...pastEpochs, left]).slice(-MAX_EPOCHS),
      checkpoint,
      count,
      stateHash,
      manifest,
    },
    putParts,
    clearOverlay: true,
    // The log tells what has happened since, and where the scope stands now.
    more: true,
    puts: swap.puts,
    deletes: swap.deletes,
    changes: swap.changes,
  };
  return 'parts';
}

export async function repair(work: SyncWork): Promise<SyncEvent> {
  work.isRepair = true;
  const event = await askSnapshot(work);
  return event === 'manifest' ? askParts(work) : event;
}

/** Whether a snapshot that drops so many records is held back; keeps that it was. */
async function brakes(work: SyncWork, dropped: number): Promise<boolean> {
  const { acceptFrom = Infinity, isSigned } = work.options;
  const meta = work.contents.meta!;
  const { data, at } = work.manifest!;
  const { checkpoint, count: newCount, stateHash } = data;
  const isSteep = dropped > BRAKE_RECORDS && dropped > meta.count * BRAKE_SHARE;
  if (!isSteep && !(newCount === 0 && meta.count > 0)) return false;
  if (newCount >= acceptFrom) return false;
  const known = meta.held?.stateHash === stateHash ? meta.held : undefined;
  const since = known?.since ?? at;
  if (isSigned && Date.parse(at) - Date.parse(since) >= BRAKE_MS) return false;
  const held: HeldBack = { count: meta.count, newCount, stateHash, checkpoint, since };
  work.report.held = held;
  await commitWork(work, { ...meta, held });
  return true;
}
