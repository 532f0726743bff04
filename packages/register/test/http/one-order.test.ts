/**
 * Every question of the evaluation set is answered in the same order by the register, by an index
 * that a page reads in tiers, by a replica, and by files that were published.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { SearchIndexHead, ServiceList } from '@pvp/contract';
import { openStaticSource } from '@pvp/sdk/static';
import { memoryStore, openReplica, ReplicaSource } from '@pvp/sdk/sync';
import { serviceListSearchParams, type ServiceListQuery } from '@pvp/sdk/query';
import { readTiers } from '@pvp/sdk/tiers';
import { openRegister } from '@pvp/testing';
import { openPublishedFolder } from '@pvp/testing/published-folder';
import { parse } from 'yaml';

type ByTitle = Record<string, Record<string, (string | number)[]>>;
type Answer = (query: ServiceListQuery) => ServiceList | Promise<ServiceList>;

function readSet<T>(name: string): T {
  const url = new URL(`../../../../benchmarks/search/sets/${name}.yaml`, import.meta.url);
  return parse(readFileSync(url, 'utf8')) as T;
}

function questions(): string[] {
  const byTitle = ['sample', 'everyday'].flatMap((name) =>
    Object.values(readSet<ByTitle>(name)).flatMap(({ also: _also, ...classes }) =>
      Object.values(classes).flat().map(String),
    ),
  );
  const places = readSet<{ q: string }[]>('places').map(({ q }) => q);
  return [...new Set([...byTitle, ...places, ...readSet<string[]>('no-answer')])];
}

/** Ids in their order with what is offered instead. */
function order({ items, total, instead }: ServiceList): unknown {
  const ids = (list: ServiceList['items']) => list.map(({ id }) => id);
  return { ids: ids(items), total, instead: instead && [instead.q, ids(instead.items)] };
}

test('every question of the evaluation set has one order everywhere', async (t) => {
  const register = await openRegister({ seed: 'sample' });
  t.after(() => register.close());
  const files = await openPublishedFolder(register.origin);
  t.after(() => files.close());
  const replica = await openReplica({ register: register.origin, store: memoryStore() });
  t.after(() => replica.close());

  const base = `${register.origin}/v1/search-index/all`;
  const head = (await (await fetch(base)).json()) as SearchIndexHead;
  const [titles, summaries, synonyms] = await Promise.all(
    head.tiers.map(async ({ href }) => (await fetch(new URL(href, base))).text()),
  );
  const index = await readTiers({ titles: titles!, summaries: summaries!, synonyms: synonyms! });
  const copy = new ReplicaSource(replica);
  const published = await openStaticSource({ address: files.address });
  const others: Record<string, Answer> = {
    tiers: (query) => index.answer(query),
    replica: async (query) => (await copy.loadList(query)).data,
    files: async (query) => (await published.loadList(query)).data,
  };

  const asked = questions();
  assert.ok(asked.length > 900);
  // The words of every language are there from now on.
  for (const lang of ['lv', 'ru', 'en']) {
    await copy.loadList({ q: 'zags', lang });
    await published.loadList({ q: 'zags', lang });
  }
  for (const q of asked) {
    const query = { q, limit: 20 };
    const path = `/v1/services?${serviceListSearchParams(query)}`;
    const expected = order((await (await fetch(register.origin + path)).json()) as ServiceList);
    for (const [name, answer] of Object.entries(others)) {
      assert.deepEqual(order(await answer(query)), expected, `${name}: ${q}`);
    }
  }
});
