/** Writes a snapshot of one scope as plain files, for servers that only serve files. */
import type { Head, Manifest, SearchIndexFile, StaticHead, VocabularyAnswer } from '@pvp/contract';
import type { Replica, SyncProgress } from '@pvp/sdk/sync';
import type { Config } from '../config.ts';
import { createLog, type Log } from '../log.ts';
import { assertPublicScope } from '../sync/public-scope.ts';
import { SnapshotFolder } from './snapshot-folder.ts';
import { partsOf, stateHashOfParts, type SnapshotPart } from './snapshot-parts.ts';
import { bringUpToDate, openSource, steepDrop } from './source-register.ts';

export interface PublishOptions {
  /** Folder that takes the files; made where there is none. */
  out: string;
  /** Origin of a register or mirror. Default: the register that the configuration names. */
  from?: string;
  /** `all` (default), `institution/{id}` or `life-event/{id}`. */
  scope?: string;
  /** Publishes although many records were dropped. Default: no. */
  acceptHeld?: boolean;
  /** How a first copy comes in. */
  onProgress?: (progress: SyncProgress) => void;
  log?: Log;
}

export interface PublishReport {
  /** Absolute path. */
  folder: string;
  head: StaticHead;
  parts: number;
  /** Parts that were not in the folder before. */
  newParts: number;
  /** Files of content that nothing names any more and that are gone now. */
  removed: number;
}

/** What drops more than both is not published unasked, as replicas do not apply it. */
const BRAKE_SHARE = 0.2;
const BRAKE_RECORDS = 20;

/**
 * Publishes in the folder what the register has now, or says why not and leaves what was published
 * as it is. Files of earlier snapshots go once nothing names them.
 *
 * @throws {ConfigurationError} where scope or address cannot be used.
 * @throws {RegisterError} where the register cannot be read.
 * @throws {Error} where the folder cannot be used, or the snapshot must not be published in it.
 */
export async function publishSnapshot(
  config: Config,
  options: PublishOptions,
): Promise<PublishReport> {
  const { scope = 'all', acceptHeld = false, onProgress } = options;
  assertPublicScope(scope, 'cannot be published as files, because everybody can read those');
  const source = await openSource(config, options.from, options.log ?? createLog(config.logLevel));
  try {
    const folder = await SnapshotFolder.open(options.out);
    try {
      const before = await folder.readHead();
      if (before && before.scope !== scope) throw otherScope(folder, before, scope);
      const replica = await source.open(scope);
      try {
        await bringUpToDate(replica, acceptHeld, onProgress);
        const position = positionOf(replica);
        assertFollows(before, position, acceptHeld);
        const parts = await partsOf(replica.records());
        if (stateHashOfParts(parts) !== position.stateHash) throw changedMeanwhile();
        const words = await source.vocabulary();
        const told = { register: source.register, scope, ...position };
        return await publish(folder, told, parts, words);
      } finally {
        await replica.close();
      }
    } finally {
      await folder.close();
    }
  } finally {
    await source.close();
  }
}

type Position = Omit<StaticHead, 'format' | 'version' | 'register' | 'scope' | Named>;
type Named = 'manifest' | 'searchIndex' | 'vocabulary';

async function publish(
  folder: SnapshotFolder,
  told: Position & Pick<StaticHead, 'register' | 'scope'>,
  parts: readonly SnapshotPart[],
  words: VocabularyAnswer | undefined,
): Promise<PublishReport> {
  const { checkpoint, count, stateHash, schema, licence, attribution } = told;
  // Time and signature may differ while the records do not: they are left to the head, so that
  // readers who hold the manifest need not fetch it again.
  const unsigned = { fetchedAt: null, signature: null };
  const manifest: Manifest = { checkpoint, count, stateHash, schema, ...unsigned, licence, attribution, parts: [] }; // prettier-ignore
  const index: SearchIndexFile = { parts: [] };
  const known = new Set(await folder.partNames());
  for (const { key, content, listed, ...sums } of parts) {
    const file = await folder.put('parts', content);
    manifest.parts.push({ key, ...file, href: `../${file.href}`, ...sums });
    if (listed.length > 0) index.parts.push({ ...file, records: listed });
  }
  const files = {
    manifest: await folder.put('manifests', JSON.stringify(manifest)),
    searchIndex: await folder.put('search-index', JSON.stringify(index)),
    ...(words && { vocabulary: await folder.put('vocabulary', JSON.stringify(words)) }),
  };
  const head = await folder.putHead({ ...told, ...files });
  const names = new Set(manifest.parts.map(({ sha256 }) => sha256));
  const removed = await folder.removeUnnamed({
    parts: names,
    manifests: new Set([files.manifest.sha256]),
    'search-index': new Set([files.searchIndex.sha256]),
    vocabulary: new Set(files.vocabulary && [files.vocabulary.sha256]),
  });
  const newParts = [...names].filter((sha256) => !known.has(sha256)).length;
  return { folder: folder.path, head, parts: parts.length, newParts, removed };
}

/** Where a copy stands, as its register signed it. */
function positionOf({ status }: Replica): Position {
  const { head, checkpoint, lastSuccessAt } = status;
  if (head === undefined || head.checkpoint !== checkpoint) {
    throw changedMeanwhile();
  }
  const { floor: _none, fetchedAt, ...position } = head satisfies Head;
  return { ...position, fetchedAt: fetchedAt ?? lastSuccessAt! };
}

/** What is published must not go back, and a register that lost its records must not empty it. */
function assertFollows(before: StaticHead | undefined, next: Position, accept: boolean): void {
  if (!before) return;
  const [from, to] = [partsOfCheckpoint(before.checkpoint), partsOfCheckpoint(next.checkpoint)];
  if (from.epoch === to.epoch && to.seq < from.seq) {
    throw new Error(
      `The register is at ${next.checkpoint}, behind ${before.checkpoint}, which is published. ` +
        'What is published stays.',
    );
  }
  const dropped = before.count - next.count;
  const isSteep = dropped > BRAKE_RECORDS && dropped > before.count * BRAKE_SHARE;
  if (!accept && (isSteep || (next.count === 0 && before.count > 0))) {
    throw steepDrop(next.count, before.count);
  }
}

function partsOfCheckpoint(checkpoint: string): { epoch: string; seq: number } {
  const [epoch = '', seq = ''] = checkpoint.split('.');
  return { epoch, seq: Number(seq) };
}

function changedMeanwhile(): Error {
  return new Error('The copy changed while it was read. Try again. What is published stays.');
}

function otherScope(folder: SnapshotFolder, { scope: held }: StaticHead, scope: string): Error {
  return new Error(
    `${folder.path} holds the snapshot of ${held}. Choose another folder for ${scope}.`,
  );
}
