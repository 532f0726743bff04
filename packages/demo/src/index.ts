/**
 * The demo site: plain pages of invented institutions that embed the elements as a webmaster
 * would, served from a port of their own, so that every page talks to the register across origins.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withParts } from './page-parts.ts';

export interface DemoOptions {
  /** Port to try first; `0` takes any free one. */
  port: number;
  host?: string;
  /** Where the register listens, on the same machine. */
  registerPort: number;
  /** Address of the register as browsers reach it, where that is not this machine. */
  registerOrigin?: string;
}

export interface Demo {
  port: number;
  close(): Promise<void>;
}

/** Written in the pages' HTML; the address of the running register is put in its place. */
const REGISTER_IN_PAGES = 'https://register.example';

const PUBLIC = fileURLToPath(new URL('../public', import.meta.url));

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** A strict policy, as an agency with a security officer sets it. Only the register is let in. */
function strictPolicy(register: string): string {
  return [
    "default-src 'none'",
    `script-src ${register}`,
    `connect-src ${register}`,
    "style-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
}

/** @throws the error of `listen`, where the port is taken (`EADDRINUSE`). */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const server = createServer((request, response) => {
    answer(request, response, options).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await listen(server, options);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The demo has no port.');
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, { port, host }: DemoOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: DemoOptions,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const path = pathOf(request.url ?? '/');
  const file = path === undefined ? undefined : fileOf(path);
  const content = file === undefined ? undefined : await readFile(file).catch(() => undefined);
  if (path === undefined || file === undefined || content === undefined) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('Šādas lapas nav.\n');
    return;
  }
  const register = registerOrigin(request, options);
  const headers: Record<string, string> = {
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  };
  if (file.endsWith(`${sep}stingra-drosiba.html`)) {
    headers['Content-Security-Policy'] = strictPolicy(register);
  }
  const body = file.endsWith('.html')
    ? (await withParts(content.toString('utf8'), path)).replaceAll(REGISTER_IN_PAGES, register)
    : content;
  response.writeHead(200, headers);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The path of a request; nothing where it is none. */
function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split('?', 1)[0] ?? '/');
    return path.includes('\0') || path.includes('\\') ? undefined : path;
  } catch {
    return undefined;
  }
}

/** The file behind a path, or nothing where it leads outside the public folder. */
function fileOf(path: string): string | undefined {
  const file = normalize(join(PUBLIC, path.endsWith('/') ? `${path}index.html` : path));
  return file.startsWith(PUBLIC + sep) ? file : undefined;
}

/** The register under the host name that the visitor used, so that other machines reach it too. */
function registerOrigin(request: IncomingMessage, options: DemoOptions): string {
  if (options.registerOrigin !== undefined) return options.registerOrigin;
  const host = request.headers.host ?? '';
  const name = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d+)?$/i.exec(host)?.[1] ?? 'localhost';
  return `http://${name}:${options.registerPort}`;
}
