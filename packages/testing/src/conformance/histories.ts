/** Random but repeatable histories of a model register. */
import type { ModelRecord, ModelRegister, ModelWrite } from './model-register.ts';

const HOLDERS = ['ozolleja', 'berzkrogs', 'liepsala', 'kalnupe'];
const WORDS = 'Bērna dzimšanas reģistrācija pabalsts žogs šķūnis ūdens ēka āra ņemšana 🏠'.split(
  ' ',
);

export function randomRecord(random: () => number, id?: string): ModelRecord {
  const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)]!;
  const dice = random();
  const title = { lv: `${pick(WORDS)} ${pick(WORDS)} ${Math.floor(random() * 1000)}` };
  if (dice < 0.1) return { type: 'organization', id: pick(HOLDERS), title };
  // A kind that no reader knows, with fields that none knows.
  if (dice < 0.15)
    return { type: 'novelty', id: `n${Math.floor(random() * 5)}`, title, deep: [{}] };
  return {
    type: 'service',
    id: id ?? `PV-${Math.floor(random() * 60)}`,
    kind: 'public-individual',
    status: 'active',
    title,
    holder: pick(HOLDERS),
    costs: random() < 0.5 ? [{ id: 'c1', value: Math.floor(random() * 50) }] : [],
    summary: { lv: 'Teksts ar "pēdiņām", \\ un ,"hash":"' + 'a'.repeat(64) + '"}' },
  };
}

/** Some transactions of puts and deletes. */
export function writeHistory(
  model: ModelRegister,
  random: () => number,
  transactions: number,
): void {
  for (let nth = 0; nth < transactions; nth++) {
    const writes: ModelWrite[] = [];
    const length = Math.floor(random() * 4);
    for (let one = 0; one < length; one++) {
      const known = [...model.contents().keys()];
      const isDelete = known.length > 0 && random() < 0.25;
      writes.push(
        isDelete
          ? { delete: known[Math.floor(random() * known.length)]! }
          : { put: randomRecord(random) },
      );
    }
    model.write(...writes);
  }
}

/** A register of so many services, so that single changes stay below every threshold. */
export function fill(model: ModelRegister, random: () => number, services: number): void {
  for (let from = 0; from < services; from += 20) {
    const length = Math.min(20, services - from);
    model.write(
      ...Array.from({ length }, (_, nth) => {
        let record = randomRecord(random, `PV-${from + nth}`);
        while (record.type !== 'service') record = randomRecord(random, `PV-${from + nth}`);
        return { put: record };
      }),
    );
  }
}
