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

/** What comes when something is used for the first time, beside what a page has loaded before. */
const onUse = [
  { name: 'support-panel', after: 'pvp-support-widget.js', gate: 17 },
  { name: 'support-panel', after: 'pvp.js', gate: 9 },
  { name: 'pvp-request-form', after: 'pvp.js', gate: 20.5 },
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
for (const { name, after, gate } of onUse) {
  const chunk = Object.keys(files).find(
    (file) => file === `${name}.js` || file.startsWith(`chunks/${name}-`),
  );
  if (!chunk || !files[after]) {
    console.error(`${name}, loaded after ${after}, is missing from the bundles`);
    process.exitCode = 1;
    continue;
  }
  const before = staticGraph(after);
  const more = [...staticGraph(chunk)].filter((file) => !before.has(file));
  const bytes = more.reduce((sum, file) => sum + files[file].brotliBytes, 0);
  const over = bytes > gate * 1000;
  console.log(
    `${kB(bytes)}  of ${gate} kB  ${name} after ${after}${over ? '  OVER THE GATE' : ''}`,
  );
  if (over) process.exitCode = 1;
}
for (const file of Object.keys(files).filter((name) => !initial.has(name))) {
  console.log(`${kB(files[file].brotliBytes)}  lazy      ${file}`);
}
console.log('brotli quality 11, 1 kB = 1000 bytes');
