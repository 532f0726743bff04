import { countValues, PASSES, type Rows } from './list-pass.ts';

/** What a list asks of unified services. */
interface UnifiedWish {
  slots: Int32Array;
  passes: Uint8Array;
  /** By slot: what the list is ordered by. */
  scores: Int32Array | undefined;
  /** By number of a facet value: how many hits have it; added to. */
  counts: Int32Array;
}

/** The unified services of an index, each with its instances, until the next change. */
export class UnifiedHits {
  readonly #templates: Int32Array;
  /** By template: the slot that was met last, and by slot the one before it; each one more, 0: none. */
  readonly #last: Int32Array;
  readonly #before: Int32Array;
  #passes: Uint8Array = new Uint8Array(0);

  /** @param templates By slot: number of the unified service; 0: the service is none. */
  constructor(templates: Int32Array) {
    this.#templates = templates;
    this.#last = new Int32Array(templates.length + 1);
    this.#before = new Int32Array(templates.length);
  }

  /**
   * Hits in which a unified service stands once, with the best of its instances that pass. A value
   * counts once for a unified service, whichever of its instances has it.
   */
  of(rows: Rows, { slots, passes, scores, counts }: UnifiedWish): Int32Array {
    const { cells, starts, bits, places } = rows;
    const templates = this.#templates;
    const last = this.#last.fill(0);
    const before = this.#before;
    this.#passes = passes;
    /** By value: the template that it was counted for. */
    const countedFor = new Int32Array(counts.length);
    const hits = new Int32Array(slots.length);
    let length = 0;
    const groups: number[] = [];
    for (let nth = 0; nth < slots.length; nth++) {
      const slot = slots[nth]!;
      if (passes[slot] === 0) continue;
      const template = templates[slot]!;
      if (template === 0) {
        countValues(rows, counts, slot, passes[slot]!, 1);
        if (passes[slot] === PASSES) hits[length++] = slot;
        continue;
      }
      if (last[template] === 0) groups.push(template);
      before[slot] = last[template]!;
      last[template] = slot + 1;
    }
    for (const template of groups) {
      let best = -1;
      for (let slot = last[template]! - 1; slot >= 0; slot = before[slot]! - 1) {
        const passed = passes[slot]!;
        const start = starts[slot]! + 2;
        const end = start + cells[start - 1]!;
        for (let i = start; i < end; i++) {
          const value = cells[i]!;
          if (countedFor[value] === template) continue;
          if (passed !== PASSES && bits[value] !== passed >> 1) continue;
          countedFor[value] = template;
          counts[value]!++;
        }
        if (passed !== PASSES) continue;
        const more = best < 0 ? 1 : scores ? scores[slot]! - scores[best]! : 0;
        if (more > 0 || (more === 0 && places[slot]! < places[best]!)) best = slot;
      }
      if (best >= 0) hits[length++] = best;
    }
    return hits.subarray(0, length);
  }

  /** Slots behind a hit of the last question, itself first. */
  instances(hit: number): number[] {
    const slots = [hit];
    const template = this.#templates[hit]!;
    for (let slot = this.#last[template]! - 1; slot >= 0; slot = this.#before[slot]! - 1) {
      if (slot !== hit && this.#passes[slot] === PASSES) slots.push(slot);
    }
    return slots;
  }
}
