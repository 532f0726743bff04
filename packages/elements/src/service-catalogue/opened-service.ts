/** A service, or the life events, in place of the list; a chunk of its own, fetched when wanted. */
import type { LifeEventSource } from '@pvp/sdk/source';
import { css, html, nothing, type TemplateResult } from 'lit';
import '../define/pvp-service-card.ts';
import type { ServiceOpenedDetail } from '../events.ts';
import { addStyles } from '../styles/add-styles.ts';
import { drawIcon } from '../templates/icon.ts';
import type { UiLanguage } from '../translations/messages.ts';
import type { CatalogueParts } from './catalogue-parts.ts';
import { BACK } from './icons.ts';

const BACK_TO_LIST: Record<UiLanguage, string> = {
  lv: 'Atpakaļ uz sarakstu',
  en: 'Back to the list',
  ru: 'Назад к списку',
};

const styles = css`
  .back {
    margin-block-end: var(--_space);
  }
`;

/**
 * Takes the focus along, into what is opened and back to its row.
 *
 * @param opened Id of the service; true: the life events; false: the list is back.
 * @param before What was open until now, likewise.
 */
export function follow(
  { host, focus, visit }: Pick<CatalogueParts, 'host' | 'focus' | 'visit'>,
  opened: string | boolean,
  before: string | boolean,
): void {
  if (opened) {
    focus.goTo(() => focus.all('.back')[0]);
    if (host.getBoundingClientRect().top < 0) host.scrollIntoView();
    return;
  }
  if (before !== true) focus.goToRow(before as string);
  const top = visit.scrolled;
  void host.updateComplete.then(() => scrollTo({ top, behavior: 'instant' }));
}

export function renderOpened(parts: CatalogueParts): unknown {
  const { visit, host } = parts;
  addStyles(host, styles);
  return visit.opened ? renderService(visit.opened, parts) : renderSituations(parts);
}

function renderService(
  id: string,
  { host, visit, settings, messages, hrefTemplate }: CatalogueParts,
): unknown {
  /** A service that leads to another one, which opens in its place. */
  const handleRelated = (event: CustomEvent<ServiceOpenedDetail>): void => {
    if (host.serviceHref) return;
    event.preventDefault();
    visit.open(event.detail.id);
  };
  return html`${renderBack(messages.lang, () => visit.open(undefined))}
    <pvp-service-card
      view="full"
      .source=${settings.source}
      .service=${id}
      .headingLevel=${host.headingLevel}
      .contentLang=${host.contentLang}
      .serviceHref=${hrefTemplate}
      .live=${host.live}
      @pvp-service-opened=${handleRelated}
    ></pvp-service-card>`;
}

/** Life events in place of the list. They read from the address which one is open. */
function renderSituations({ host, visit, focus, settings, messages }: CatalogueParts): unknown {
  void import('../define/pvp-life-events.ts').catch(() => undefined);
  const handleBack = (): void => {
    visit.open(undefined, false);
    focus.goTo(() => focus.all('.entry button')[0]);
  };
  return html`${renderBack(messages.lang, handleBack)}
    <pvp-life-events
      id=${host.id || nothing}
      .source=${settings.source as LifeEventSource}
      .institution=${host.institution}
      .profile=${host.profile}
      .headingLevel=${host.headingLevel}
      .contentLang=${host.contentLang}
      .serviceHref=${host.serviceHref}
      .deepLinks=${host.deepLinks}
      .live=${host.live}
    ></pvp-life-events>`;
}

function renderBack(lang: UiLanguage, onClick: () => void): TemplateResult {
  return html`<button type="button" class="button back" part="button" @click=${onClick}>
    ${drawIcon(BACK)}<span .textContent=${BACK_TO_LIST[lang]}></span>
  </button>`;
}
