import type { Service, ServiceCard } from '@pvp/contract';
import { cardCost, cardTerm, pickLanguage, told } from '@pvp/sdk/model';
import type { Section } from './full-context.ts';

/**
 * What the compact view shows of a description, in the shape of a result row.
 *
 * @param sections The blocks to tell; absent: all.
 */
export function compactCard(
  service: Service,
  lang: string,
  sections?: ReadonlySet<Section>,
): ServiceCard {
  const has = (name: Section) => sections?.has(name) ?? true;
  const { id, kind, status, recipients, holder, providers, derived } = service;
  const title = pickLanguage(service.title, lang);
  const named = holder ?? providers?.[0] ?? '';
  const institution = pickLanguage(derived?.objects?.[`organization/${named}`]?.title, lang);
  const used = title?.lang ?? 'lv';
  return {
    id,
    kind,
    status,
    title: title?.text ?? '',
    lang: used,
    summary: has('summary') ? told(pickLanguage(service.summary, used)?.text) : undefined,
    machine: service.languages?.some((mark) => mark.machine && mark.lang === used),
    recipients: has('facts') ? recipients : undefined,
    channels: has('channels') ? [...new Set(service.channels?.map(({ kind }) => kind))] : [],
    cost: has('cost') ? cardCost(service.costs) : undefined,
    term: has('term') ? cardTerm(service.terms, lang) : undefined,
    institution: institution && { id: named, title: institution.text },
    outage: derived?.outages?.[0]?.state,
  };
}
