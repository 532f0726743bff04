import type { SearchIndexHead } from '@pvp/contract';
import { expect } from 'chai';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import { enter } from './catalogue/searching.ts';
import {
  all,
  clearPage,
  find,
  hearWarnings,
  listed,
  place,
  textOf,
  titles,
  until,
} from './page.ts';

let register: BrowserRegister;

/** A visit of its own: nothing in its memory, the same storage. */
async function visit(
  attributes: string,
  tag = 'pvp-service-catalogue',
): Promise<{ catalogue: HTMLElement; leave(): void }> {
  const frame = document.createElement('iframe');
  frame.width = '800';
  frame.srcdoc = `<!doctype html><html lang="lv"><base href="${location.origin}/">
    <script type="module" src="/packages/elements/src/define/${tag}.ts"></script>
    <${tag} register="${register.origin}" ${attributes}><p>Saite</p></${tag}>`;
  document.body.append(frame);
  const catalogue = await until('the element', () => {
    const found = frame.contentDocument?.querySelector<HTMLElement>(tag);
    return found?.shadowRoot && found;
  });
  return { catalogue, leave: () => frame.remove() };
}

/** What the browser holds of a scope: `undefined`, or the position of the copy. */
function heldCheckpoint(scope: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const name = `pvp-replica v2 ${register.origin} ${scope}`;
    const opening = indexedDB.open(name);
    // Not there yet: it must not be made by looking.
    opening.onupgradeneeded = () => opening.transaction!.abort();
    opening.onerror = () => resolve(undefined);
    opening.onsuccess = () => {
      const database = opening.result;
      const meta = database.transaction('meta').objectStore('meta').get('meta');
      meta.onsuccess = () => {
        database.close();
        resolve((meta.result as { head?: { checkpoint: string } } | undefined)?.head?.checkpoint);
      };
    };
  });
}

async function untilHeld(scope: string): Promise<void> {
  for (let held: string | undefined; !held;) {
    held = await heldCheckpoint(scope);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** Languages whose everyday words the browser holds. */
function heldWords(): Promise<IDBValidKey[]> {
  return new Promise((resolve) => {
    const opening = indexedDB.open(`pvp-words ${register.origin}`);
    opening.onupgradeneeded = () => opening.transaction!.abort();
    opening.onerror = () => resolve([]);
    opening.onsuccess = () => {
      const database = opening.result;
      const keys = database.transaction('words').objectStore('words').getAllKeys();
      keys.onsuccess = () => {
        database.close();
        resolve(keys.result);
      };
    };
  });
}

async function untilWordsHeld(...languages: string[]): Promise<void> {
  for (let held: IDBValidKey[] = []; !languages.every((lang) => held.includes(lang));) {
    held = await heldWords();
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** Has the browser keep the names of an index as a page fetches them, named after a moment. */
async function cacheNames(scope: string, after: number): Promise<void> {
  const address = `${register.origin}/v1/search-index/${scope}`;
  for (;;) {
    const answer = await fetch(address, { cache: 'reload' });
    const { tiers } = (await answer.json()) as SearchIndexHead;
    if (Date.parse(answer.headers.get('date')!) <= after) continue;
    const { href } = tiers.find(({ tier }) => tier === 'titles')!;
    await (await fetch(new URL(href, address))).arrayBuffer();
    return;
  }
}

describe('attribute offline', () => {
  before(async function () {
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    register = await openRegister();
  });
  afterEach(clearPage);

  it('shows everything, dated, on a second visit with the register switched off', async function () {
    this.timeout(30_000);
    const first = await visit('institution="90009990001" offline');
    await listed(first.catalogue);
    const shown = titles(first.catalogue);
    const status = textOf(find(first.catalogue, '[role=status]'));
    await untilHeld('institution/90009990001');
    first.leave();
    await register.stop();
    try {
      // Another question than before: no cache of the browser has its answer.
      const second = await visit('institution="90009990001" limit="200" offline');
      await listed(second.catalogue);
      expect(titles(second.catalogue).slice(0, shown.length)).to.deep.equal(shown);
      expect(textOf(find(second.catalogue, '[role=status]'))).to.equal(status);
      expect(titles(second.catalogue).length).to.equal(Number.parseInt(status, 10));
      await until('the date', () =>
        all(second.catalogue, '.notice').some((notice) =>
          /^Dati no \d+\.\d+\.\d{4}\. plkst\. /.test(textOf(notice)),
        ),
      );
      expect(second.catalogue.matches(':state(stale)')).to.equal(true);
      // A description opens too.
      find(second.catalogue, '.row .title')!.click();
      const card = await until('the description', () => find(second.catalogue, 'pvp-service-card'));
      await until('its title', () => textOf(find(card, '.title')) === shown[0]);

      // Without the attribute nothing is kept, and nothing is taken from what others keep.
      const without = await visit('institution="ozolleja" limit="199"');
      await until('the fallback', () => without.catalogue.matches(':state(error)'));
      expect(all(without.catalogue, '.row').length).to.equal(0);
    } finally {
      await register.start();
    }
  });

  it('finds what everyday words mean, with the register switched off', async function () {
    this.timeout(30_000);
    const first = await visit('institution="ozolleja" offline');
    await listed(first.catalogue);
    await untilHeld('institution/ozolleja');
    await untilWordsHeld('lv', 'ru');
    // Nobody has searched: no page has fetched words for itself.
    first.leave();
    // The browser's cache has names that are newer than the copy, and no everyday words with them.
    await cacheNames('institution/ozolleja', Date.now());
    await register.stop();
    try {
      const second = await visit('institution="ozolleja" limit="198" offline');
      await listed(second.catalogue);
      for (const [word, title] of [
        ['zags', /^Laulības reģistrācija/],
        ['детский сад', /irmsskol|bērnudārz/i],
      ] as const) {
        enter(second.catalogue, word);
        await until(word, () => title.test(titles(second.catalogue)[0] ?? ''));
      }
    } finally {
      await register.start();
    }
  });

  it('shows life events, their needs and services, with the register switched off', async function () {
    this.timeout(30_000);
    const tag = 'pvp-life-events';
    const first = await visit('institution="berzkrogs" offline', tag);
    await until('life events', () => find(first.catalogue, '.situation'));
    const shown = all(first.catalogue, '.situation').map(textOf);
    await untilHeld('institution/berzkrogs');
    first.leave();
    await register.stop();
    try {
      // Another profile than before is another question: no cache of the browser has its answer.
      const second = await visit('institution="berzkrogs" profile="residents" offline', tag);
      await until('life events', () => find(second.catalogue, '.situation'));
      expect(all(second.catalogue, '.situation').map(textOf)).to.deep.equal(shown);
      find(second.catalogue, '.situation .title')!.click();
      await until('a service', () => find(second.catalogue, '.need .row'));
      await until('the date', () =>
        /^Dati no /.test(textOf(find(second.catalogue, '[part=notice]'))),
      );
    } finally {
      await register.start();
    }
  });

  it('says once that it needs one institution or one life event, and reads live', async () => {
    const warnings = hearWarnings();
    let told = 0;
    document.addEventListener('pvp-error', () => told++, { once: true });
    const catalogue = place(
      `<pvp-service-catalogue register="${register.origin}" offline></pvp-service-catalogue>`,
    );
    await listed(catalogue);
    await until('the event', () => told);
    expect(warnings()).to.deep.equal([
      '<pvp-service-catalogue> offline keeps a copy of one institution or one life-event: name it.',
    ]);
  });
});
