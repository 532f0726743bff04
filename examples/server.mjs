/**
 * Pages of services on a server of one's own, from a copy that follows the register: they stand when
 * the register is down, and search engines read them. `pages` is a middleware as Express, Connect and
 * their kin take it; here `node:http` calls it.
 *
 *   PORT=3000 node examples/server.mjs https://register.example institution/ozolleja
 */
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { GoneError, NotFoundError, pickLanguage } from '@pvp/sdk';
import { memoryStore, openReplica, ReplicaSource } from '@pvp/sdk/sync';

const PATH = '/pakalpojumi';

/** Opens the copy; the first request waits for it, later ones for nothing. */
export async function servicePages(register, scope) {
  const replica = await openReplica({ register, scope, store: memoryStore() });
  const source = new ReplicaSource(replica);
  const stopFollowing = replica.follow();
  return {
    async pages(request, response, next) {
      const { pathname, searchParams } = new URL(request.url, 'http://page');
      const [, id] = pathname.match(/^\/pakalpojumi\/([^/]+)$/) ?? [];
      if (request.method !== 'GET' || (id === undefined && pathname !== PATH)) return next();
      try {
        if (id === undefined) send(response, 200, await list(source, searchParams.get('q') ?? ''));
        else send(response, 200, await description(source, decodeURIComponent(id)));
      } catch (error) {
        if (error instanceof NotFoundError || error instanceof URIError) return next();
        if (!(error instanceof GoneError)) return next(error);
        const { title, successor } = error.subject ?? {};
        const instead = successor && link(successor.id, text(successor.title));
        const said = `<p>Šis pakalpojums vairs netiek sniegts.</p>${instead ? `<p>${instead}</p>` : ''}`;
        send(response, 410, page(text(title), said));
      }
    },
    async close() {
      stopFollowing();
      await replica.close();
    },
  };
}

async function list(source, q) {
  const { data, freshness } = await source.loadList({ q, limit: 100, lang: 'lv' });
  const rows = data.items.map(({ id, title, summary }) => `<li>${link(id, title)}<br>${escaped(summary ?? '')}</li>`); // prettier-ignore
  const form = `<form><label>Meklēt <input type="search" name="q" value="${escaped(q)}"></label></form>`;
  return page('Pakalpojumi', `${form}<ul>${rows.join('')}</ul>${provenance(freshness)}`);
}

async function description(source, id) {
  const { data, freshness } = await source.loadService(id);
  const tree = pickLanguage(data.description, 'lv')?.text;
  const body = `<p>${escaped(text(data.summary))}</p>${tree ? markup(tree) : ''}`;
  return page(text(data.title), body + provenance(freshness));
}

/** Rich text is a tree of a closed set of elements: what is not named here is left out. */
function markup({ type, tagName, value, properties, children = [] }) {
  const inside = children.map(markup).join('');
  if (type === 'text') return escaped(value);
  if (type === 'root' || !/^(p|h[3-6]|[uo]l|li|strong|em|br|a)$/.test(tagName)) return inside;
  if (tagName === 'br') return '<br>';
  const href = tagName === 'a' ? ` href="${escaped(properties.href)}"` : '';
  return `<${tagName}${href}>${inside}</${tagName}>`;
}

function page(title, body) {
  const name = escaped(title);
  return `<!doctype html><html lang="lv"><meta charset="utf-8"><title>${name}</title><h1>${name}</h1>${body}</html>`;
}

/** Where the text is from, and how old it is: owed on every copy. */
function provenance({ fetchedAt }) {
  const at = new Date(fetchedAt).toLocaleString('lv-LV', { timeZone: 'Europe/Riga' });
  return `<p>Datu avots: Valsts vienotais reģistrs. Saņemts ${at}.</p>`;
}

const link = (id, title) => `<a href="${PATH}/${encodeURIComponent(id)}">${escaped(title)}</a>`;
const text = (localized) => pickLanguage(localized, 'lv')?.text ?? '';
const escaped = (value) =>
  value.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

function send(response, status, html) {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [register, scope = 'all'] = process.argv.slice(2);
  const { pages } = await servicePages(register, scope);
  const server = createServer((request, response) =>
    pages(request, response, (error) => {
      response.writeHead(error ? 503 : 404, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(error ? 'Pakalpojumi pašlaik nav pieejami.' : 'Lapas nav.');
    }),
  );
  server.listen(Number(process.env.PORT ?? 3000), () => {
    console.log(`http://localhost:${server.address().port}${PATH}`);
  });
}
