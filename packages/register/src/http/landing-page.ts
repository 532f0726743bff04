/** `GET /`: what answers here, in two sentences and three links. */
import { createHash } from 'node:crypto';
import { endpoint, type RegisterApp } from './register-context.ts';
import { CACHE, Representation, send } from './reply.ts';

const STYLE = `
:root { color-scheme: light dark; font: 1.0625rem/1.6 system-ui, sans-serif; }
body { max-width: 40rem; margin: 4rem auto; padding: 0 1rem; }
h1 { font-size: 1.75rem; line-height: 1.25; }
a { color: LinkText; }
`;

const PAGE = `<!doctype html>
<html lang="lv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Publisko pakalpojumu reģistrs</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Publisko pakalpojumu reģistrs</h1>
<p>Šeit ir programmsaskarne, no kuras iestāžu tīmekļa vietnes ielādē reģistrētos pakalpojumu aprakstus.</p>
<p lang="en">This is the interface from which institutions’ sites load registered descriptions of public services.</p>
<ul>
<li><a href="/v1/services">Pakalpojumi</a> · <a href="/v1/services" lang="en" hreflang="lv">Services</a></li>
<li><a href="/v1/openapi.json">Saskarnes apraksts (OpenAPI)</a> · <a href="/v1/openapi.json" lang="en">API description (OpenAPI)</a></li>
<li><a href="/v1/health">Darbības stāvoklis</a> · <a href="/v1/health" lang="en">Health</a></li>
</ul>
</main>
</body>
</html>
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function addLandingPage(app: RegisterApp): void {
  const page = new Representation(PAGE, 'text/html; charset=utf-8');
  endpoint(app, '/', {
    GET: (c) => send(c, page, CACHE.document, { 'Content-Security-Policy': POLICY }),
  });
}
