/**
 * Which support places answer for a service or an institution, level by level. The matrix of
 * places and levels is data (`matrix.json`) and can be replaced by another reading of it.
 */
import {
  SUPPORT_DUTIES,
  SUPPORT_LEVELS,
  type Service,
  type SupportAnswer,
  type SupportLevel,
  type SupportPlace,
  type SupportPlaceKind,
} from '@pvp/contract';
import type { RegisterContents } from '../read-model/contents.ts';
import matrixFile from './matrix.json' with { type: 'json' };

/** Places of each level: its main ones and secondary ones. A place that is not named never serves it. */
export type SupportMatrix = Readonly<
  Record<string, Readonly<Partial<Record<SupportPlaceKind, 'main' | 'secondary'>>>>
>;

export const SUPPORT_MATRIX = matrixFile as SupportMatrix;

/** For whom support is asked; with neither, the support of the whole country. */
export interface SupportSubject {
  service?: Service;
  /** Id of an organization. */
  institution?: string;
}

/**
 * Resolves support. Places of the service itself stand before those of its institution, and these
 * before those of the whole country; where a nearer place is of the same kind and means, the
 * farther one is not told.
 */
export function resolveSupport(
  contents: RegisterContents,
  subject: SupportSubject,
  matrix: SupportMatrix = SUPPORT_MATRIX,
): SupportAnswer {
  const places = placesFor(contents, subject);
  const levels = SUPPORT_LEVELS.map((level) => ({
    level,
    places: places
      .filter((place) => servesLevel(place, level))
      .map((place) => ({ main: matrix[level]?.[place.place] === 'main', place }))
      .filter(({ place }) => matrix[level]?.[place.place] !== undefined)
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
  return { levels, duties };
}

/** Nearest first: the service's, the institution's, the country's. */
function placesFor(contents: RegisterContents, subject: SupportSubject): SupportPlace[] {
  const { service } = subject;
  const institution = subject.institution ?? service?.holder ?? service?.providers?.[0];
  const organization =
    institution === undefined ? undefined : contents.resolve('organization', institution);
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
