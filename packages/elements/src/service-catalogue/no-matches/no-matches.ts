/**
 * A list without a row, and the ways on: the same words without filters, the nearest services, the
 * whole register, somebody to ask. A chunk of its own; what it offers is asked for when it is shown.
 */
import type { ServiceCard, SupportPlace } from '@pvp/contract';
import { RegisterClient } from '@pvp/sdk/client';
import type { ServiceListQuery } from '@pvp/sdk/query';
import { LiveSource, type ServiceSource } from '@pvp/sdk/source';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { addStyles } from '../../styles/add-styles.ts';
import { askForSupport, hasSupportWidget } from '../../support-widget/ask-for-support.ts';
import type { UiLanguage } from '../../translations/messages.ts';
import {
  isNarrowed,
  listQuery,
  noFilters,
  type Filters,
  type Scope,
} from '../catalogue-filters.ts';
import type { CatalogueParts } from '../catalogue-parts.ts';
import { goToChip } from '../tools/chip-focus.ts';
import { clear } from '../tools/choices.ts';
import { noMatchesTexts, type NoMatchesMessages } from './messages.ts';
import { noMatchesStyles } from './no-matches.styles.ts';

/** Services that are named as near. */
const NAMED = 3;

/** What was found beside the question; what is not known yet is absent. */
interface Ways {
  withoutFilters?: number;
  /** Another spelling that finds something. */
  meant?: string;
  nearest?: readonly ServiceCard[];
  everywhere?: { total: number; items: readonly ServiceCard[] };
  support?: readonly SupportPlace[];
}

export async function prepareNoMatches(lang: UiLanguage): Promise<void> {
  await noMatchesTexts.prepare(lang);
}

export class NoMatches {
  readonly #host: LitElement;
  #question = '';
  #ways: Ways = {};
  #end = new AbortController();

  constructor(host: LitElement) {
    this.#host = host;
    addStyles(host, noMatchesStyles);
  }

  render(parts: CatalogueParts): TemplateResult {
    this.#look(parts);
    const { messages, visit, focus } = parts;
    const { source } = parts.settings;
    const clearing = (isSearchKept: boolean) => () => {
      clear(visit, isSearchKept);
      goToChip(focus, 0);
    };
    const texts = noMatchesTexts.of(messages.lang);
    const asked = askedWith(visit.filters);
    const { withoutFilters, meant, nearest, everywhere } = this.#ways;
    const search = (q: string) => () => {
      visit.submit(q);
      focus.all('#q')[0]?.focus();
    };
    return html`<div class="empty" part="empty">
      <p class="title" .textContent=${texts.title}></p>
      ${asked ? html`<p class="summary" .textContent=${texts.advice[asked]}></p>` : nothing}
      <p class="actions">
        ${meant ? button(texts.meant(meant), search(meant)) : nothing}
        ${withoutFilters ? button(texts.withoutFilters(withoutFilters), clearing(true)) : nothing}
        ${asked ? button(texts.clearAll, clearing(false)) : nothing}
        ${hasSupportWidget() ? button(texts.ask, () => this.#askForHelp(parts)) : nothing}
        <a href=${source.register} .textContent=${texts.toRegister}></a>
      </p>
      ${nearest?.length ? renderNamed(texts.nearest, nearest, parts) : nothing}
      ${
        everywhere?.total
          ? renderNamed(texts.everywhere(everywhere.total), everywhere.items, parts)
          : nothing
      }
      ${this.#renderSupport(texts, messages.lang)}
    </div>`;
  }

  /** The question goes along to the support widget of the page. */
  #askForHelp({ settings, visit }: CatalogueParts): void {
    const [institution, ...others] = settings.scope.institution;
    const question = visit.filters.q.trim();
    askForSupport(this.#host, {
      ...(institution && !others.length && { institution }),
      ...(question && { question }),
    });
  }

  #renderSupport({ help }: NoMatchesMessages, lang: UiLanguage): unknown {
    const places = this.#ways.support ?? [];
    if (!places.length) return nothing;
    return html`<div class="ask">
      <p class="name" .textContent=${help}></p>
      <ul role="list">
        ${places.map(({ title, phone, email, url }) => {
          const href = phone
            ? `tel:${phone.replace(/[^\d+]/g, '')}`
            : email
              ? `mailto:${email}`
              : url!;
          const name = title[lang] ?? title['lv'] ?? '';
          const mark = title[lang] ? nothing : 'lv';
          return html`<li>
            <span lang=${mark} .textContent=${name}></span>
            <a href=${href} .textContent=${phone ?? email ?? url!.replace(/^https?:\/\//, '')}></a>
          </li>`;
        })}
      </ul>
    </div>`;
  }

  /** Asks for the ways on, once for each question. Ways that cannot be had are not offered. */
  #look({ settings, visit }: CatalogueParts): void {
    const { scope, source } = settings;
    const { filters } = visit;
    const question = JSON.stringify([source.register, scope, filters]);
    if (question === this.#question) return;
    this.#question = question;
    this.#end.abort();
    this.#end = new AbortController();
    const { signal } = this.#end;
    this.#ways = {};
    const found = (way: Promise<Ways>) =>
      way.then(
        (ways) => {
          if (signal.aborted) return;
          this.#ways = { ...this.#ways, ...ways };
          this.#host.requestUpdate();
        },
        () => undefined,
      );
    const load = async (query: ServiceListQuery) =>
      (await source.loadList({ ...query, limit: NAMED }, { signal })).data;

    const plain: Filters = { ...noFilters, q: filters.q };
    if (isNarrowed(filters)) {
      void found(load(listQuery(scope, plain)).then(({ total }) => ({ withoutFilters: total })));
    }
    if (filters.q.trim()) {
      const near = load(listQuery(scope, plain));
      const instead = near.then(({ instead }) => ({
        nearest: instead?.items ?? [],
        ...(instead?.q !== undefined && { meant: instead.q }),
      }));
      void found(instead);
      const { institution, recipient, lifeEvent, group, profile } = scope;
      if (profile || [institution, recipient, lifeEvent, group].some((ids) => ids.length)) {
        const everything: ServiceListQuery = {
          q: filters.q.trim(),
          lang: scope.lang,
          unified: true,
        };
        void found(load(everything).then((everywhere) => ({ everywhere })));
      }
    }
    // A snapshot stands where the page may reach files and no register.
    const isSnapshot = source instanceof LiveSource && (source as ServiceSource).isLocal;
    if (!isSnapshot) void found(supportOf(source.register, scope, signal));
  }
}

/** What the person asked with, and so can ask with otherwise. */
function askedWith(filters: Filters): 'words' | 'filters' | 'both' | undefined {
  const hasWords = filters.q.trim() !== '';
  if (isNarrowed(filters)) return hasWords ? 'both' : 'filters';
  return hasWords ? 'words' : undefined;
}

/** A phone and an address to write to, of the institution where the page is about one. */
async function supportOf(register: string, scope: Scope, signal: AbortSignal): Promise<Ways> {
  const [institution, ...others] = scope.institution;
  const query = institution && !others.length ? { institution } : {};
  const { levels } = await new RegisterClient({ register }).getSupport(query, { signal });
  const people = levels.filter(({ level }) => level > 0).flatMap(({ places }) => places);
  // The institution's own before those of the whole country.
  const own = people.filter(({ place }) => place.organization);
  const all = [...own, ...people].map(({ place }) => place);
  const support = [
    all.find(({ means, phone }) => means === 'phone' && phone),
    all.find(({ means, email }) => means === 'e-mail' && email),
  ].filter((place) => place !== undefined);
  return { support };
}

function renderNamed(
  title: string,
  cards: readonly ServiceCard[],
  { hrefTemplate, messages }: CatalogueParts,
): TemplateResult {
  return html`<div class="named">
    <p class="name" .textContent=${title}></p>
    <ul role="list">
      ${cards.map(
        ({ id, title: name, lang, institution, instances }) =>
          html`<li>
            <a
              href=${hrefTemplate.replaceAll('{id}', encodeURIComponent(id))}
              data-service=${id}
              lang=${lang === messages.lang ? nothing : lang}
              .textContent=${name}
            ></a>
            ${
              instances || institution
                ? html`<small
                    .textContent=${instances ? messages.institutions(instances) : institution!.title}
                  ></small>`
                : nothing
            }
          </li>`,
      )}
    </ul>
  </div>`;
}

function button(text: string, onClick: () => void): TemplateResult {
  return html`<button
    type="button"
    class="button"
    part="button"
    @click=${onClick}
    .textContent=${text}
  ></button>`;
}
