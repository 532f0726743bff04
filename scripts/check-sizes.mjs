/**
 * What a page pays: brotli size (quality 11; 1 kB = 1000 bytes) of all files an entry imports
 * statically, each file once, and of each lazy chunk. Fails above the gates.
 */
import { readFileSync } from 'node:fs';

const gates = {
  'pvp-service-card.js': 16,
  'pvp-service-catalogue.js': 19,
  'pvp-life-events.js': 17,
  'pvp-support-widget.js': 9,
  'pvp.js': 22,
};

/**
 * What comes when something is used for the first time, beside what a page has loaded before: every
 * file that its first picture needs. What is fetched afterwards for later steps, or in case the
 * register falls silent, is not of it.
 */
const onUse = [
  // The small pictures beside phones and places: with a card or a catalogue they are there already.
  { names: ['support-panel', 'after-first-picture'], after: 'pvp-support-widget.js', gate: 14 },
  { names: ['support-panel'], after: 'pvp.js', gate: 8 },
  { names: ['pvp-request-form'], after: 'pvp.js', gate: 20 },
];

const manifest = new URL('../packages/elements/bundles/v1/manifest.json', import.meta.url);
const { files } = JSON.parse(readFileSync(manifest, 'utf8'));

function staticGraph(entry) {
  const graph = new Set([entry]);
  for (const file of graph) for (const next of files[file].imports) graph.add(next);
  return graph;
}
const kB = (bytes) => `${(bytes / 1000).toFixed(2).padStart(6)} kB`;

const initial = new Set();
for (const [entry, gate] of Object.entries(gates)) {
  if (!files[entry]) {
    console.error(`${entry} is missing from the bundles`);
    process.exitCode = 1;
    continue;
  }
  const graph = [...staticGraph(entry)];
  const bytes = graph.reduce((sum, file) => sum + files[file].brotliBytes, 0);
  const over = bytes > gate * 1000;
  console.log(`${kB(bytes)}  of ${gate} kB  ${entry}${over ? '  OVER THE GATE' : ''}`);
  for (const file of graph) {
    console.log(`  ${kB(files[file].brotliBytes)}  ${file}`);
    initial.add(file);
  }
  if (over) process.exitCode = 1;
}
for (const { names, after, gate } of onUse) {
  const chunks = names.map((name) =>
    Object.keys(files).find((file) => file === `${name}.js` || file.startsWith(`chunks/${name}-`)),
  );
  const what = names.join(' + ');
  if (chunks.includes(undefined) || !files[after]) {
    console.error(`${what}, loaded after ${after}, is missing from the bundles`);
    process.exitCode = 1;
    continue;
  }
  const before = staticGraph(after);
  const graph = new Set(chunks.flatMap((chunk) => [...staticGraph(chunk)]));
  const more = [...graph].filter((file) => !before.has(file));
  const bytes = more.reduce((sum, file) => sum + files[file].brotliBytes, 0);
  const over = bytes > gate * 1000;
  console.log(
    `${kB(bytes)}  of ${gate} kB  ${what} after ${after}${over ? '  OVER THE GATE' : ''}`,
  );
  if (over) process.exitCode = 1;
}
for (const file of Object.keys(files).filter((name) => !initial.has(name))) {
  console.log(`${kB(files[file].brotliBytes)}  lazy      ${file}`);
}
console.log('brotli quality 11, 1 kB = 1000 bytes');
