/**
 * Looks at every story of the built Storybook: it renders, its play passes, nothing is printed as
 * an error, axe finds nothing in light and in dark, nothing scrolls sideways at 320 px, every part
 * on show is one that the manifest promises, and every promised part is in some story. Pages of
 * documentation must render.
 */
/* global document, requestAnimationFrame, axe -- in functions that run in the page */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { entriesOf, openBrowser, serveFolder, StoryPage } from './storybook-pages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = process.argv[2] ?? `${root}storybook-static`;
const axeSource = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const manifest = JSON.parse(
  await readFile(`${root}packages/elements/custom-elements.json`, 'utf8'),
);

const WIDE = { width: 1280, height: 900 };
/** The width at which WCAG's Reflow is judged. */
const NARROW = { width: 320, height: 900 };

/** Rules about a whole page say nothing about an element on it. */
const OF_A_PAGE = ['region', 'page-has-heading-one', 'landmark-one-main', 'bypass'];
/** What can differ between two colour schemes of the same nodes. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** Parts that pages were promised. */
const promised = new Set(
  manifest.modules
    .flatMap(({ declarations }) => declarations)
    .flatMap(({ tagName, cssParts = [] }) =>
      cssParts.map(({ name }) => `<${tagName}>::part(${name})`),
    ),
);
/** Promised parts that no story has shown yet. */
const unseen = new Set(promised);

/** What axe finds in the story, a line for each of the first places. */
async function findings(page, options) {
  const violations = await page.evaluate(async (config) => {
    const result = await axe.run(document.querySelector('.stage'), config);
    return result.violations.map(({ id, nodes }) => ({
      id,
      places: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary.split('\n')[1]}`),
    }));
  }, options);
  return violations.map(({ id, places }) => {
    const more = places.length > 3 ? `\n      … ${places.length - 3} more` : '';
    return `axe ${id}:\n      ${places.slice(0, 3).join('\n      ')}${more}`;
  });
}

/** `<tag>::part(name)` of everything that is on show. */
function partsInPage() {
  const found = new Set();
  const walk = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) walk(element.shadowRoot);
      for (const part of element.part ?? []) found.add(`<${root.host?.localName}>::part(${part})`);
    }
  };
  walk(document);
  return [...found];
}

async function widthInPage() {
  // Two frames: what a story draws over an element follows it one frame later.
  for (let frame = 0; frame < 2; frame++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return document.documentElement.scrollWidth;
}

/** Everything that is wrong with one story. */
async function faultsOf(storyPage, { id, tags }) {
  const { page } = storyPage;
  const faults = await storyPage.show(id);
  if (faults.length) return [...faults, ...storyPage.takeErrors()];
  const rules = Object.fromEntries(OF_A_PAGE.map((rule) => [rule, { enabled: false }]));
  // Off unless asked for: WCAG 2.2's sizes, and WCAG 2.1's label in name.
  for (const rule of ['target-size', 'label-content-name-mismatch'])
    rules[rule] = { enabled: true };
  // The same element several times: on a real page each has a name of its own.
  if (tags?.includes('several')) rules['landmark-unique'] = { enabled: false };
  const base = { resultTypes: ['violations'], rules };
  faults.push(...(await findings(page, base)));

  await storyPage.setScheme('dark');
  const colours = { resultTypes: ['violations'], runOnly: OF_COLOURS };
  faults.push(...(await findings(page, colours)).map((text) => `in dark: ${text}`));
  await storyPage.setScheme('light');

  if (tags?.includes('forced-colours')) {
    await storyPage.forceColours(true);
    const texts = await findings(page, base);
    faults.push(...texts.map((text) => `in forced colours: ${text}`));
    await storyPage.forceColours(false);
  }

  for (const part of await page.evaluate(partsInPage)) {
    unseen.delete(part);
    if (part.startsWith('<pvp-') && !promised.has(part)) {
      faults.push(`${part} is not in the manifest: give it a @csspart in the class comment`);
    }
  }

  await page.setViewport(NARROW);
  const width = await page.evaluate(widthInPage);
  if (width > NARROW.width) faults.push(`scrolls sideways at 320 px: ${width} px wide`);
  await page.setViewport(WIDE);
  return [...faults, ...storyPage.takeErrors()];
}

async function work(browser, origin, queue, report) {
  const storyPage = await StoryPage.open(browser, origin, queue[0].id, WIDE);
  await storyPage.page.evaluate(axeSource);
  for (let entry = queue.shift(); entry; entry = queue.shift()) {
    try {
      const faults =
        entry.type === 'docs'
          ? [...(await storyPage.openDocs(entry.id)), ...storyPage.takeErrors()]
          : await faultsOf(storyPage, entry);
      report(entry, faults);
    } catch (cause) {
      throw new Error(`${entry.id} could not be looked at to the end`, { cause });
    }
  }
  await storyPage.page.close();
}

const started = performance.now();
const entries = await entriesOf(folder);
// Stories first: a worker opens with one.
const queue = entries.sort((a, b) => b.type.localeCompare(a.type));
const count = { passed: 0, failed: 0 };
const server = await serveFolder(folder);
const browser = await openBrowser();
try {
  const report = ({ id }, faults) => {
    count[faults.length ? 'failed' : 'passed']++;
    if (faults.length) console.error(`${id}\n${faults.map((fault) => `    ${fault}`).join('\n')}`);
  };
  const workers = Math.min(2, availableParallelism());
  await Promise.all(
    Array.from({ length: workers }, () => work(browser, server.origin, queue, report)),
  );
} finally {
  await browser.close();
  await server.close();
}
for (const part of unseen) {
  count.failed++;
  console.error(`${part} is in the manifest and in no story`);
}
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`${count.passed} entries without a fault, ${count.failed} with one (${seconds} s)`);
if (process.env.PVP_TEST_COUNTS) {
  await writeFile(process.env.PVP_TEST_COUNTS, JSON.stringify(count));
}
process.exitCode = count.failed ? 1 : 0;
