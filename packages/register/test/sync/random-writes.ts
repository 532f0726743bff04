/** A small register that changes at random, repeatably, in every way that moves scopes. */
import type { RecordWrite, Store } from '../../src/store/store.ts';

type AnyRecord = RecordWrite['record'];
export type Random = () => number;

/** Mulberry32. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const ORGANIZATIONS = ['o1', 'o2', 'o3'];
const ORGANIZATION_ALIASES = ['oa1', 'oa2'];
const EVENTS = ['e1', 'e2', 'e3'];
const EVENT_ALIASES = ['ea1'];
const NEEDS = ['n1', 'n2', 'n3', 'n4'];
const NEED_ALIASES = ['na1', 'na2'];
const SERVICE_KINDS = ['public-individual', 'public-general', 'inter-shared', 'inter-restricted'];

/** @param renames Whether organizations and needs may come, go and change their aliases. */
export async function writeAtRandom(
  store: Store,
  random: Random,
  { at, renames }: { at: string; renames: boolean },
): Promise<void> {
  const dice = random();
  const context = { actor: 'random', at };
  if (dice < 0.12) {
    const { type, id } = randomRecord(random, at, renames);
    await store.delete(type, id, 'any', 'redacted', context);
    return;
  }
  const length = 1 + Math.floor(random() * 4);
  const writes = Array.from({ length }, () => ({
    record: randomRecord(random, at, renames),
    expect: 'any' as const,
  }));
  await store.write(writes, context);
}

function randomRecord(random: Random, at: string, renames: boolean): AnyRecord {
  const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)]!;
  const some = <T>(values: readonly T[]) => values.filter(() => random() < 0.35);
  const title = { lv: `Nosaukums ${Math.floor(random() * 4)}` };
  const checkedAt = random() < 0.2 ? { checkedAt: at } : {};
  const base = { title, changedAt: at, ...checkedAt };
  const dice = renames ? random() : 0.08 + (random() < 0.02 ? 0 : 0.12 + random() * 0.8);
  if (dice < 0.08) {
    return {
      ...base,
      type: 'organization',
      id: pick(ORGANIZATIONS),
      aliases: some(ORGANIZATION_ALIASES),
    };
  }
  if (dice < 0.14) {
    const aliases = random() < 0.3 ? EVENT_ALIASES : [];
    return {
      ...base,
      type: 'life-event',
      id: pick(EVENTS),
      aliases,
      needs: some([...NEEDS, ...NEED_ALIASES]),
    };
  }
  if (dice < 0.2) {
    return { ...base, type: 'need', id: pick(NEEDS), aliases: some(NEED_ALIASES) };
  }
  if (dice < 0.24) return { ...base, type: 'novelty', id: pick(['x1', 'x2']), deep: [{ a: 1 }] };
  if (dice < 0.28) {
    const status = { state: 'operational' };
    return { ...base, type: 'resource', id: pick(['r1', 'r2']), kind: 'digital', status };
  }
  const organizations = [...ORGANIZATIONS, ...ORGANIZATION_ALIASES];
  if (dice < 0.34) {
    const organization = random() < 0.6 ? { organization: pick(organizations) } : {};
    if (random() < 0.4) {
      return {
        ...base,
        type: 'request-form',
        id: pick(['f1', 'f2']),
        kind: 'incident',
        ...organization,
      };
    }
    const rest = { place: 'institution-help-desk', means: 'phone', ...organization };
    return { ...base, type: 'support-place', id: pick(['p1', 'p2', 'p3']), ...rest };
  }
  if (dice < 0.4) {
    const institutions = random() < 0.6 ? { institutions: some(organizations) } : {};
    return {
      ...base,
      type: 'knowledge-entry',
      id: pick(['k1', 'k2', 'k3']),
      answer: {},
      ...institutions,
    };
  }
  const restricted = random() < 0.3;
  return {
    ...base,
    type: 'service',
    id: `PV-${1 + Math.floor(random() * 14)}`,
    kind: restricted ? 'inter-restricted' : pick(SERVICE_KINDS),
    status: 'active',
    ...(random() < 0.9 && { holder: pick(organizations) }),
    providers: some(organizations),
    audience: some(organizations),
    lifeEvents: some([...EVENTS, ...EVENT_ALIASES]),
    needs: some([...NEEDS, ...NEED_ALIASES]),
    ...(random() < 0.2 && { management: { notes: String(random()) } }),
  };
}
