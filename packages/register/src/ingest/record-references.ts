import type { ImportFinding } from '@pvp/contract';
import type { Store } from '../store/store.ts';
import { finding } from './findings.ts';

/** Which fields name which kind of object, by the kind of the record. */
const REFERENCES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  service: {
    holder: 'organization',
    providers: 'organization',
    audience: 'organization',
    needs: 'need',
    lifeEvents: 'life-event',
    groups: 'service-group',
    template: 'service-template',
    related: 'service',
    successor: 'service',
  },
  organization: { parent: 'organization' },
  'life-event': { needs: 'need' },
  'work-item': { mergedInto: 'service' },
  'knowledge-entry': {
    services: 'service',
    institutions: 'organization',
    lifeEvents: 'life-event',
  },
  'support-place': {
    organization: 'organization',
    services: 'service',
    partners: 'organization',
  },
  'request-form': { organization: 'organization', services: 'service' },
  synonym: { institution: 'organization' },
};
const CHUNK = 100;

interface Mention {
  id: string;
  field: string;
  source: string | undefined;
}

/** A record as far as references are concerned. */
export interface ReferringRecord {
  type: string;
  id: string;
  aliases?: string[] | undefined;
}

/**
 * Gathers what the records of an import refer to and tells in the end which objects are neither in
 * the input nor in the store. A target may come after the record that names it.
 */
export class RecordReferences {
  readonly #known = new Set<string>();
  readonly #mentions = new Map<string, Mention[]>();

  /** A record that was written, with what it refers to. */
  add(record: ReferringRecord, source: string | undefined): void {
    this.addTarget(record);
    for (const { field, key } of referencesOf(
      record as ReferringRecord & Record<string, unknown>,
    )) {
      const mentions = this.#mentions.get(key) ?? [];
      mentions.push({ id: record.id, field, source });
      this.#mentions.set(key, mentions);
    }
  }

  /** An object that is there, whatever it refers to. */
  addTarget({ type, id, aliases = [] }: ReferringRecord): void {
    for (const name of [id, ...aliases]) this.#known.add(`${type}/${name}`);
  }

  /** A warning for each mention of an object that is not there. */
  async warnings(store: Store): Promise<ImportFinding[]> {
    const unknown = [...this.#mentions.keys()].filter((key) => !this.#known.has(key));
    const missing = await missingIn(store, unknown);
    return missing.flatMap((key) => {
      const [kind, target] = splitKey(key);
      return (this.#mentions.get(key) ?? []).map(({ id, field, source }) => {
        const reason = `There is no ${kind} with the id ${JSON.stringify(target)}, neither in the input nor in the register.`;
        return finding(id, field, reason, source, 'unknown-reference');
      });
    });
  }
}

function referencesOf(
  record: ReferringRecord & Record<string, unknown>,
): { field: string; key: string }[] {
  const fields = Object.hasOwn(REFERENCES, record.type) ? REFERENCES[record.type] : undefined;
  const named = Object.entries(fields ?? {}).flatMap(([name, kind]) =>
    targets(record[name], `/${name}`, kind),
  );
  const management = record['management'] as { resources?: unknown } | undefined;
  return [
    ...named,
    ...targets(record['checkedBy'], '/checkedBy', 'organization'),
    ...targets(management?.resources, '/management/resources', 'resource'),
  ];
}

function targets(value: unknown, pointer: string, kind: string): { field: string; key: string }[] {
  if (typeof value === 'string') return [{ field: pointer, key: `${kind}/${value}` }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((id, index) =>
    typeof id === 'string' ? [{ field: `${pointer}/${index}`, key: `${kind}/${id}` }] : [],
  );
}

async function missingIn(store: Store, keys: readonly string[]): Promise<string[]> {
  const byKind = new Map<string, string[]>();
  for (const key of keys) {
    const [kind, id] = splitKey(key);
    const ids = byKind.get(kind);
    if (ids) ids.push(id);
    else byKind.set(kind, [id]);
  }
  const missing: string[] = [];
  for (const [kind, ids] of byKind) {
    for (let from = 0; from < ids.length; from += CHUNK) {
      const chunk = ids.slice(from, from + CHUNK);
      const found = new Set((await store.getMany(kind, chunk)).map(({ id }) => id));
      for (const id of chunk.filter((each) => !found.has(each))) {
        if ((await store.resolveAlias(kind, id)) === undefined) missing.push(`${kind}/${id}`);
      }
    }
  }
  return missing;
}

function splitKey(key: string): [kind: string, id: string] {
  const slash = key.indexOf('/');
  return [key.slice(0, slash), key.slice(slash + 1)];
}
