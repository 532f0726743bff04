/** Serves pages and folders of files that a test makes up, under one policy. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface PageServerOptions {
  /** Value of `Content-Security-Policy` for a path. */
  policyOf(path: string): string | undefined;
  /** HTML by path. */
  pages: Readonly<Record<string, string>>;
  /** Folders of scripts by path, each with a slash at its end. */
  folders: Readonly<Record<string, string>>;
}

export interface PageServer {
  origin: string;
  close(): Promise<void>;
}

export async function servePages(options: PageServerOptions): Promise<PageServer> {
  const { pages, folders, policyOf } = options;
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const policy = policyOf(path);
    const page = pages[path];
    if (page !== undefined) {
      response.writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        ...(policy !== undefined && { 'Content-Security-Policy': policy }),
      });
      response.end(page);
      return;
    }
    const folder = Object.keys(folders).find((start) => path.startsWith(start));
    const file = folder && join(folders[folder]!, path.slice(folder.length));
    (file ? readFile(file) : Promise.reject(new Error('no such folder'))).then(
      (content) => response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
