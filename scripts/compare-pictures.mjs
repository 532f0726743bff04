/**
 * `npm run pictures [-- REF] [--all]`: pictures of the permutation stories (or of all) in two builds
 * of this repository, that of a git ref (default: the commit before this one) and the present one,
 * made in one run by one browser. No picture is committed: fonts and engines differ too much.
 *
 * Writes `pictures/index.html` with what differs: before, after, and the difference. Stories that
 * only one of the builds has are named. Differences are for people to judge, so they are no failure.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { entriesOf, openBrowser, serveFolder, StoryPage } from './storybook-pages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = join(root, 'pictures');
const args = process.argv.slice(2);
const ref = args.find((arg) => !arg.startsWith('-')) ?? 'HEAD~1';
const isWanted = args.includes('--all')
  ? ({ type }) => type === 'story'
  : ({ type, tags }) => type === 'story' && tags?.includes('permutations');

const WIDTHS = [1280, 320];
const SCHEMES = ['light', 'dark'];
/** So that "open now" is the same in both builds. */
const NOW = Date.UTC(2026, 10, 24, 9, 30);

function run(command, commandArgs, options) {
  const { status, stdout, stderr, error } = spawnSync(command, commandArgs, {
    ...options,
    maxBuffer: 2 ** 30,
  });
  if (status === 0) return stdout;
  throw error ?? new Error(`${command} ${commandArgs.join(' ')} failed:\n${stdout}\n${stderr}`);
}

function build(folder, target) {
  const storybook = join(folder, 'node_modules/storybook/dist/bin/dispatcher.js');
  run(process.execPath, [storybook, 'build', '--quiet', '--output-dir', target], { cwd: folder });
}

/** The ref's files and the packages that it wants, in a folder of their own. */
function checkOut(folder) {
  const archive = run('git', ['archive', '--format=tar', ref], { cwd: root });
  run('tar', ['-x', '-C', folder], { input: archive });
  if (!existsSync(join(folder, '.storybook'))) throw new Error(`${ref} has no Storybook.`);
  const lock = 'package-lock.json';
  const isSame = readFileSync(join(folder, lock)).equals(readFileSync(join(root, lock)));
  if (!isSame) {
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
    return;
  }
  // The same packages from elsewhere; those of this repository are the ref's own.
  for (const place of [
    '.',
    ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`),
  ]) {
    const from = join(root, place, 'node_modules');
    if (!existsSync(from) || !existsSync(join(folder, place))) continue;
    mkdirSync(join(folder, place, 'node_modules'));
    for (const name of readdirSync(from)) {
      const link = join(folder, place, 'node_modules', name);
      if (name === '@pvp')
        cpSync(join(from, name), link, { recursive: true, verbatimSymlinks: true });
      else symlinkSync(join(from, name), link, 'junction');
    }
  }
}

/** Pictures of one build, by the name of the story, width and scheme. */
async function photograph(browser, folder) {
  const pictures = new Map();
  const stories = (await entriesOf(folder)).filter(isWanted);
  if (!stories.length) return pictures;
  const server = await serveFolder(folder);
  const shown = await StoryPage.open(browser, server.origin, stories[0].id, undefined, NOW);
  try {
    for (const { id } of stories) {
      for (const width of WIDTHS) {
        await shown.page.setViewport({ width, height: 900 });
        const failures = await shown.show(id);
        if (failures.length) console.error(`${id}: ${failures.join('; ')}`);
        for (const scheme of SCHEMES) {
          await shown.setScheme(scheme);
          await shown.settle();
          const bytes = await shown.page.screenshot({ fullPage: true });
          pictures.set(`${id} ${width} ${scheme}`, PNG.sync.read(Buffer.from(bytes)));
        }
      }
    }
  } finally {
    await shown.page.close();
    await server.close();
  }
  return pictures;
}

/** A picture on a ground as large as the larger of two. */
function onGround(picture, width, height) {
  const ground = new PNG({ width, height, fill: true });
  ground.data.fill(0);
  PNG.bitblt(picture, ground, 0, 0, picture.width, picture.height, 0, 0);
  return ground;
}

function compare(before, after) {
  const width = Math.max(before.width, after.width);
  const height = Math.max(before.height, after.height);
  const difference = new PNG({ width, height });
  const [a, b] = [before, after].map((picture) => onGround(picture, width, height));
  const pixels = pixelmatch(a.data, b.data, difference.data, width, height, { threshold: 0.1 });
  return { pixels, difference };
}

function report(before, after) {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output);
  const rows = [];
  const save = (name, picture) => {
    const file = `${name.replaceAll(' ', '-')}.png`;
    writeFileSync(join(output, file), PNG.sync.write(picture));
    return `<img src="${file}" alt="">`;
  };
  for (const [name, now] of after) {
    const then = before.get(name);
    if (!then) {
      console.log(`new      ${name}`);
      continue;
    }
    const { pixels, difference } = compare(then, now);
    if (!pixels) continue;
    console.log(`differs  ${name}: ${pixels} pixels`);
    const pictures = [
      save(`${name} before`, then),
      save(`${name} after`, now),
      save(`${name} difference`, difference),
    ];
    rows.push(`<h2>${name}: ${pixels} pixels</h2><div>${pictures.join('')}</div>`);
  }
  for (const name of before.keys()) if (!after.has(name)) console.log(`gone     ${name}`);
  const style =
    'body{font:16px system-ui;margin:24px}div{display:flex;gap:8px;align-items:start}img{width:33%;border:1px solid #999}';
  writeFileSync(
    join(output, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>${ref} and now</title><style>${style}</style>${rows.join('\n') || '<p>Nothing differs.</p>'}`,
  );
  console.log(`${after.size} pictures, ${rows.length} differ from ${ref}: pictures/index.html`);
}

const temporary = mkdtempSync(join(tmpdir(), 'pvp-pictures-'));
try {
  const folder = join(temporary, 'before');
  mkdirSync(folder);
  checkOut(folder);
  const builds = [join(temporary, 'build-before'), join(temporary, 'build-after')];
  build(folder, builds[0]);
  build(root, builds[1]);
  const browser = await openBrowser();
  try {
    report(await photograph(browser, builds[0]), await photograph(browser, builds[1]));
  } finally {
    await browser.close();
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
