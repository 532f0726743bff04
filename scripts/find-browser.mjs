/**
 * Finds a browser for the tests; nothing is downloaded from elsewhere than the system's packages.
 * Order: environment → names on PATH → usual places of macOS and Windows → caches of playwright and
 * puppeteer → apt-get on Debian as root → one sentence that says what to do.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const windows = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
  .map((name) => process.env[name])
  .filter(Boolean);
const caches = { linux: '.cache', darwin: 'Library/Caches', win32: 'AppData/Local' };
const cache = join(homedir(), caches[process.platform] ?? '.cache');

/** Debian's folder for libraries, by Node's name of the processor. */
const multiarch = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' };
const webkitPackages = ['webkit2gtk-driver', 'xvfb', 'fonts-dejavu-core'];

const browsers = {
  chromium: {
    variables: ['CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH'],
    names: [
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'chrome',
      'microsoft-edge',
      'msedge',
    ],
    places: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ...windows.flatMap((folder) => [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Chromium/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ]),
    ],
    cached: /[\\/](?:chrome|chrome\.exe|Chromium|Google Chrome for Testing)$/,
    cacheFolders: ['chromium-', 'chrome'],
    packages: ['chromium', 'fonts-dejavu-core'],
    hint: 'No Chromium or Chrome was found: install one, or name it in CHROME_PATH.',
  },
  firefox: {
    variables: ['FIREFOX_PATH'],
    names: ['firefox-esr', 'firefox'],
    places: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      ...windows.map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')),
    ],
    // playwright's Firefox is patched and does not speak WebDriver BiDi.
    cached: /[\\/]puppeteer[\\/].*[\\/]firefox(?:\.exe)?$/,
    cacheFolders: ['firefox'],
    packages: ['firefox-esr', 'fonts-dejavu-core'],
    hint: 'No Firefox was found: install one, or name it in FIREFOX_PATH.',
  },
  // WebKitGTK comes in three parts; only Linux has them, and no browser cache does.
  webkit: {
    variables: ['WEBKIT_PATH'],
    names: ['MiniBrowser'],
    places: ['/usr/libexec', '/usr/lib', `/usr/lib/${multiarch[process.arch]}`].flatMap((folder) =>
      ['6.0', '4.1', '4.0'].flatMap((version) =>
        ['webkitgtk', 'webkit2gtk'].map((name) => `${folder}/${name}-${version}/MiniBrowser`),
      ),
    ),
    packages: webkitPackages,
    hint: 'No WebKitGTK was found: on Linux, install its MiniBrowser, or name it in WEBKIT_PATH.',
  },
  'webkit-driver': {
    variables: ['WEBKIT_DRIVER_PATH'],
    names: ['WebKitWebDriver'],
    packages: webkitPackages,
    hint: 'No WebKitWebDriver was found: install it (Debian: webkit2gtk-driver), or name it in WEBKIT_DRIVER_PATH.',
  },
  'x-server': {
    variables: ['XVFB_PATH'],
    names: ['Xvfb'],
    packages: webkitPackages,
    hint: 'No Xvfb was found: install it (Debian: xvfb), or name it in XVFB_PATH.',
  },
};

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  return names.flatMap((name) => folders.flatMap((f) => endings.map((end) => join(f, name + end))));
}

/** Executables in the caches, the newest version first. */
function inCaches({ cached, cacheFolders }) {
  const roots = [
    process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(cache, 'ms-playwright'),
    process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache/puppeteer'),
  ];
  const found = [];
  const walk = (folder, depth) => {
    for (const item of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, item.name);
      if (item.isDirectory() && depth < 7) walk(path, depth + 1);
      else if (item.isFile() && cached.test(path)) found.push(path);
    }
  };
  for (const root of roots.filter(existsSync)) {
    for (const name of readdirSync(root)) {
      const folder = join(root, name);
      if (!cacheFolders.some((start) => name.startsWith(start))) continue;
      try {
        walk(folder, 0);
      } catch {
        // An unreadable cache is no cache.
      }
    }
  }
  return found.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
}

function installOnDebian(packages) {
  const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!debian) return;
  console.error(`Installing ${packages.join(', ')} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { status, stderr } = spawnSync('apt-get', args, {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (status !== 0) {
      console.error(`apt-get ${args[0]} failed: ${String(stderr ?? '').trim()}`);
      return;
    }
  }
}

/** Some systems put a small script on PATH that only asks to install a snap. */
function usable(path) {
  if (!existsSync(path)) return false;
  return statSync(path).size > 10_000 || !readFileSync(path, 'utf8').includes('snap install');
}

/** How Chromium is started for tests and measurements: quiet, and without calls of its own. */
export const BROWSER_FLAGS = [
  '--headless',
  // Chromium's sandbox refuses to run as root (containers); anyone else keeps it.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Path of a browser's executable; throws one clear sentence where there is none.
 * @param {'chromium' | 'firefox' | 'webkit' | 'webkit-driver' | 'x-server'} kind
 */
export function findBrowser(kind = 'chromium') {
  const browser = browsers[kind];
  for (const variable of browser.variables) {
    const path = process.env[variable];
    if (!path) continue;
    if (existsSync(path)) return path;
    throw new Error(`${variable} names ${path}, which does not exist.`);
  }
  const search = () =>
    [
      ...onPath(browser.names),
      ...(browser.places ?? []),
      ...(browser.cached ? inCaches(browser) : []),
    ].find(usable);
  let path = search();
  if (!path) {
    installOnDebian(browser.packages);
    path = search();
  }
  if (!path) throw new Error(browser.hint);
  return path;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(findBrowser(process.argv[2]));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
