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
import type { RegisterContents } from '../read-model/contents.ts';
import { SUPPORT_DATA, type SupportMatrix } from './support-data.ts';

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
  contents: RegisterContents,
  subject: SupportSubject,
  {
    takesRequests,
    matrix = SUPPORT_DATA.matrix,
  }: { takesRequests: boolean; matrix?: SupportMatrix },
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
  return { about, levels, duties, gaps: gapsOf(levels, duties, takesRequests) };
}

/** The institution that is asked for, or that of the service. */
function institutionOf(
  contents: RegisterContents,
  { service, institution = service?.holder ?? service?.providers?.[0] }: SupportSubject,
) {
  return institution === undefined ? undefined : contents.resolve('organization', institution);
}

/** Nearest first: the service's, the institution's, the country's. */
function placesFor(
  contents: RegisterContents,
  { service }: SupportSubject,
  organization: ReturnType<typeof institutionOf>,
): SupportPlace[] {
  const tiers: SupportPlace[][] = [[], [], []];
  for (const { record } of contents.sorted('support-place')) {
    const place = record as unknown as SupportPlace;
    const owner =
      place.organization === undefined
        ? undefined
        : contents.resolve('organization', place.organization);
    if (place.organization !== undefined && (owner === undefined || owner !== organization)) {
      continue;
    }
    if (place.services !== undefined) {
      const names = (id: string) => contents.resolve('service', id)?.id === service?.id;
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
  contents: RegisterContents,
  service: Service | undefined,
  institution: ReturnType<typeof institutionOf>,
): SupportAnswer['about'] {
  const titled = (kind: string, id: string): Titled[] => {
    const held = contents.resolve(kind, id);
    const title = held?.record['title'] as LocalizedString | undefined;
    return held && title ? [{ id: held.id, title }] : [];
  };
  const [owner] = institution ? titled('organization', institution.id) : [];
  return {
    ...(service && { service: { id: service.id, title: service.title } }),
    ...(owner && { institution: owner }),
    lifeEvents: service
      ? contents.lifeEventsOf(service).flatMap((id) => titled('life-event', id))
      : [],
    needs: (service?.needs ?? []).flatMap((id) => titled('need', id)),
  };
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
