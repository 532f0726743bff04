/** `GET /elements/v1/*`: the built elements, for pages of other origins. */
import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { HttpProblem } from './problem.ts';
import {
  endpoint,
  type RegisterApp,
  type RegisterContext,
  type RequestContext,
} from './register-context.ts';
import { CACHE, Representation, send } from './reply.ts';

/** Only these are served; a source map or a stray file is not. */
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
};
/** Files are compressed once for a process, so more effort pays than for an answer. */
const QUALITY = 9;
const NAME = /^(chunks\/)?[A-Za-z0-9_][A-Za-z0-9._-]*$/;

export function addElementEndpoint(app: RegisterApp, { elementsDir }: RegisterContext): void {
  const files = new Map<string, { stamp: string; representation: Representation }>();

  const answer = async (c: RequestContext) => {
    const name = new URL(c.req.url).pathname.slice('/elements/v1/'.length);
    const type = TYPES[extname(name)];
    const file =
      elementsDir !== undefined && type !== undefined && NAME.test(name)
        ? join(elementsDir, name)
        : undefined;
    const found = file === undefined ? undefined : await stat(file).catch(() => undefined);
    if (file === undefined || type === undefined || !found?.isFile()) {
      throw new HttpProblem('not-found', {
        detail: elementsDir ? 'There is no such file.' : 'The elements have not been built.',
      });
    }
    const stamp = `${found.mtimeMs} ${found.size}`;
    let known = files.get(name);
    if (known?.stamp !== stamp) {
      const content = await readFile(file);
      known = { stamp, representation: new Representation(content, type, { quality: QUALITY }) };
      files.set(name, known);
    }
    const cache = name.startsWith('chunks/') ? CACHE.immutable : CACHE.document;
    return send(c, known.representation, cache);
  };
  endpoint(app, '/elements/v1/*', { GET: answer });
}
