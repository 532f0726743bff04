import type {
  CardCost,
  ChannelKind,
  LocalizedString,
  Recipient,
  ResourceState,
  Service,
  ServiceCard,
  ServiceKind,
  ServiceStatus,
  Term,
} from '@pvp/contract';
import { cardCost } from './card-cost.ts';
import { cardTerm } from './card-term.ts';
import { lifeEventsOf } from './life-events-of.ts';
import { pickLanguage } from './pick-language.ts';
import { told } from './told.ts';

/** What a card needs of other objects than the service. */
export interface CardContext {
  /** Preferred language; Latvian stands in. Default `lv`. */
  lang?: string;
  /** Title of a linked object, where it is known. */
  titleOf: (kind: 'organization', id: string) => LocalizedString | undefined;
  /** Life events that a need belongs to. */
  lifeEventsOfNeed?: (needId: string) => readonly string[];
  /** Worst state among the resources that the service depends on. */
  outage?: ResourceState;
}

/** All that cards in any language need of a service: a fraction of the description. */
export interface CardSource {
  id: string;
  kind: ServiceKind;
  status: ServiceStatus;
  title: LocalizedString;
  summary?: LocalizedString;
  /** Languages in which the text was translated by machine. */
  machine?: readonly string[];
  recipients?: readonly Recipient[];
  channels?: readonly ChannelKind[];
  cost?: CardCost;
  terms?: readonly Term[];
  institution?: string;
  lifeEvents?: readonly string[];
  needs?: readonly string[];
  groups?: readonly string[];
  template?: string;
  changedAt?: string;
  hash?: string;
}

/** The card of a service in one language. */
export function cardOf(service: Service, context: CardContext): ServiceCard {
  return cardFrom(cardSourceOf(service), context);
}

/** Reduces a description to what cards need. */
export function cardSourceOf(service: Service): CardSource {
  const machine = service.languages?.filter((mark) => mark.machine).map((mark) => mark.lang);
  return withoutEmpty({
    id: service.id,
    kind: service.kind,
    status: service.status,
    title: service.title,
    summary: service.summary,
    machine,
    recipients: service.recipients,
    channels: service.channels && [...new Set(service.channels.map((channel) => channel.kind))],
    cost: cardCost(service.costs),
    terms: service.terms,
    institution: service.holder ?? service.providers?.[0],
    lifeEvents: service.lifeEvents,
    needs: service.needs,
    groups: service.groups,
    template: service.template,
    changedAt: service.changedAt,
    hash: service.hash,
  });
}

/** The card of a reduced description in one language. */
export function cardFrom(source: CardSource, context: CardContext): ServiceCard {
  const title = pickLanguage(source.title, context.lang) ?? { text: source.id, lang: 'lv' };
  const { institution } = source;
  const organization = institution ? context.titleOf('organization', institution) : undefined;
  return withoutEmpty({
    id: source.id,
    kind: source.kind,
    status: source.status,
    title: title.text,
    // In the language of the title, so that one `lang` is true of both.
    summary: told(source.summary?.[title.lang]),
    lang: title.lang,
    machine: source.machine?.includes(title.lang) || undefined,
    recipients: source.recipients && [...source.recipients],
    channels: source.channels && [...source.channels],
    cost: source.cost,
    term: cardTerm(source.terms, context.lang),
    institution: institution
      ? { id: institution, title: pickLanguage(organization, context.lang)?.text ?? institution }
      : undefined,
    lifeEvents: lifeEventsOf(
      { lifeEvents: source.lifeEvents as string[], needs: source.needs as string[] },
      context.lifeEventsOfNeed ?? (() => []),
    ),
    needs: source.needs && [...source.needs],
    groups: source.groups && [...source.groups],
    template: source.template,
    outage: context.outage === 'operational' ? undefined : context.outage,
    changedAt: source.changedAt,
    hash: source.hash,
  });
}

/** An empty fact is not told: no `undefined`, no empty text, no empty list. */
function withoutEmpty<T extends object>(object: { [K in keyof T]: T[K] | undefined }): T {
  // Made anew: an object that properties are deleted from is slow ever after.
  const told: Partial<T> = {};
  for (const key in object) {
    const value = object[key];
    const isEmpty = value === undefined || value === '' || (Array.isArray(value) && !value.length);
    if (!isEmpty) told[key] = value;
  }
  return told as T;
}
