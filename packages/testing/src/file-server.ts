/** A web server that knows nothing but files, as static snapshots have to be content with. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

export interface FileServerOptions {
  folder: string;
  /** Path under which the folder stands; `/`: at the root. Default `/pakalpojumi`. */
  path?: string;
  /** What is given where there is no file: 404, or a page with status 200. Default `404`. */
  missing?: '404' | 'page';
}

export interface FileServer {
  origin: string;
  /** Of the folder, without a slash at the end. */
  address: string;
  /** Paths and queries that were asked for, in order. */
  asked: string[];
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
};
const PAGE = '<!doctype html><html lang="lv"><title>Vietne</title><p>Lapas nav.</p></html>';

/** The caller closes it. */
export async function openFileServer(options: FileServerOptions): Promise<FileServer> {
  const { path = '/pakalpojumi' } = options;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response, { ...options, path }).catch((error: unknown) =>
      response.destroy(error as Error),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    address: `${origin}${path}`.replace(/\/$/, ''),
    asked,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { folder, path, missing }: FileServerOptions & { path: string },
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://files');
  const below = path === '/' ? pathname : pathname.slice(path.length);
  const file = join(folder, normalize(decodeURIComponent(below)));
  const found =
    pathname.startsWith(path) && file.startsWith(folder)
      ? await stat(file).catch(() => undefined)
      : undefined;
  response.setHeader('Access-Control-Allow-Origin', '*');
  if (!found?.isFile()) {
    response.statusCode = missing === 'page' ? 200 : 404;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(PAGE);
    return;
  }
  const etag = `"${found.ino.toString(16)}-${found.mtimeMs.toString(16)}"`;
  response.setHeader('ETag', etag);
  response.setHeader('Last-Modified', found.mtime.toUTCString());
  if (request.headers['if-none-match'] === etag) {
    response.statusCode = 304;
    response.end();
    return;
  }
  response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
  response.setHeader('Content-Length', found.size);
  createReadStream(file).pipe(response);
}
