/**
 * A launcher of WebKitGTK for @web/test-runner: MiniBrowser on an X server of its own, driven over
 * WebDriver. It calls itself 'webdriver', by which the runner's own commands know `sendKeys`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** MiniBrowser's toolbar would keep its window, and with it the viewport, wider than 447 px. */
const NARROW_TOOLBAR = '* { min-width: 0; min-height: 0; padding: 0; margin: 0; font-size: 1px; }';

/** Keys by the names that the runner's commands use, as WebDriver writes them. */
const KEY_CODES = { Enter: '\uE007' };

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** @param {{ browser: string, driver: string, display: string }} paths of the three executables */
export function webkitLauncher(paths) {
  const running = new Set();
  let folder, window, active, endpoint, failure;

  /** A leader of its own process group, so that whatever it starts ends with it. */
  function start(command, args, options) {
    const child = spawn(command, args, { detached: true, ...options });
    running.add(child);
    const ended = () => running.delete(child);
    child.failed = once(child, 'exit').then(
      ([code, signal]) => (ended(), new Error(`${command} ended early (${signal ?? code}).`)),
      (error) => (ended(), error),
    );
    return child;
  }
  /** Synchronous, because a process that exits waits for nothing. */
  function endAll() {
    for (const { pid } of running) {
      try {
        process.kill(-pid, 'SIGTERM');
      } catch {
        // It had ended already.
      }
    }
    if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
  process.once('exit', endAll);
  // The runner answers Ctrl-C by leaving in order; these would end it without a last word.
  for (const signal of ['SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

  async function webdriver(method, path, body) {
    const response = await fetch(endpoint + path, {
      method,
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    }).catch((error) => {
      throw failure ?? error;
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebDriver ${method} ${path}: ${value.message}`);
    return value;
  }

  async function open() {
    folder = mkdtempSync(join(tmpdir(), 'pvp-webkit-'));
    mkdirSync(join(folder, 'gtk-3.0'));
    writeFileSync(join(folder, 'gtk-3.0/gtk.css'), NARROW_TOOLBAR);
    const screen = ['-screen', '0', '1600x1200x24', '-nolisten', 'tcp', '-displayfd', '3'];
    const server = start(paths.display, screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const told = await Promise.race([once(server.stdio[3], 'data'), server.failed]);
    if (told instanceof Error) throw told;
    const port = await freePort();
    endpoint = `http://127.0.0.1:${port}`;
    const home = { XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder, XDG_DATA_HOME: folder };
    const driver = start(paths.driver, [`--port=${port}`], {
      stdio: 'ignore',
      env: { ...process.env, ...home, DISPLAY: `:${String(told).trim()}`, GDK_BACKEND: 'x11' },
    });
    void driver.failed.then((error) => (failure = error));
    for (let ready = false; !ready;) {
      if (failure) throw failure;
      ready = await webdriver('GET', '/status').then(
        () => true,
        () => pause(50),
      );
    }
    const { sessionId } = await webdriver('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': { binary: paths.browser, args: ['--automation'] },
        },
      },
    });
    return `/session/${sessionId}`;
  }

  const navigate = async (url) => webdriver('POST', `${await window}/url`, { url });

  return {
    name: 'WebKitGTK',
    type: 'webdriver',
    concurrency: 1,
    async startSession(id, url) {
      window ??= open();
      active = id;
      // As large as the launcher of the other browsers makes it.
      await this.resizeViewport(id, { width: 800, height: 600 });
      await navigate(url);
    },
    isActive: (id) => id === active,
    getBrowserUrl: async () => webdriver('GET', `${await window}/url`),
    async stopSession() {
      active = undefined;
      // Ends whatever the page still does.
      await navigate('about:blank');
      return {};
    },
    startDebugSession() {
      throw new Error('WebKitGTK runs on a display that nobody sees: debug in another browser.');
    },
    /** Sets the size of the page in CSS pixels: the window's rect less its toolbar. */
    async resizeViewport(_id, { width, height }) {
      const script = 'return [outerWidth - innerWidth, outerHeight - innerHeight]';
      const [beside, above] = await webdriver('POST', `${await window}/execute/sync`, {
        script,
        args: [],
      });
      const rect = { x: 0, y: 0, width: width + beside, height: height + above };
      const { width: got } = await webdriver('POST', `${await window}/window/rect`, rect);
      if (got !== rect.width) throw new Error(`The window is ${got} px wide, not ${rect.width}.`);
    },
    /** Types characters one after another; a single item may also be a key's code point or name. */
    async sendKeys(_id, keys) {
      const values = keys.map((key) => KEY_CODES[key] ?? key);
      const actions = values.flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await webdriver('POST', `${await window}/actions`, {
        actions: [{ type: 'key', id: 'keyboard', actions }],
      });
    },
    /** Holds keys down in their order and lets them go in the opposite one. */
    async pressTogether(_id, keys) {
      const actions = [
        ...keys.map((value) => ({ type: 'keyDown', value })),
        ...keys.toReversed().map((value) => ({ type: 'keyUp', value })),
      ];
      await webdriver('POST', `${await window}/actions`, {
        actions: [{ type: 'key', id: 'keyboard', actions }],
      });
    },
    async stop() {
      await window?.then((path) => webdriver('DELETE', path)).catch(() => undefined);
      const ended = [...running].map(({ failed }) => failed);
      endAll();
      await Promise.all(ended);
    },
  };
}
