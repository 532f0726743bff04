/**
 * The catalogue against three peers that do the same job (a search box and a list of cards), and
 * against a plain Lit list: first content, layout shift with text below, the answer to each key, and
 * nodes. Chromium, a processor four times slower, slow 4G, 300 and 2,000 generated services. Then
 * what stays behind when elements come and go ten times, and the memory of 2,000 rows.
 *
 *   npm --prefix benchmarks ci
 *   npm run build && node --conditions=pvp-source --import tsx benchmarks/elements.ts \
 *     [RUNS [SERVICES [PART]]]
 *
 * PART names some alone: `emoji`, or `endurance` for what stays behind and the memory.
 */
import puppeteer, { type Browser } from 'puppeteer-core';
import { BROWSER_FLAGS, findBrowser } from '../scripts/find-browser.mjs';
import { CATALOGUE, PEERS, REPLICA, type Contestant } from './elements/contestants.ts';
import { memoryOf, remainsAfterTen } from './elements/endurance.ts';
import { openSite, type Site } from './elements/site.ts';
import type { Key } from './elements/key-trace.ts';
import { Visit, type Load, type Nodes } from './elements/visit.ts';
import { machineLine, markdownTable, today } from './machine.ts';

const RUNS = Number(process.argv[2] ?? 3);
const COUNTS = process.argv[3] ? [Number(process.argv[3])] : [300, 2_000];
/** Default: all. */
const PART = process.argv[4];

interface Run {
  load: Load;
  keys: Key[];
  nodes: Nodes;
}

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const ms = (value: number): string => (Number.isNaN(value) ? '–' : `${Math.round(value)} ms`);

const contestants: readonly Contestant[] = [CATALOGUE, REPLICA, ...PEERS];
const isWanted = (name: string): boolean => PART === undefined || name.includes(PART);
const browser = await puppeteer.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS });
try {
  console.log(`${machineLine()}; ${await browser.version()}, ${today()}`);
  console.log(`4× slower processor, slow 4G, 412 px, median of ${RUNS} visits\n`);
  for (const count of COUNTS) {
    const site = await openSite(count, contestants);
    try {
      await race(browser, site, count);
      await endure(browser, site, count);
    } finally {
      await site.close();
    }
  }
} finally {
  await browser.close();
}

async function race(browser: Browser, site: Site, count: number): Promise<void> {
  const racing = contestants.filter(({ name }) => isWanted(name));
  if (!racing.length) return;
  const { letters } = site;
  const rows: string[][] = [];
  for (const contestant of racing) {
    const runs: Run[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const { visit, load } = await Visit.begin(browser, site.urlOf(contestant), contestant);
      const nodes = await visit.nodes();
      runs.push({ load, nodes, keys: await visit.type(letters) });
      await visit.end();
    }
    rows.push(rowOf(contestant, runs));
  }
  console.log(`## ${count} services; typed: „${letters}”\n`);
  const head = [
    '',
    'first content',
    'layout shift',
    'transferred',
    'first key → result',
    'next keys → result',
    'key → paint, worst',
    'nodes per row',
    'nodes',
  ];
  console.log(`${markdownTable(head, rows)}\n`);
}

function rowOf({ name }: Contestant, runs: readonly Run[]): string[] {
  const of = (pick: (run: Run) => number): number => middle(runs.map(pick));
  const results = (keys: readonly Key[]): number[] =>
    keys.flatMap(({ result }) => (result === undefined ? [] : [result]));
  return [
    name,
    ms(of(({ load }) => load.content)),
    of(({ load }) => load.shift).toFixed(3),
    `${of(({ load }) => load.kilobytes).toFixed(1)} kB`,
    ms(of(({ keys }) => keys[0]?.result ?? Number.NaN)),
    ms(of(({ keys }) => middle(results(keys.slice(1))))),
    ms(of(({ keys }) => Math.max(...keys.map(({ paint }) => paint)))),
    String(of(({ nodes }) => nodes.row)),
    String(of(({ nodes }) => nodes.all)),
  ];
}

async function endure(browser: Browser, site: Site, count: number): Promise<void> {
  if (count !== COUNTS.at(-1) || !isWanted('endurance')) return;
  const url = site.urlOf(CATALOGUE);
  const scripts = ['pvp', 'pvp-life-events'].map(
    (name) => `${site.register}/elements/v1/${name}.js`,
  );
  const common = { register: site.register, live: '' };
  const service = await anId(site.register);
  const rows: string[][] = [];
  for (const [label, name, attributes, shown] of [
    ['catalogue', 'pvp-service-catalogue', { limit: '20' }, '.row'],
    ['life events', 'pvp-life-events', {}, '.situation, [part~=notice]'],
    ['full description', 'pvp-service-card', { service, view: 'full' }, '[part~=description]'],
  ] as const) {
    const guest = { name, attributes: { ...common, ...attributes } };
    const { nodes, listeners } = await remainsAfterTen(browser, url, scripts, guest, shown);
    rows.push([label, String(nodes), String(listeners)]);
  }
  console.log('## Left behind by ten elements that came and went\n');
  console.log(`${markdownTable(['', 'nodes', 'listeners'], rows)}\n`);

  console.log(`## Memory, a register of ${count} services\n`);
  const memory: string[][] = [];
  for (const [name, contestant, wanted] of [
    ['asks the register, first rows', CATALOGUE, 20],
    ['asks the register, all rows fetched', CATALOGUE, count],
    ['over a replica in memory, first rows', REPLICA, 20],
  ] as const) {
    const {
      rows: shown,
      elements,
      heapMegabytes,
    } = await memoryOf(browser, site.urlOf(contestant), wanted);
    memory.push([name, String(shown), String(elements), `${heapMegabytes.toFixed(1)} MB`]);
  }
  console.log(markdownTable(['', 'rows drawn', 'elements', 'JavaScript heap'], memory));
}

async function anId(register: string): Promise<string> {
  const response = await fetch(`${register}/v1/services?limit=1`);
  return ((await response.json()) as { items: { id: string }[] }).items[0]!.id;
}
