/**
 * What a page pays: brotli size (quality 11; 1 kB = 1000 bytes) of all files an entry imports
 * statically, each file once, and of each lazy chunk. Fails above the gates.
 */
import { readFileSync } from 'node:fs';

const gates = {
  'pvp-service-card.js': 16,
  'pvp-service-catalogue.js': 19,
  'pvp-life-events.js': 17,
  'pvp.js': 22,
};

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
/** What is fetched when it is wanted, beside everything that `pvp.js` has loaded by then. */
const later = { 'pvp-request-form.js': 20.5 };
for (const [entry, gate] of Object.entries(later)) {
  const added = files[entry] ? [...staticGraph(entry)].filter((file) => !initial.has(file)) : [];
  const bytes = added.reduce((sum, file) => sum + files[file].brotliBytes, 0);
  const over = bytes > gate * 1000 || !added.length;
  console.log(`${kB(bytes)}  of ${gate} kB  ${entry}, more${over ? '  OVER THE GATE' : ''}`);
  if (over) process.exitCode = 1;
}
for (const file of Object.keys(files).filter((name) => !initial.has(name))) {
  console.log(`${kB(files[file].brotliBytes)}  lazy      ${file}`);
}
console.log('brotli quality 11, 1 kB = 1000 bytes');
