/** Support and answers out of records that are at hand, as the register works them out. */
import type {
  AnswerList,
  KnowledgeEntry,
  LocalizedString,
  Organization,
  Service,
  SupportAnswer,
  SupportPlace,
} from '@pvp/contract';
import { AnswerFinder, type AnswerScope } from '../answers/answer-finder.ts';
import { NotFoundError } from '../errors/not-found-error.ts';
import { pickLanguage } from '../model/pick-language.ts';
import { latvianSortKey } from '../query/latvian-sort-key.ts';
import type { ReplicaCatalogue } from '../source/replica-catalogue.ts';
import type { AnswersQuery, SupportQuery } from '../source/service-source.ts';
import { resolveSupport, type SupportContents } from './resolve-support.ts';

/** So many services are looked into for an answer where the question names none. */
const LIKELY_SERVICES = 3;

interface Gathered {
  revision: number;
  contents: SupportContents;
  finder: AnswerFinder;
}

const gathered = new WeakMap<ReplicaCatalogue, Promise<Gathered>>();

/**
 * Public holidays are not among the records, and nobody takes requests here: `holidays` is empty,
 * `takesRequests` false.
 *
 * @throws {NotFoundError | GoneError} as the register does.
 */
export async function supportIn(
  catalogue: ReplicaCatalogue,
  query: SupportQuery,
): Promise<SupportAnswer> {
  const { contents } = await contentsOf(catalogue);
  const { service, institution } = await subjectOf(catalogue, query);
  const subject = {
    ...(service && { service }),
    ...(institution !== undefined && { institution }),
  };
  const resolved = resolveSupport(contents, subject, { takesRequests: false });
  return { ...resolved, takesRequests: false, holidays: [] };
}

/** @throws {NotFoundError | GoneError} as the register does. */
export async function answersIn(
  catalogue: ReplicaCatalogue,
  query: AnswersQuery,
): Promise<AnswerList> {
  const { finder } = await contentsOf(catalogue);
  const { service, institution = service?.holder ?? service?.providers?.[0] } = await subjectOf(
    catalogue,
    query,
  );
  const named = institution === undefined ? undefined : catalogue.idOf('organization', institution);
  const services = service ? [service] : await likelyServices(catalogue, query, named);
  const scope: AnswerScope = { service, institution: named, services };
  return { items: finder.find(query, scope) };
}

async function subjectOf(catalogue: ReplicaCatalogue, { service, institution }: SupportQuery) {
  const named = institution === undefined ? undefined : catalogue.idOf('organization', institution);
  if (institution !== undefined && named === undefined) {
    throw new NotFoundError('No such organization is held');
  }
  return {
    service: service === undefined ? undefined : await catalogue.service(service),
    institution: named,
  };
}

async function likelyServices(
  catalogue: ReplicaCatalogue,
  { q }: AnswersQuery,
  institution: string | undefined,
): Promise<Service[]> {
  if (!q) return [];
  const within = institution === undefined ? {} : { institution: [institution] };
  const { items } = catalogue.index.list({ q, limit: LIKELY_SERVICES, ...within });
  return Promise.all(items.map(({ id }) => catalogue.service(id)));
}

/** Gathered once, and anew after a change. */
async function contentsOf(catalogue: ReplicaCatalogue): Promise<Gathered> {
  const known = await gathered.get(catalogue);
  if (known?.revision === catalogue.revision) return known;
  const gathering = gather(catalogue);
  gathered.set(catalogue, gathering);
  gathering.catch(() => gathered.delete(catalogue));
  return gathering;
}

async function gather(catalogue: ReplicaCatalogue): Promise<Gathered> {
  const { revision, index } = catalogue;
  const [places, entries] = await Promise.all([
    catalogue.all<SupportPlace>('support-place'),
    catalogue.all<KnowledgeEntry>('knowledge-entry'),
  ]);
  const titles = new Map([...index.entries()].map(({ id, title }) => [id, title] as const));
  const homepages = await homepagesOf(
    catalogue,
    places.flatMap(({ partners = [] }) => partners),
  );
  const contents: SupportContents = {
    places: byTitle(places),
    idOf: (kind, name) => catalogue.idOf(kind, name),
    titleOf: (kind, id) => (kind === 'service' ? titles.get(id) : index.titleOf(kind, id)),
    homepageOf: (id) => homepages.get(id),
    lifeEventsOf: (service) => catalogue.lifeEventsOf(service),
  };
  const finder = new AnswerFinder(byTitle(entries), contents, catalogue.words);
  return { revision, contents, finder };
}

/** By the id of the organization. */
async function homepagesOf(
  catalogue: ReplicaCatalogue,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const held = await Promise.all(
    [...new Set(names)].map((name) => catalogue.object<Organization>('organization', name)),
  );
  return new Map(
    held.flatMap((one) => (one?.homepage === undefined ? [] : [[one.id, one.homepage] as const])),
  );
}

/** As the register tells them. */
function byTitle<T extends { id: string; title: LocalizedString }>(records: readonly T[]): T[] {
  const keyed = records.map((record) => ({
    record,
    key: latvianSortKey(pickLanguage(record.title)?.text ?? record.id),
  }));
  keyed.sort((a, b) =>
    a.key === b.key ? compare(a.record.id, b.record.id) : compare(a.key, b.key),
  );
  return keyed.map(({ record }) => record);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
