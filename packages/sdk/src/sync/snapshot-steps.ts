/**
 * The steps that only a snapshot needs: for a first copy, below the floor of the log, or to repair.
 * A part of its own, which a page that holds a replica already does not load.
 */
import { applyPending, classifyOf } from './apply-changes.ts';
import { swapOf } from './apply-snapshot.ts';
import { lagBehind, positionOf } from './checkpoint.ts';
import { readManifest } from './read-part.ts';
import { partRefused } from './refusals.ts';
import type { HeldBack } from './replica-store.ts';
import { assertSums, loadMissingParts, stage } from './snapshot-parts.ts';
import { SyncError } from './sync-error.ts';
import { assertTrusted, commitWork, type SyncWork } from './sync-work.ts';
import type { SyncEvent } from './transitions.ts';

export { changesRefused, unrepairable } from './refusals.ts';

/** Past epochs that are remembered. */
const MAX_EPOCHS = 50;
/** A snapshot that drops more than both is held back. */
const BRAKE_SHARE = 0.2;
const BRAKE_RECORDS = 20;
/** Time of the register between two manifests that say the same, in milliseconds. */
const BRAKE_MS = 60_000;

export async function askSnapshot(work: SyncWork): Promise<SyncEvent> {
  const { contents, reader, signal } = work.options;
  // Listed meanwhile; that it fails is told to whoever needs the list.
  work.stored = contents.ask((store) => store.partNames());
  work.stored.catch(() => undefined);
  const past = work.restarts > 0 || work.isRepair;
  const told = await readManifest(reader, { signal, cache: past ? 'reload' : 'no-cache' });
  const { data } = told;
  assertSums(data);
  await assertTrusted(work, data);
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
  work.lag = lagBehind(data.checkpoint, meta.checkpoint);
  // As many as are missing are dropped for certain; which others, only the parts say.
  return (await brakes(work, meta.count - data.count)) ? 'brake' : 'manifest';
}

export async function askParts(work: SyncWork): Promise<SyncEvent> {
  const { contents, reader, signal, onProgress } = work.options;
  const { data: manifest, at } = work.manifest!;
  const before = work.contents.meta;
  const stored = new Set(await work.stored);
  let putParts;
  try {
    const options = { signal, stored, verifyHeld: work.isRepair, onProgress };
    putParts = await loadMissingParts(manifest, contents, reader, options);
  } catch (error) {
    return partRefused(work, error);
  }
  // Of a first copy only counts are told.
  const classify = before && (await classifyOf(work));
  const swap = await swapOf(manifest, putParts, contents, work.contents, classify);
  if (before && (await brakes(work, swap.deletes))) {
    // For the sync that applies it after all.
    await stage(contents, putParts);
    return 'brake';
  }
  if (work.isRepair) work.report.repaired = swap.keys;
  const { checkpoint, count, stateHash } = manifest;
  const { epoch } = positionOf(checkpoint);
  const left = before ? positionOf(before.checkpoint).epoch : epoch;
  const pastEpochs = before?.pastEpochs ?? [];
  for (const { sha256 } of manifest.parts) stored.delete(sha256);
  work.apply = applyPending;
  work.pending = {
    meta: {
      register: reader.register,
      scope: reader.scope,
      lastSuccessAt: manifest.fetchedAt ?? at,
      pastEpochs: (left === epoch ? pastEpochs : [...pastEpochs, left]).slice(-MAX_EPOCHS),
      checkpoint,
      count,
      stateHash,
      manifest,
    },
    putParts,
    dropParts: [...stored],
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
  const { acceptFrom = Infinity, trust } = work.options;
  const meta = work.contents.meta!;
  const { data, at } = work.manifest!;
  const { checkpoint, count: newCount, stateHash } = data;
  const isSteep = dropped > BRAKE_RECORDS && dropped > meta.count * BRAKE_SHARE;
  if (!isSteep && !(newCount === 0 && meta.count > 0)) return false;
  if (newCount >= acceptFrom) return false;
  const known = meta.held?.stateHash === stateHash ? meta.held : undefined;
  const since = known?.since ?? at;
  if (trust.publicKey && Date.parse(at) - Date.parse(since) >= BRAKE_MS) return false;
  const held: HeldBack = { count: meta.count, newCount, stateHash, checkpoint, since };
  work.report.held = held;
  await commitWork(work, { ...meta, held });
  return true;
}
