/**
 * What belongs to each scope, told by reading the whole register and asking the rule of
 * docs/sync-spec.md of every record: slow, and written without the code that it judges.
 */
import type { PublicRecord, Store } from '../../src/store/store.ts';

/** Hashes by `kind/id`, by scope. */
export type Expected = Map<string, Map<string, string>>;

type Fields = PublicRecord & {
  aliases?: string[];
  kind?: string;
  holder?: string;
  providers?: string[];
  audience?: string[];
  lifeEvents?: string[];
  needs?: string[];
  organization?: string;
  institutions?: string[];
};

export async function expectedScopes(store: Store): Promise<Expected> {
  const records: { record: Fields; hash: string }[] = [];
  for await (const batch of store.readAll()) {
    records.push(...batch.map(({ record, hash }) => ({ record: record as Fields, hash })));
  }
  const ofType = (type: string) =>
    records.filter(({ record }) => record.type === type).map(({ record }) => record);
  /** Whether a name that a record uses means this object. */
  const means = (object: Fields, name: string | undefined) =>
    name !== undefined && (object.id === name || (object.aliases ?? []).includes(name));
  const needs = ofType('need');

  const membersWhere = (belongs: (record: Fields) => boolean) =>
    new Map(
      records
        .filter(({ record }) => record.type !== 'resource' && belongs(record))
        .map(({ record, hash }) => [`${record.type}/${record.id}`, hash]),
    );
  const isPublic = (record: Fields) =>
    record.type !== 'service' || record.kind !== 'inter-restricted';
  const placed = ({ type }: Fields) => type === 'support-place' || type === 'request-form';
  const national = (record: Fields) =>
    placed(record)
      ? record.organization === undefined
      : record.type === 'knowledge-entry'
        ? (record.institutions ?? []).length === 0
        : record.type !== 'service';

  const expected: Expected = new Map([['all', membersWhere(isPublic)]]);
  for (const organization of ofType('organization')) {
    const own = (name: string | undefined) => means(organization, name);
    expected.set(
      `institution/${organization.id}`,
      membersWhere(
        (record) =>
          isPublic(record) &&
          (national(record) ||
            (record.type === 'service' && [record.holder, ...(record.providers ?? [])].some(own)) ||
            (placed(record) && own(record.organization)) ||
            (record.type === 'knowledge-entry' && (record.institutions ?? []).some(own))),
      ),
    );
    expected.set(
      `audience/${organization.id}`,
      membersWhere((record) => !isPublic(record) && (record.audience ?? []).some(own)),
    );
  }
  for (const event of ofType('life-event')) {
    const meantNeeds = (event.needs ?? []).map(
      (name) => needs.find((need) => means(need, name)) ?? ({ id: name } as Fields),
    );
    expected.set(
      `life-event/${event.id}`,
      membersWhere(
        (record) =>
          isPublic(record) &&
          (national(record) ||
            (record.type === 'service' &&
              ((record.lifeEvents ?? []).some((name) => means(event, name)) ||
                (record.needs ?? []).some((name) =>
                  meantNeeds.some((need) => means(need, name)),
                )))),
      ),
    );
  }
  return expected;
}
