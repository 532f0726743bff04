import type { Service, ServiceCard } from '@pvp/contract';
import { cardCost, cardTerm, pickLanguage } from '@pvp/sdk/model';

/** What the compact view shows of a description, in the shape of a result row. */
export function compactCard(service: Service, lang: string): ServiceCard {
  const { id, kind, status, recipients, holder = '', providers, derived } = service;
  const title = pickLanguage(service.title, lang);
  const institution = pickLanguage(derived?.objects?.[`organization/${holder}`]?.title, lang);
  const used = title?.lang ?? 'lv';
  return {
    id,
    kind,
    status,
    title: title?.text ?? '',
    lang: used,
    summary: pickLanguage(service.summary, used)?.text,
    machine: service.languages?.some((mark) => mark.machine && mark.lang === used),
    recipients,
    channels: [...new Set(service.channels?.map((channel) => channel.kind))],
    cost: cardCost(service.costs),
    term: cardTerm(service.terms, lang),
    institution: institution && { id: holder || providers?.[0] || '', title: institution.text },
    outage: derived?.outages?.[0]?.state,
  };
}
