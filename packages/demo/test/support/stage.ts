/** Register, demo site and browser of one test file, as real as a visitor meets them. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openRegister, type RegisterFixture } from '@pvp/testing';
import { openFaultProxy, seededRandom, type FaultProxy } from '@pvp/testing/fault-proxy';
import puppeteer, { type Browser } from 'puppeteer-core';
import { BROWSER_FLAGS, findBrowser } from '../../../../scripts/find-browser.mjs';
import { startDemo } from '../../src/index.ts';

/** Folder of the built elements. */
export const BUNDLES = fileURLToPath(new URL('../../../elements/bundles/v1/', import.meta.url));

export interface Stage {
  register: RegisterFixture;
  /** Between browser and register; it changes nothing, and counts. */
  line: FaultProxy;
  /** Origin of the demo site. */
  demo: string;
  browser: Browser;
  /** Every line of the register's log so far. */
  log: string[];
  close(): Promise<void>;
}

/** @throws one sentence where the elements have not been built, or where there is no browser. */
export async function openStage(): Promise<Stage> {
  assertBuilt();
  const executablePath = findBrowser();
  const log: string[] = [];
  const opened: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of opened.reverse()) await end();
  };
  try {
    const register = await openRegister({ onLogLine: (line) => log.push(line) });
    opened.push(() => register.close());
    const line = await openFaultProxy({ target: register.origin, random: seededRandom(1) });
    opened.push(() => line.close());
    const site = await startDemo({
      port: 0,
      host: '127.0.0.1',
      registerPort: register.port,
      registerOrigin: line.origin,
    });
    opened.push(() => site.close());
    const browser = await puppeteer.launch({ executablePath, args: BROWSER_FLAGS });
    opened.push(() => browser.close());
    return { register, line, demo: `http://127.0.0.1:${site.port}`, browser, log, close };
  } catch (error) {
    await close();
    throw error;
  }
}

export function assertBuilt(): void {
  if (!existsSync(`${BUNDLES}manifest.json`)) {
    throw new Error(`There are no built elements in ${BUNDLES}: run "npm run build" first.`);
  }
}
