/** What a snapshot makes of the contents of a replica. */
import type { Manifest } from '@pvp/contract';
import { changeOf, type Classify } from './apply-changes.ts';
import { textOf } from './part-lines.ts';
import type { Contents, ReplicaContents } from './replica-contents.ts';
import type { StoredPart } from './replica-store.ts';
import { SyncError } from './sync-error.ts';
import type { RecordChange } from './sync-report.ts';

export interface Swap {
  changes: RecordChange[];
  puts: number;
  deletes: number;
  /** Keys of parts in which a record differs from the one that was held. */
  keys: string[];
}

/** How a snapshot differs from what is held. For a first copy only counts are told. */
export async function swapOf(
  manifest: Manifest,
  parts: readonly StoredPart[],
  replica: ReplicaContents,
  contents: Contents,
  classify?: Classify,
): Promise<Swap> {
  const { meta } = contents;
  const textBefore = (key: string) => (classify ? replica.textOf(contents, key) : undefined);
  const fresh = new Map(parts.map((part) => [part.sha256, part]));
  const left = new Map<string, string>();
  for (const [key, { hash }] of await replica.directory(contents)) left.set(key, hash);
  for (const { key, hash } of contents.overlay.values()) {
    if (hash === null) left.delete(key);
    else left.set(key, hash);
  }
  const swap: Swap = { changes: [], puts: 0, deletes: 0, keys: [] };
  const seen = new Set<string>();
  for (const part of manifest.parts) {
    let bytes: Uint8Array | undefined;
    // Of a part that was just fetched the lines are known.
    for (const { key, hash, start, end } of await replica.lines(part.sha256)) {
      if (seen.has(key)) throw new SyncError('answer', `The snapshot holds ${key} twice`);
      seen.add(key);
      const before = left.get(key);
      left.delete(key);
      if (before === hash) continue;
      swap.puts++;
      if (swap.keys.at(-1) !== part.key) swap.keys.push(part.key);
      if (!meta) continue;
      bytes ??=
        fresh.get(part.sha256)?.bytes ??
        (await replica.ask((store) => store.readPart(part.sha256)));
      const old = await textBefore(key);
      const now = bytes && textOf(bytes.subarray(start, end));
      swap.changes.push(changeOf(key, old, now, classify));
    }
  }
  for (const key of left.keys()) {
    swap.deletes++;
    swap.changes.push(changeOf(key, await textBefore(key), undefined, classify));
  }
  return swap;
}
