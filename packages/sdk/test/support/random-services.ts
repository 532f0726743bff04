/** Random but repeatable services, small enough that every filter meets a few. */
import { CHANNEL_KINDS, RECIPIENTS, SERVICE_KINDS, SERVICE_STATUSES } from '@pvp/contract';
import type { Cost, Service } from '@pvp/contract';

export type Random = () => number;

/** mulberry32: the same seed gives the same numbers everywhere. */
export function seededRandom(seed: number): Random {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const INSTITUTIONS = ['ozolleja', 'berzkrogs', 'liepsala', 'kalnupe', 'smilgaine'];
export const LIFE_EVENTS = ['berna-piedzimsana', 'dzivesvietas-maina', 'transportlidzeklis'];
export const NEEDS = [
  'dzimsanas-registracija',
  'berna-pabalsti',
  'deklaret-dzivesvietu',
  'izzinas',
];
export const GROUPS = ['dokumenti-un-registracija', 'socialais-atbalsts', 'transports'];
const WORDS =
  'Bērna dzimšanas reģistrācija pabalsts Dzīvesvietas deklarēšana izziņa koku ciršana atļauja ' +
  'transportlīdzeklis ķieģeļu žogs šķūnis čau ģimene īpašums ūdens ēka āra ņemšana ļauj zāle';

export function pick<T>(random: Random, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)]!;
}

export function some<T>(random: Random, values: readonly T[], max = 3): T[] {
  return values.filter(() => random() < max / values.length / 2);
}

export function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => pick(random, WORDS.split(' '))).join(' ');
}

function costs(random: Random): Cost[] {
  return Array.from({ length: Math.floor(random() * 3) }, (_, nth) => {
    const row = { id: `c${nth}`, currency: 'EUR' };
    const dice = random();
    if (dice < 0.4) return { ...row, value: 0 };
    if (dice < 0.8) return { ...row, value: Math.ceil(random() * 50) };
    return { ...row, description: { lv: 'Pēc cenrāža' } };
  });
}

export function randomService(random: Random, id: string): Service {
  return {
    type: 'service',
    id,
    kind: pick(random, SERVICE_KINDS),
    status: pick(random, [...SERVICE_STATUSES, 'active', 'active', 'active'] as const),
    title: { lv: words(random, 1 + Math.floor(random() * 3)), en: `Service ${id}` },
    ...(random() < 0.7 && { summary: { lv: words(random, 4) } }),
    ...(random() < 0.3 && { keywords: [words(random, 1)] }),
    holder: pick(random, INSTITUTIONS),
    providers: some(random, INSTITUTIONS, 1),
    recipients: some(random, RECIPIENTS),
    lifeEvents: some(random, LIFE_EVENTS, 1),
    needs: some(random, NEEDS, 2),
    groups: some(random, GROUPS, 2),
    channels: some(random, CHANNEL_KINDS, 4).map((kind, nth) => ({ id: `ch${nth}`, kind })),
    costs: costs(random),
  };
}
