/** What stands at the end: notes, legal acts, links to other objects, and where the text is from. */
import type { LegalResource, TextSection } from '@pvp/contract';
import { pickLanguage, primaryLanguage } from '@pvp/sdk/model';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDateTime } from '../../format/date-time.ts';
import { dayInLatvia, formatDay } from '../../format/day.ts';
import { block, linked, organizationName, plain, rich, words, type Drawing } from './drawing.ts';

/** Appeal, reminders, warnings and all other text that has no field of its own. */
export function renderNotes(drawing: Drawing): unknown {
  const { service, text } = drawing;
  return (service.sections ?? [])
    .filter(({ role }) => role !== 'restriction')
    .map((section: TextSection) =>
      block(
        drawing,
        section.role,
        words(drawing, section.title) || (text.section[section.role] ?? text.section.other),
        rich(drawing, section.content),
      ),
    );
}

export function renderLegal(drawing: Drawing): unknown {
  const acts = drawing.service.legalResources ?? [];
  if (!acts.length) return nothing;
  return block(
    drawing,
    'legal',
    drawing.text.heading.legal,
    html`<ul class="bullets">
      ${acts.map((act) => html`<li part="legal-resource">${renderAct(drawing, act)}</li>`)}
    </ul>`,
  );
}

/** Titles of acts are never translated, so they are marked as Latvian wherever labels are not. */
function renderAct({ lang, text, now }: Drawing, act: LegalResource): TemplateResult {
  const today = dayInLatvia(now);
  const about = [
    act.issuer,
    act.type,
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
  const { heading } = text;
  const services = (service.related ?? []).filter((id) => linked(drawing, 'service', id));
  const others = (service.derived?.instances ?? []).filter(({ id }) => id !== service.id);
  return [
    block(
      drawing,
      'related',
      heading.related,
      listOf(
        services.map((id) =>
          serviceLink(drawing, id, plain(drawing, linked(drawing, 'service', id)?.title)),
        ),
      ),
    ),
    block(
      drawing,
      'instances',
      heading.instances,
      listOf(others.map(({ id, title }) => serviceLink(drawing, id, plain(drawing, title)))),
    ),
    block(drawing, 'topics', heading.topics, renderTopics(drawing)),
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

function listOf(rows: unknown[]): unknown {
  return rows.length
    ? html`<ul class="plain" role="list">
        ${rows.map((row) => html`<li>${row}</li>`)}
      </ul>`
    : nothing;
}

/** A link where the page has an address for services, else a button that opens it in this place. */
function serviceLink(drawing: Drawing, id: string, title: unknown): TemplateResult {
  const href = drawing.hrefOf(id);
  return href === undefined
    ? html`<button type="button" class="link" data-service=${id}>${title}</button>`
    : html`<a href=${href} data-service=${id}>${title}</a>`;
}

/** Where the description is from, how old it is, and what is to be known about its language. */
export function renderProvenance(drawing: Drawing): TemplateResult {
  const { service, text, lang, freshness } = drawing;
  const shown = pickLanguage(service.title, drawing.contentLang)?.lang ?? 'lv';
  const wanted = primaryLanguage(drawing.contentLang);
  const machine = service.languages?.some((mark) => mark.machine && mark.lang === wanted);
  const rows: [string, string][] = [
    [text.number, service.id],
    [text.changed, service.changedAt ? formatDay(lang, service.changedAt) : ''],
    [text.checkedLabel, service.checkedAt ? checked(drawing) : ''],
    [text.fetched, formatDateTime(lang, freshness.fetchedAt)],
  ];
  return html`<footer class="provenance" part="provenance">
    ${machine ? html`<p class="note" .textContent=${text.machine}></p>` : nothing}
    ${
      shown === wanted
        ? nothing
        : html`<p
            class="note"
            .textContent=${text.notInLanguage(text.languages[shown] ?? shown)}
          ></p>`
    }
    ${service.sample ? html`<p class="note" .textContent=${text.sample}></p>` : nothing}
    <p class="source" .textContent=${text.source}></p>
    <dl>
      ${rows
        .filter(([, value]) => value)
        .map(
          ([label, value]) =>
            html`<div>
              <dt .textContent=${label}></dt>
              <dd .textContent=${value}></dd>
            </div>`,
        )}
    </dl>
  </footer>`;
}

function checked(drawing: Drawing): string {
  const { service, lang } = drawing;
  const day = formatDay(lang, service.checkedAt!);
  return service.checkedBy ? `${day} (${organizationName(drawing, service.checkedBy)})` : day;
}
