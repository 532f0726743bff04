/** Who helps, in the order in which people should try: what the levels of an answer come to. */
import type { SupportAnswer, SupportPlace } from '@pvp/contract';
import { openAt, type HolidayOn } from '../../format/opening-hours.ts';

export interface Offers {
  /** Level 0: what one does alone. */
  selfHelp: readonly SupportPlace[];
  /** People to talk or to write to; those who are there now come first. */
  remote: readonly SupportPlace[];
  /** Places to go to. */
  inPerson: readonly SupportPlace[];
  /** Who helps with difficult questions alone. */
  experts: readonly SupportPlace[];
}

/** Each place stands once, at the first step that it serves. */
export function offersOf(
  { levels }: SupportAnswer,
  now: Date,
  holidayOn: HolidayOn<string>,
): Offers {
  const at = (level: number) => levels.find((one) => one.level === level)?.places ?? [];
  const places = (of: ReturnType<typeof at>) => of.map(({ place }) => place);
  const specialists = at(1);
  const told = new Set(specialists.map(({ place }) => place.id));
  const later = at(2).filter(({ place }) => !told.has(place.id));
  // Where no specialist helps in a way, the expert who does is asked at once.
  const inWay = (way: 'remote' | 'in-person') => {
    const first = specialists.filter((one) => one.way === way);
    return places(first.length ? first : later.filter((one) => one.way === way));
  };
  const remote = thereFirst(inWay('remote'), now, holidayOn);
  const inPerson = inWay('in-person');
  const shown = new Set([...remote, ...inPerson].map(({ id }) => id));
  return {
    selfHelp: places(at(0)),
    remote,
    inPerson,
    experts: places(later).filter(({ id }) => !shown.has(id)),
  };
}

/** Open ones, then those that are always there, then closed ones; otherwise as they were. */
function thereFirst(
  places: SupportPlace[],
  now: Date,
  holidayOn: HolidayOn<string>,
): SupportPlace[] {
  const rank = ({ hours }: SupportPlace) => {
    const state = hours && openAt(hours, now, holidayOn);
    return state ? (state.open ? 0 : 2) : 1;
  };
  return places
    .map((place) => ({ place, rank: rank(place) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ place }) => place);
}
