/** Stories of a built Storybook in Chromium, one after the other in the same page. */
/* global window, document, location, requestAnimationFrame -- in functions that run in the page */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import puppeteer from 'puppeteer-core';
import { BROWSER_FLAGS, findBrowser } from './find-browser.mjs';

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Serves a folder on a free port of this machine. */
export async function serveFolder(folder) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://local').pathname));
    try {
      const body = await readFile(join(folder, path.endsWith('/') ? `${path}index.html` : path));
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/html' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

export async function openBrowser() {
  return puppeteer.launch({
    executablePath: findBrowser('chromium'),
    args: [...BROWSER_FLAGS, '--hide-scrollbars', '--force-color-profile=srgb'],
  });
}

/** Entries of the build's index, in its order. */
export async function entriesOf(folder) {
  const { entries } = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
  return Object.values(entries);
}

/** A page that shows stories; what goes wrong in it is noted in `errors`. */
export class StoryPage {
  errors = [];

  constructor(page, origin) {
    this.page = page;
    this.origin = origin;
    page.on('pageerror', (error) => this.errors.push(`page error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(`console: ${message.text()}`);
    });
  }

  /** @param now Milliseconds at which the page's clock stands; absent: it goes. */
  static async open(browser, origin, firstEntry, viewport = { width: 1280, height: 900 }, now) {
    // A store of its own: what a story keeps on the device is not another worker's.
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    if (now !== undefined) await page.evaluateOnNewDocument(stopClockInPage, now);
    await page.setViewport(viewport);
    // A background tab draws nothing, and two workers share one window.
    const session = await page.createCDPSession();
    await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    const storyPage = new StoryPage(page, origin);
    storyPage.session = session;
    await page.goto(
      `${origin}/iframe.html?id=${firstEntry}&viewMode=story&globals=a11y.manual:!true`,
    );
    // Its play to the end: a story that is torn down while it clicks may lead the page away.
    await page.waitForFunction(() => window.__STORYBOOK_ADDONS_CHANNEL__?.last('storyFinished'));
    return storyPage;
  }

  /** Shows a story from its beginning and waits for its play to end; gives what failed in it. */
  async show(storyId) {
    this.errors.length = 0;
    const failures = await this.page.evaluate(showInPage, storyId);
    await this.settle();
    return failures;
  }

  /**
   * Opens a page of documentation, as a visit of its own: Storybook loads a page anew by itself where
   * one of several stories is still being prepared when the next page is to be shown.
   */
  async openDocs(id) {
    this.errors.length = 0;
    await this.page.goto(`${this.origin}/iframe.html?id=${id}&viewMode=docs`);
    const failures = await this.page.evaluate(untilDocsInPage);
    await this.settle();
    return failures;
  }

  /** Waits until nothing in the story changes any more. */
  async settle() {
    await this.page.evaluate(settleInPage);
  }

  /** The page's own scheme, without drawing the story anew. */
  async setScheme(scheme) {
    await this.page.evaluate((value) => {
      document.documentElement.style.colorScheme = value;
    }, scheme);
  }

  async forceColours(active) {
    const features = [{ name: 'forced-colors', value: active ? 'active' : 'none' }];
    await this.session.send('Emulation.setEmulatedMedia', { features });
  }

  /** All errors that were printed or thrown since the last story began. */
  takeErrors() {
    return this.errors.splice(0);
  }
}

function stopClockInPage(now) {
  window.Date = class extends Date {
    constructor(...args) {
      super(...(args.length ? args : [now]));
    }
    static now() {
      return now;
    }
  };
}

function showInPage(storyId) {
  const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
  return new Promise((resolve) => {
    const failures = [];
    const listeners = {
      storyRendered: undefined,
      playFunctionThrewException: (error) => failures.push(`play: ${error.message}`),
      unhandledErrorsWhilePlaying: ([error]) => failures.push(`while playing: ${error.message}`),
      storyThrewException: (error) => end(`render: ${error.message}`),
      storyErrored: ({ title, description }) => end(`render: ${title} ${description}`),
      storyMissing: () => end('the story is missing from the build'),
      storyFinished: (payload) => payload.storyId === storyId && end(),
    };
    const timer = setTimeout(() => end('not rendered within 20 s'), 20_000);
    function end(failure) {
      clearTimeout(timer);
      for (const [name, listener] of Object.entries(listeners)) {
        if (listener) channel.off(name, listener);
      }
      resolve(failure ? [...failures, failure] : failures);
    }
    for (const [name, listener] of Object.entries(listeners)) {
      if (listener) channel.on(name, listener);
    }
    const now = new URL(location.href).searchParams.get('id');
    if (now === storyId) channel.emit('forceRemount', { storyId });
    else channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
  });
}

async function untilDocsInPage() {
  const deadline = performance.now() + 20_000;
  while (performance.now() < deadline) {
    const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
    if (channel?.last('docsRendered')) return [];
    const [missing] = [channel?.last('storyMissing'), channel?.last('storyErrored')].filter(
      Boolean,
    );
    if (missing) return [`render: ${JSON.stringify(missing)}`];
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return ['not rendered within 20 s'];
}

async function settleInPage() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const picture = () => {
    let nodes = 0;
    let height = 0;
    const walk = (root) => {
      for (const element of root.querySelectorAll('*')) {
        nodes++;
        if (element.shadowRoot) {
          height += element.clientHeight;
          walk(element.shadowRoot);
        }
      }
    };
    walk(document.body);
    return `${nodes} ${height}`;
  };
  const started = performance.now();
  let before = '';
  for (let same = 0; same < 3 && performance.now() - started < 5_000;) {
    await frame();
    const now = picture();
    same = now === before ? same + 1 : 0;
    before = now;
  }
}
