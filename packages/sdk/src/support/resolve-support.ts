/** Which support places answer for a service or an institution, level by level. */
import {
  SUPPORT_DUTIES,
  SUPPORT_LEVELS,
  SUPPORT_WAYS,
  type LocalizedString,
  type Service,
  type SupportAnswer,
  type SupportLevel,
  type SupportPlace,
} from '@pvp/contract';
import { SUPPORT_MATRIX, type SupportMatrix } from './support-matrix.ts';

/** What is known of the objects that support is about. */
export interface SupportContents {
  /** All places, in the order in which they are told. */
  readonly places: readonly SupportPlace[];
  /** The id of an object that is held, by that id or a former one. */
  idOf(kind: string, name: string): string | undefined;
  titleOf(kind: string, id: string): LocalizedString | undefined;
  /** Of an organization, by its id. */
  homepageOf(id: string): string | undefined;
  /** Ids of a service's life events, its own and those of its needs. */
  lifeEventsOf(service: Service): readonly string[];
}

/** For whom support is asked; with neither, the support of the whole country. */
export interface SupportSubject {
  service?: Service;
  /** Id of an organization. */
  institution?: string;
}

/** What follows from what is registered. */
export type ResolvedSupport = Omit<SupportAnswer, 'holidays' | 'takesRequests'>;

type Levels = SupportAnswer['levels'];
type Titled = SupportAnswer['about']['needs'][number];

/**
 * Resolves support. Places of the service itself stand before those of its institution, and these
 * before those of the whole country; where a nearer place is of the same kind and means, the
 * farther one is not told.
 *
 * @param takesRequests Requests go to an expert, so the last level is never without a way.
 */
export function resolveSupport(
  contents: SupportContents,
  subject: SupportSubject,
  { takesRequests, matrix = SUPPORT_MATRIX }: { takesRequests: boolean; matrix?: SupportMatrix },
): ResolvedSupport {
  const institution = institutionOf(contents, subject);
  const places = placesFor(contents, subject, institution);
  const levels: Levels = SUPPORT_LEVELS.map((level) => ({
    level,
    places: places
      .filter((place) => servesLevel(place, level))
      .flatMap((place) => {
        const rule = matrix[place.place];
        const rank = rule?.levels[level];
        return rule && rank ? [{ main: rank === 'main', way: rule.way, place }] : [];
      })
      .sort((a, b) => Number(b.main) - Number(a.main)),
  }));
  const offered = new Set(levels.flatMap(({ places }) => places.map(({ place }) => place.id)));
  const duties = Object.fromEntries(
    SUPPORT_DUTIES.map((duty) => [
      duty,
      places
        .filter((place) => offered.has(place.id) && place.duties?.includes(duty))
        .map((place) => place.id),
    ]),
  );
  const about = aboutOf(contents, subject.service, institution);
  const partners = partnersOf(
    contents,
    places.filter(({ id }) => offered.has(id)),
  );
  return { about, levels, duties, partners, gaps: gapsOf(levels, duties, takesRequests) };
}

/** The institution that is asked for, or that of the service. */
function institutionOf(
  contents: SupportContents,
  { service, institution = service?.holder ?? service?.providers?.[0] }: SupportSubject,
): string | undefined {
  return institution === undefined ? undefined : contents.idOf('organization', institution);
}

/** Nearest first: the service's, the institution's, the country's. */
function placesFor(
  contents: SupportContents,
  { service }: SupportSubject,
  organization: string | undefined,
): SupportPlace[] {
  const tiers: SupportPlace[][] = [[], [], []];
  for (const place of contents.places) {
    const owner =
      place.organization === undefined
        ? undefined
        : contents.idOf('organization', place.organization);
    if (place.organization !== undefined && (owner === undefined || owner !== organization)) {
      continue;
    }
    if (place.services !== undefined) {
      const names = (id: string) => contents.idOf('service', id) === service?.id;
      if (service !== undefined && place.services.some(names)) tiers[0]!.push(place);
    } else {
      tiers[owner === undefined ? 2 : 1]!.push(place);
    }
  }
  const nearer = new Set<string>();
  return tiers.flatMap((tier) => {
    const kept = tier.filter((place) => !nearer.has(sortOf(place)));
    for (const place of tier) nearer.add(sortOf(place));
    return kept;
  });
}

function sortOf({ place, means }: SupportPlace): string {
  return `${place} ${means}`;
}

function servesLevel(place: SupportPlace, level: SupportLevel): boolean {
  return place.levels === undefined || place.levels.includes(level);
}

function aboutOf(
  contents: SupportContents,
  service: Service | undefined,
  institution: string | undefined,
): SupportAnswer['about'] {
  const titled = (kind: string, id: string): Titled[] => {
    const known = contents.idOf(kind, id);
    const title = known === undefined ? undefined : contents.titleOf(kind, known);
    return known !== undefined && title ? [{ id: known, title }] : [];
  };
  const [owner] = institution === undefined ? [] : titled('organization', institution);
  return {
    ...(service && { service: { id: service.id, title: service.title } }),
    ...(owner && { institution: owner }),
    lifeEvents: service
      ? contents.lifeEventsOf(service).flatMap((id) => titled('life-event', id))
      : [],
    needs: (service?.needs ?? []).flatMap((id) => titled('need', id)),
  };
}

/** Places may name one organization by its id and by a former one. */
function partnersOf(
  contents: SupportContents,
  places: readonly SupportPlace[],
): SupportAnswer['partners'] {
  const named = new Map<string, Set<string>>();
  for (const { id, partners = [] } of places) {
    for (const name of partners) {
      const partner = contents.idOf('organization', name);
      if (partner === undefined) continue;
      const known = named.get(partner) ?? new Set();
      named.set(partner, known.add(id));
    }
  }
  return [...named].flatMap(([id, helpsAt]) => {
    const title = contents.titleOf('organization', id);
    if (!title) return [];
    const homepage = contents.homepageOf(id);
    return [{ id, title, ...(homepage !== undefined && { homepage }), places: [...helpsAt] }];
  });
}

/** Support is owed at every level, in both ways, and in all five duties. */
function gapsOf(
  levels: Levels,
  duties: SupportAnswer['duties'],
  takesRequests: boolean,
): SupportAnswer['gaps'] {
  const last = SUPPORT_LEVELS.at(-1);
  const ways = new Set(levels.flatMap(({ places }) => places.map(({ way }) => way)));
  return {
    levels: levels
      .filter(({ level, places }) => places.length === 0 && !(takesRequests && level === last))
      .map(({ level }) => level),
    ways: SUPPORT_WAYS.filter((way) => !ways.has(way)),
    duties: SUPPORT_DUTIES.filter((duty) => duties[duty]?.length === 0),
  };
}
