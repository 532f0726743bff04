/**
 * What a page loads of everyday words, by its scope, in brotli 11: as the register gives them, and the
 * entries with Latvian alone. And what it takes the register after a change to find where phrases lead:
 * the processor time of the first index of an institution, less that of another one of the same state.
 *
 *   node --conditions=pvp-source --import tsx benchmarks/search-words.ts [sizes]
 */
import type { FullRecord, SearchIndexHead, Service, ServiceList } from '@pvp/contract';
import { generateObjects, generateServices } from '@pvp/register';
import type { SynonymEntry } from '@pvp/sdk/search';
import { synonymTier } from '@pvp/sdk/tiers';
import { parseCompactVocabulary } from '@pvp/sdk/vocabulary';
import { openRegister, type RegisterFixture, type RegisterFixtureOptions } from '@pvp/testing';
import { machineLine, markdownTable, today } from './machine.ts';
import { shippedWords } from './search/catalogues.ts';
import { compressed } from './search/code-sizes.ts';

type Words = readonly (readonly [string, SynonymEntry])[];

const CHANGES = 9;
const sizes = process.argv.slice(2).map(Number).filter(Boolean);
const SIZES = sizes.length > 0 ? sizes : [300, 5_000];

console.log(`Everyday words of a page, ${today()}, ${machineLine()}\n`);
const shipped = await shippedWords();
/** A tier does not tell the language of what is typed. */
const LATVIAN = new Set(shipped.flatMap(([, { terms }]) => terms['lv'] ?? []));
const rows = [['all that ship', ...columnsOf(shipped), '']];
rows.push(...(await measured('sample data', 'sample')));
for (const size of SIZES) {
  const records = [...generateObjects(size), ...generateServices(size)];
  const seed = records as unknown as (FullRecord & Record<string, unknown>)[];
  rows.push(...(await measured(`${size.toLocaleString('en')} generated services`, seed)));
}
const head = ['page of', 'entries', 'all languages', 'Latvian alone', 'found in'];
console.log(markdownTable(head, rows));

async function measured(
  name: string,
  seed: Required<RegisterFixtureOptions>['seed'],
): Promise<string[][]> {
  const register = await openRegister({ seed });
  try {
    const [most, other] = await institutionsOf(register);
    const all = await wordsOf(register, 'all');
    const own = await wordsOf(register, `institution/${most!.id}`);
    const took = await findingTime(register, most!.id, other!.id);
    return [
      [name, ...columnsOf(all), `${took.toFixed(0)} ms`],
      [`its institution of ${most!.count} services`, ...columnsOf(own), ''],
    ];
  } finally {
    await register.close();
  }
}

function columnsOf(words: Words): string[] {
  const latvian = words.flatMap(([id, { terms, means }]) => {
    const lv = Object.values(terms).flatMap((typed = []) =>
      typed.filter((each) => LATVIAN.has(each)),
    );
    return lv.length > 0 ? [[id, { terms: { lv }, means }] as const] : [];
  });
  const size = (some: Words) =>
    `${(compressed([...synonymTier(some)].join('')) / 1000).toFixed(1)} kB`;
  return [String(words.length), size(words), size(latvian)];
}

/** Those with most services. */
async function institutionsOf({ origin }: RegisterFixture) {
  const list = (await (await fetch(`${origin}/v1/services?limit=1`)).json()) as ServiceList;
  return list.facets['institution']!.map(({ value, count }) => ({ id: String(value), count }));
}

async function wordsOf({ origin }: RegisterFixture, scope: string): Promise<Words> {
  const address = `${origin}/v1/search-index/${scope}`;
  const { tiers } = (await (await fetch(address)).json()) as SearchIndexHead;
  const { href } = tiers.find(({ tier }) => tier === 'synonyms')!;
  const text = await (await fetch(new URL(href, address))).text();
  const entries = parseCompactVocabulary(JSON.parse(text.split('\n')[1]!) as string);
  return entries.map((entry, nth) => [`${nth}`, entry]);
}

/** In milliseconds, the middle of some changes. */
async function findingTime(
  register: RegisterFixture,
  institution: string,
  other: string,
): Promise<number> {
  const cost = async (id: string) => {
    const before = process.cpuUsage();
    await (await fetch(`${register.origin}/v1/search-index/institution/${id}`)).arrayBuffer();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const service: Service = {
    type: 'service',
    id: 'changing',
    kind: 'public-individual',
    status: 'active',
    title: { lv: 'Izziņa' },
  };
  const costs: number[] = [];
  for (let nth = 0; nth < CHANGES; nth++) {
    await register.put({ ...service, keywords: [`vārds${nth}`] } as never);
    costs.push((await cost(institution)) - (await cost(other)));
  }
  return costs.sort((a, b) => a - b)[CHANGES >> 1]!;
}
