import type { Organization } from '@pvp/contract';
import type { Store } from '../store/store.ts';
import { organizationIdFor } from './legacy/legacy-organization.ts';
import { cleanLine } from './rich-text/rich-text.ts';

const PAGE = 200;

/**
 * Organizations by name, so that a page that names an institution finds the registered one. Two
 * spellings that differ in case or punctuation are one institution.
 */
export class KnownOrganizations {
  readonly #idByName = new Map<string, string>();

  static async load(store: Store): Promise<KnownOrganizations> {
    const known = new KnownOrganizations();
    let after: string | undefined;
    for (;;) {
      const page = await store.list('organization', {
        limit: PAGE,
        ...(after === undefined ? {} : { after }),
      });
      for (const { record } of page) known.add(record as unknown as Organization);
      after = page.at(-1)?.id;
      if (page.length < PAGE) return known;
    }
  }

  add({ id, title, aliases = [] }: Organization): void {
    const names = Object.values(title).filter((name) => typeof name === 'string');
    for (const key of [id, ...aliases, ...names.map(keyOf)]) {
      if (!this.#idByName.has(key)) this.#idByName.set(key, id);
    }
  }

  find(name: string): string | undefined {
    return this.#idByName.get(keyOf(name));
  }
}

function keyOf(name: string): string {
  return organizationIdFor(cleanLine(name));
}
