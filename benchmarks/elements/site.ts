/** The pages of all contestants, compressed, from one server; and the register beside it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { startRegisterProcess, type RegisterProcess } from '../register-process.ts';
import type { Contestant } from './contestants.ts';
import { lettersToType, rowsOf } from './row-texts.ts';

const folder = new URL('pages/', import.meta.url);

export interface Site {
  register: string;
  urlOf(contestant: Contestant): string;
  /** Letters to type: each of them narrows the list. */
  letters: string;
  close(): Promise<void>;
}

interface Answer {
  type: string;
  body: Buffer;
}

const answer = (type: string, body: string): Answer => ({
  type,
  body: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
});

/** A bundle as a page would ship it, of what `benchmarks/package.json` installs. */
async function bundle(script: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`${script}.ts`, folder))],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['pvp-source', 'production', 'browser'],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]!.text;
}

const page = ({ markup, script }: Contestant, register: string): string => `<!doctype html>
<html lang="lv"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Pakalpojumi</title>
<link rel="icon" href="data:,"><style>body { margin: 16px; font: 16px/1.5 system-ui, sans-serif }</style>
${script ? '<script type="module" src="script.js"></script>' : ''}</head>
<body><h1>Pakalpojumi</h1>${markup.replaceAll('%R', register)}
<h2>Darba laiks</h2><p id="below">Klientu centrs ir atvērts darba dienās no 8.30 līdz 17.00.</p>
</body></html>`;

const EMOJI = JSON.stringify([
  {
    annotation: 'lapa',
    emoji: '📄',
    group: 7,
    order: 1,
    shortcodes: ['lapa'],
    tags: [],
    version: 1,
  },
]);

export async function openSite(
  services: number,
  contestants: readonly Contestant[],
): Promise<Site> {
  const register: RegisterProcess = await startRegisterProcess(services);
  const rows = await rowsOf(register.origin);
  const answers = new Map<string, Answer>();
  const data = answer('application/json', JSON.stringify(rows));
  const emoji = answer('application/json', EMOJI);
  for (const [index, contestant] of contestants.entries()) {
    answers.set(`/${index}/`, answer('text/html', page(contestant, register.origin)));
    answers.set(`/${index}/data.json`, data);
    answers.set(`/${index}/emoji.json`, emoji);
    if (contestant.script) {
      const script = await bundle(contestant.script);
      answers.set(`/${index}/script.js`, answer('text/javascript', script));
    }
  }
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const found = answers.get(request.url ?? '');
    if (!found) return void response.writeHead(404).end();
    response
      .writeHead(200, {
        'content-type': `${found.type}; charset=utf-8`,
        'content-encoding': 'br',
        'content-length': found.body.length,
        etag: '"1"',
      })
      .end(request.method === 'HEAD' ? undefined : found.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return {
    register: register.origin,
    letters: lettersToType(rows),
    urlOf: (contestant) => `http://127.0.0.1:${port}/${contestants.indexOf(contestant)}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await register.close();
    },
  };
}
