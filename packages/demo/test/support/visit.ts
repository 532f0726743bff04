/** A visitor with a fresh profile, and everything that the page does beside showing itself. */
import type { Browser, BrowserContext, Page } from 'puppeteer-core';

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** What the console printed, and errors that nobody caught. */
  printed: string[];
  /** Addresses that were asked for. */
  requested: string[];
  /** Violations of the page's policies, as `directive blocked-uri`. */
  violations(): Promise<string[]>;
  /** Bodies of all complete answers, but event streams, which have no end. */
  bodies(): Promise<string[]>;
  /** Cookies and stored items, each named. */
  stored(): Promise<string[]>;
  close(): Promise<void>;
}

export interface VisitOptions {
  width?: number;
  /** Default: yes. */
  javaScript?: boolean;
}

/** Opens an empty page in a profile of its own. The caller navigates. */
export async function newVisit(browser: Browser, options: VisitOptions = {}): Promise<Visit> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: options.width ?? 1280, height: 900 });
  await page.setJavaScriptEnabled(options.javaScript ?? true);
  const printed: string[] = [];
  const requested: string[] = [];
  const bodies: Promise<string>[] = [];
  page.on('console', (message) => printed.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => printed.push(`uncaught: ${String(error)}`));
  page.on('request', (request) => requested.push(request.url()));
  page.on('response', (response) => {
    if (response.headers()['content-type']?.startsWith('text/event-stream')) return;
    bodies.push(response.text().catch(() => ''));
  });
  await page.evaluateOnNewDocument(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const told = `${event.effectiveDirective} ${event.blockedURI}`;
      ((globalThis as { violations?: string[] }).violations ??= []).push(told);
    });
  });
  return {
    page,
    context,
    printed,
    requested,
    violations: () =>
      page.evaluate(() => (globalThis as { violations?: string[] }).violations ?? []),
    bodies: () => Promise.all(bodies),
    stored: async () => {
      const cookies = await context.cookies();
      const items = await page.evaluate(async () => [
        ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
        ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
        ...(await indexedDB.databases()).map(({ name }) => `indexedDB ${name}`),
        ...(await caches.keys()).map((key) => `cache ${key}`),
        ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker ${scope}`),
      ]);
      return [...cookies.map(({ name, domain }) => `cookie ${name} of ${domain}`), ...items];
    },
    close: () => context.close(),
  };
}
