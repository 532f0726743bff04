/** What stands at the end: notes, legal acts, links to other objects, and where the text is from. */
import type { LegalResource, TextSection } from '@pvp/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { told } from '@pvp/sdk/model';
import { dayInLatvia } from '../../format/clock.ts';
import { formatDay } from '../../format/day.ts';
import {
  block,
  condition,
  isEmpty,
  linked,
  listOf,
  lowerFirst,
  plain,
  rich,
  words,
  type Drawing,
} from './drawing.ts';

/** Appeal, reminders, warnings and all other text that has no field of its own. */
export function renderNotes(drawing: Drawing): unknown {
  const { service, text } = drawing;
  return (service.sections ?? [])
    .filter(({ role }) => role !== 'restriction')
    .map((section: TextSection) => {
      const content = rich(drawing, section.content);
      if (isEmpty(content)) return nothing;
      return block(
        drawing,
        section.role,
        words(drawing, section.title) || (text.section[section.role] ?? text.section.other),
        [condition(drawing, section.appliesTo), content],
      );
    });
}

export function renderLegal(drawing: Drawing): unknown {
  const acts = (drawing.service.legalResources ?? []).filter(({ title }) => told(title));
  return block(
    drawing,
    'legal',
    drawing.text.heading.legal,
    listOf(
      acts.map((act) => html`<div part="legal-resource">${renderAct(drawing, act)}</div>`),
      'bullets',
    ),
  );
}

/** Titles of acts are never translated, so they are marked as Latvian wherever labels are not. */
function renderAct({ lang, text, now }: Drawing, act: LegalResource): TemplateResult {
  const today = dayInLatvia(now);
  const about = [
    act.issuer,
    act.issuer && act.type ? lowerFirst(act.type) : act.type,
    act.number && (lang === 'lv' ? `Nr. ${act.number}` : `No ${act.number}`),
    act.date && formatDay(lang, act.date),
  ]
    .filter(Boolean)
    .join(', ');
  const validity =
    act.validUntil && act.validUntil < today
      ? text.expired(formatDay(lang, act.validUntil))
      : act.validFrom && act.validFrom > today
        ? text.validFrom(formatDay(lang, act.validFrom))
        : '';
  const mark = lang === 'lv' ? nothing : 'lv';
  return html`${
    act.url
      ? html`<a href=${act.url} lang=${mark} .textContent=${act.title}></a>`
      : html`<span lang=${mark} .textContent=${act.title}></span>`
  }
  ${about ? html`<small lang=${mark} .textContent=${about}></small>` : nothing}
  ${validity ? html`<strong class="validity" .textContent=${validity}></strong>` : nothing}`;
}

/** Other services, and the situations of life in which people need this one. */
export function renderRelated(drawing: Drawing): unknown {
  const { service, text } = drawing;
  const services = (service.related ?? []).flatMap((id) => {
    const link = linked(drawing, 'service', id);
    // What is retired leads nowhere any more.
    if (!link || link.status === 'retired') return [];
    return html`${serviceLink(drawing, id, plain(drawing, link.title))}
    ${link.status === 'suspended' ? html`<small .textContent=${text.suspendedShort}></small>` : nothing}`;
  });
  return [
    block(drawing, 'related', text.heading.related, listOf(services, 'bullets')),
    block(drawing, 'topics', text.heading.topics, renderTopics(drawing)),
  ];
}

function renderTopics(drawing: Drawing): unknown {
  const { topics } = drawing.text;
  const rows = (['life-event', 'need', 'service-group'] as const).flatMap((kind) => {
    const titles = Object.entries(drawing.service.derived?.objects ?? {})
      .filter(([key]) => key.startsWith(`${kind}/`))
      .map(([, object]) => words(drawing, object.title))
      .filter(Boolean);
    return titles.length ? { label: topics[kind], titles: titles.join(', ') } : [];
  });
  if (!rows.length) return nothing;
  return html`<dl class="topics">
    ${rows.map(
      ({ label, titles }) =>
        html`<div>
          <dt .textContent=${label}></dt>
          <dd .textContent=${titles}></dd>
        </div>`,
    )}
  </dl>`;
}

/** A link where the page has an address for services, else a button that opens it in this place. */
function serviceLink(drawing: Drawing, id: string, title: unknown): TemplateResult {
  const href = drawing.hrefOf(id);
  return href === undefined
    ? html`<button type="button" class="link" data-service=${id}>${title}</button>`
    : html`<a href=${href} data-service=${id}>${title}</a>`;
}
