import { PASSES, type Rows } from './list-pass.ts';

/** The hits of a list, and what each stands for. */
export interface UnifiedHits {
  hits: Int32Array;
  /** Slots behind a hit, itself first, where these are several. */
  instances: ReadonlyMap<number, readonly number[]>;
}

/**
 * Hits in which a unified service stands once, with the best of its instances that pass. A value
 * counts once for a unified service, whichever of its instances has it.
 *
 * @param templates By slot: number of the unified service; 0: the service is none.
 */
export function unifiedHits(
  { cells, starts, bits, places }: Rows,
  {
    slots,
    passes,
    counts,
    scores,
    templates,
  }: {
    slots: Int32Array;
    passes: Uint8Array;
    counts: Int32Array;
    scores: Int32Array | undefined;
    templates: Int32Array;
  },
): UnifiedHits {
  const groups = new Map<number, number[]>();
  for (const slot of slots) {
    if (passes[slot] === 0) continue;
    // A service that is no instance is a group of its own.
    const group = templates[slot] || -1 - slot;
    const known = groups.get(group);
    if (known) known.push(slot);
    else groups.set(group, [slot]);
  }
  const hits: number[] = [];
  const instances = new Map<number, readonly number[]>();
  const countedFor = new Int32Array(counts.length);
  let group = 0;
  for (const members of groups.values()) {
    group++;
    let best: number | undefined;
    const others: number[] = [];
    for (const slot of members) {
      const passed = passes[slot]!;
      const start = starts[slot]! + 2;
      for (let i = start; i < start + cells[start - 1]!; i++) {
        const value = cells[i]!;
        if (passed !== PASSES && bits[value] !== passed >> 1) continue;
        if (countedFor[value] === group) continue;
        countedFor[value] = group;
        counts[value]!++;
      }
      if (passed !== PASSES) continue;
      if (best === undefined) best = slot;
      else if (isBetter(slot, best)) {
        others.push(best);
        best = slot;
      } else others.push(slot);
    }
    if (best === undefined) continue;
    hits.push(best);
    if (others.length > 0) instances.set(best, [best, ...others]);
  }
  return { hits: Int32Array.from(hits), instances };

  function isBetter(slot: number, best: number): boolean {
    const more = scores ? scores[slot]! - scores[best]! : 0;
    return more > 0 || (more === 0 && places[slot]! < places[best]!);
  }
}
