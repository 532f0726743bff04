/**
 * When the registered content of each demo page stands, in Chromium with a processor four times
 * slower and a slow 4G line (1.6 Mbit/s, 150 ms), with an empty cache; and how much the page jumps.
 *
 *   npm run build && node --conditions=pvp-source --import tsx benchmarks/first-content.ts
 */
import { startDemo } from '@pvp/demo';
import { openRegister } from '@pvp/testing';
import puppeteer, { type Page } from 'puppeteer-core';
import { BROWSER_FLAGS, findBrowser } from '../scripts/find-browser.mjs';
import { machineLine, markdownTable, today } from './machine.ts';

const RUNS = 5;
const SLOW_4G = { download: (1.6 * 1_000_000) / 8, upload: (0.75 * 1_000_000) / 8, latency: 150 };
const PAGES = [
  ['home page with catalogue', '/', 'pvp-service-catalogue'],
  ['service page, full card', '/dzivesvieta.html', 'pvp-service-card'],
  ['agency page, compact card', '/agentura.html', 'pvp-service-card'],
] as const;

interface Visit {
  /** Milliseconds from navigation to the first paint of anything. */
  paint: number;
  /** Milliseconds from navigation until registered text stands in the element. */
  content: number;
  shift: number;
  kilobytes: number;
}

const register = await openRegister({ seed: 'sample' });
const demo = await startDemo({
  port: 0,
  host: '127.0.0.1',
  registerPort: Number(new URL(register.origin).port),
});
const browser = await puppeteer.launch({
  executablePath: findBrowser(),
  args: BROWSER_FLAGS,
});
try {
  const rows: string[][] = [];
  for (const [name, path, tag] of PAGES) {
    const visits: Visit[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      visits.push(await visit(page, `http://127.0.0.1:${demo.port}${path}`, tag));
      await context.close();
    }
    const middle = (key: keyof Visit): number =>
      visits.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
    rows.push([
      name,
      `${Math.round(middle('paint'))} ms`,
      `${Math.round(middle('content'))} ms`,
      middle('shift').toFixed(3),
      `${middle('kilobytes').toFixed(1)} kB`,
    ]);
  }
  console.log(`First content, median of ${RUNS} visits, ${today()}`);
  console.log(`${machineLine()}; ${await browser.version()}, 4× slower processor, slow 4G\n`);
  const head = ['page', 'first paint', 'registered content', 'layout shift', 'transferred'];
  console.log(markdownTable(head, rows));
} finally {
  await browser.close();
  await demo.close();
  await register.close();
}

async function visit(page: Page, url: string, tag: string): Promise<Visit> {
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    downloadThroughput: SLOW_4G.download,
    uploadThroughput: SLOW_4G.upload,
    latency: SLOW_4G.latency,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.setViewport({ width: 412, height: 823 });
  await page.evaluateOnNewDocument(observer(tag));
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForFunction('window.measured.content !== undefined');
  // The whole page, further chunks included, has come to rest.
  await page.waitForNetworkIdle({ idleTime: 1_000 });
  const { paint, content, shift } = (await page.evaluate('window.measured')) as Visit;
  return { paint, content, shift, kilobytes: bytes / 1000 };
}

/** Runs in the page, before anything of it. A text, because it must not be compiled for Node. */
function observer(tag: string): string {
  return `
    window.measured = { shift: 0 };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) measured.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      measured.paint ??= list.getEntriesByName('first-contentful-paint')[0]?.startTime;
    }).observe({ type: 'paint', buffered: true });
    const look = () => {
      const root = document.querySelector('${tag}')?.shadowRoot;
      if (root?.querySelector('[part~="title"]')) measured.content = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);`;
}
