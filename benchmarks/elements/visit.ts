/** One visit to a page: when it shows what, how it jumps, and how it answers to keys. */
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import type { Contestant } from './contestants.ts';
import { CATEGORIES, keysOf, type Key, type PressedKey } from './key-trace.ts';

const SLOW_4G = { download: (1.6 * 1_000_000) / 8, upload: (0.75 * 1_000_000) / 8, latency: 150 };

export interface Load {
  /** Milliseconds from navigation until the first row stands. */
  content: number;
  /** Cumulative layout shift, from the first byte until the page is at rest. */
  shift: number;
  kilobytes: number;
}

export interface Nodes {
  /** Elements in the first row, shadow roots included. */
  row: number;
  all: number;
}

interface Measured {
  content?: number;
  shift: number;
  /** Keys whose answer is there, or does not come any more. */
  keys: PressedKey[];
}

export class Visit {
  #page: Page;
  #contestant: Contestant;

  private constructor(page: Page, contestant: Contestant) {
    this.#page = page;
    this.#contestant = contestant;
  }

  /** A phone with an empty cache. */
  static async begin(
    browser: Browser,
    url: string,
    contestant: Contestant,
  ): Promise<{ visit: Visit; load: Load }> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const session = await page.createCDPSession();
    await slowDown(session);
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.setViewport({ width: 412, height: 823 });
    await page.evaluateOnNewDocument(observer(contestant));
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForFunction('window.measured.content !== undefined', { timeout: 120_000 });
    await page.waitForNetworkIdle({ idleTime: 1_000, timeout: 120_000 });
    const { content, shift } = (await page.evaluate('window.measured')) as Measured;
    const load = { content: content!, shift, kilobytes: bytes / 1000 };
    return { visit: new Visit(page, contestant), load };
  }

  /** Types letter after letter, each when the answer to the one before is there. */
  async type(letters: string): Promise<Key[]> {
    const page = this.#page;
    await page.tracing.start({ categories: [...CATEGORIES] });
    // Nobody presses a key while the field is still being drawn with the focus.
    await page.evaluate(`(${this.#contestant.field}).focus(); watchRows();
      new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))`);
    for (const [index, letter] of [...letters].entries()) {
      await page.keyboard.press(letter as 'a');
      await page.waitForFunction(`window.measured.keys.length > ${index}`, {
        polling: 200,
        timeout: 30_000,
      });
      // What the page does after its answer is not to count for the next letter.
      await page.waitForNetworkIdle({ idleTime: 500, timeout: 30_000 });
      await page.evaluate('watchRows()');
    }
    const { keys } = (await page.evaluate('window.measured')) as Measured;
    return keysOf((await page.tracing.stop())!, keys);
  }

  async nodes(): Promise<Nodes> {
    const { host, rows } = this.#contestant;
    return (await this.#page.evaluate(`(() => {
      const count = (root) => [...root.querySelectorAll('*')].reduce(
        (sum, element) => sum + 1 + (element.shadowRoot ? count(element.shadowRoot) : 0), 0);
      const within = (element) => 1 + count(element) + (element.shadowRoot ? count(element.shadowRoot) : 0);
      return { row: within(${rows}[0]), all: within(${host}) };
    })()`)) as Nodes;
  }

  async end(): Promise<void> {
    await this.#page.browserContext().close();
  }
}

async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    downloadThroughput: SLOW_4G.download,
    uploadThroughput: SLOW_4G.upload,
    latency: SLOW_4G.latency,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

/** Runs in the page, before anything of it. A text, because it must not be compiled for Node. */
function observer({ rows, count, host }: Contestant): string {
  return `
    window.measured = { shift: 0, keys: [] };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) measured.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    const rowsNow = () => (${host} ? ${rows} : []);
    const picture = () => rowsNow().slice(0, 5).map((row) => row.textContent).join('|') + rowsNow().length + (${count});
    const look = () => {
      if (document.body && rowsNow().length) measured.content = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    let before, key;
    const end = () => measured.keys.push(key);
    // Told in the task that changes the rows: which frame has them, the trace says.
    const mutations = new MutationObserver(() => {
      if (key?.answered) return;
      const now = picture();
      if (now === before) return;
      before = now;
      if (!key) return;
      key.answered = performance.now();
      clearTimeout(key.patience);
      setTimeout(end, 500);
    });
    // Called before a key: what it costs is not to count.
    window.watchRows = () => {
      before = picture();
      key = undefined;
      for (const root of [document, rowsNow()[0].getRootNode()]) {
        mutations.observe(root, { subtree: true, childList: true, characterData: true });
      }
    };
    addEventListener('keydown', ({ timeStamp: pressed }) => {
      key = { pressed, patience: setTimeout(end, 4000) };
    }, true);`;
}
