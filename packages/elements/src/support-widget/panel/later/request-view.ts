/** The last step: a request to an expert, in the panel; and what became of one. */
import { html, type TemplateResult } from 'lit';
import { reportFailure } from '../../../attributes/report-failure.ts';
import type { UiLanguage } from '../../../translations/messages.ts';
import { button, type Drawing, type PanelHost } from '../drawing.ts';
import { troubleTexts } from './trouble-messages.ts';

const views = new WeakMap<PanelHost, RequestView>();

/** Fetches the words of a language; one view for all languages. */
export async function prepareRequestView(host: PanelHost, lang: UiLanguage): Promise<RequestView> {
  await troubleTexts.prepare(lang);
  const view = views.get(host) ?? new RequestView(host);
  views.set(host, view);
  return view;
}

export class RequestView {
  readonly #host: PanelHost;
  #state: 'none' | 'loading' | 'ready' | 'failed' = 'none';

  constructor(host: PanelHost) {
    this.#host = host;
  }

  renderForm(drawing: Drawing, question: string, onClose: () => void): TemplateResult {
    const { source, subject, lang } = drawing;
    return this.#when(
      drawing,
      () =>
        html`<pvp-request-form
          lang=${lang}
          closable
          .source=${source}
          .service=${subject.service}
          .institution=${subject.institution}
          .question=${question}
          @pvp-request-closed=${onClose}
        ></pvp-request-form>`,
    );
  }

  renderState(drawing: Drawing, request: string): TemplateResult {
    const { source, lang } = drawing;
    return this.#when(
      drawing,
      () =>
        html`<pvp-request-state
          lang=${lang}
          .source=${source}
          .request=${request}
        ></pvp-request-state>`,
    );
  }

  #when(drawing: Drawing, draw: () => TemplateResult): TemplateResult {
    const { lang, text } = drawing;
    if (this.#state === 'none') void this.#load();
    if (this.#state === 'ready') return draw();
    if (this.#state !== 'failed') return html`<p class="label" .textContent=${text.loading}></p>`;
    const handleRetry = (): void => void this.#load();
    const { requestFailed, retry } = troubleTexts.of(lang);
    return html`<p class="notice" part="notice" .textContent=${requestFailed}></p>
      <p class="actions">${button(retry, handleRetry)}</p>`;
  }

  async #load(): Promise<void> {
    this.#state = 'loading';
    try {
      await Promise.all([
        import('../../../request-form/define.ts'),
        import('../../../request-form/define-state.ts'),
      ]);
      this.#state = 'ready';
    } catch (error) {
      this.#state = 'failed';
      reportFailure(this.#host, error);
    }
    this.#host.requestUpdate();
  }
}
