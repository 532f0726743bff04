import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, test } from 'node:test';
import { startDemo, type Demo } from '../src/index.ts';

let demo: Demo;
before(async () => {
  demo = await startDemo({ port: 0, host: '127.0.0.1', registerPort: 18080 });
});
after(() => demo.close());

const PAGES = [
  '/',
  '/dzivesvieta.html',
  '/dzives-situacijas.html',
  '/agentura.html',
  '/iestadem.html',
  '/stingra-drosiba.html',
  '/jautajums.html',
  '/palidzibas-dienests.html',
];

/** A request whose path is sent as it is: `fetch` would tidy it first. */
function raw(path: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ port: demo.port, host: '127.0.0.1', path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

test('every page names the running register, under the host name that the visitor used', async () => {
  for (const page of PAGES) {
    const answer = await fetch(`http://127.0.0.1:${demo.port}${page}`);
    const html = await answer.text();
    assert.equal(answer.status, 200, page);
    assert.match(html, /register="http:\/\/127\.0\.0\.1:18080"/, page);
    assert.doesNotMatch(html, /register\.example/, page);
    assert.match(html, /<html lang="lv">/, page);
  }
});

test('every page of the municipality has its header and footer, with the page marked', async () => {
  for (const page of PAGES) {
    const html = await (await fetch(`http://127.0.0.1:${demo.port}${page}`)).text();
    assert.doesNotMatch(html, /<!-- part/, page);
    if (page === '/agentura.html') continue;
    const marked = Array.from(
      html.matchAll(/<a href="([^"]+)" aria-current="page"/g),
      ([, to]) => to,
    );
    assert.deepEqual(marked, [page]);
    assert.match(html, /<footer>/, page);
    // Of what a page is made of, nothing is left of the copies.
    assert.equal(html.match(/<meta charset/g)?.length, 1, page);
  }
});

test('only the page with the strict policy sends one, and it lets the register alone in', async () => {
  for (const page of PAGES) {
    const answer = await fetch(`http://127.0.0.1:${demo.port}${page}`);
    const policy = answer.headers.get('content-security-policy');
    if (page !== '/stingra-drosiba.html') {
      assert.equal(policy, null, page);
      continue;
    }
    assert.match(policy ?? '', /default-src 'none'/);
    assert.match(policy ?? '', /script-src http:\/\/127\.0\.0\.1:18080/);
    assert.match(policy ?? '', /require-trusted-types-for 'script'/);
    assert.doesNotMatch(policy ?? '', /unsafe/);
  }
});

test('a path never leads out of the public folder', async () => {
  for (const path of [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/%00',
    '/%',
  ]) {
    assert.equal(await raw(path), 404, path);
  }
});

test('a forged host name is not written into a page', async () => {
  const html = await new Promise<string>((resolve, reject) => {
    const options = {
      port: demo.port,
      host: '127.0.0.1',
      path: '/',
      headers: { Host: '"><script>' },
    };
    request(options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => (text += part));
      response.on('end', () => resolve(text));
    })
      .on('error', reject)
      .end();
  });
  assert.match(html, /register="http:\/\/localhost:18080"/);
});

test('nothing can be sent to the demo', async () => {
  const answer = await fetch(`http://127.0.0.1:${demo.port}/`, { method: 'POST', body: 'x' });
  assert.equal(answer.status, 405);
  assert.equal(answer.headers.get('allow'), 'GET, HEAD');
});
