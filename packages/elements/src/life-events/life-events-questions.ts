import type { LifeEventAnswer, LifeEventList, Profile, ServiceList } from '@pvp/contract';
import type { ServiceListQuery } from '@pvp/sdk/query';
import type { LifeEventQuery, LifeEventSource } from '@pvp/sdk/source';
import type { Question } from '../controllers/service-query.ts';

/** What the page asked for, in its attributes. */
export interface LifeEventsScope {
  institution: readonly string[];
  profile?: Profile | undefined;
  /** Preferred language of descriptions. */
  lang: string;
}

/** Whether there is a service in a life event; without one it helps nobody here. */
export const leadsOn = ({ derived }: LifeEventAnswer): boolean => derived.serviceCount > 0;

/** The life event behind an id or an alias. */
export const eventOf = ({ items }: LifeEventList, name: string): LifeEventAnswer | undefined =>
  items.find(({ id, aliases }) => id === name || aliases?.includes(name));

/** So many services of one life event are told; more than any has. */
const MOST = 200;

export function eventsQuestion(
  source: LifeEventSource,
  { institution, profile }: LifeEventsScope,
): Question<LifeEventList> {
  const query: LifeEventQuery = { institution, ...(profile && { profile }) };
  return {
    source,
    key: JSON.stringify(query),
    peek: () => source.peekLifeEvents(query),
    load: (options) => source.loadLifeEvents(query, options),
  };
}

/** The cards of all services of one life event, in one answer. */
export function servicesQuestion(
  source: LifeEventSource,
  { institution, profile, lang }: LifeEventsScope,
  lifeEvent: string,
): Question<ServiceList> {
  const query: ServiceListQuery = {
    institution,
    ...(profile && { profile }),
    lifeEvent: [lifeEvent],
    lang,
    limit: MOST,
    ...(institution.length !== 1 && { unified: true }),
  };
  return {
    source,
    key: JSON.stringify(query),
    peek: () => source.peekList(query),
    load: (options) => source.loadList(query, options),
  };
}
