/** The hours of a place, day by day; what draws them is fetched when somebody wants to see them. */
import type { SupportPlace } from '@pvp/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { LazyPart } from '../../controllers/lazy-part.ts';
import type { UiLanguage } from '../../translations/messages.ts';
import type { Drawing, PanelHost } from './drawing.ts';

export class PlaceDetails {
  readonly #host: PanelHost;
  readonly #open = new Set<string>();
  readonly #hours: LazyPart<typeof import('./later/week.ts')>;

  constructor(host: PanelHost) {
    this.#host = host;
    this.#hours = new LazyPart(host, async (lang) => {
      const part = await import('./later/week.ts');
      await part.prepareWeek(host, lang as UiLanguage);
      return part;
    });
  }

  render(drawing: Drawing, { id, hours }: SupportPlace): TemplateResult {
    const isOpen = this.#open.has(id);
    const part = isOpen ? this.#hours.get(drawing.lang) : undefined;
    const handleToggle = (event: Event): void => {
      const { open } = event.currentTarget as HTMLDetailsElement;
      if (open === this.#open.has(id)) return;
      if (open) this.#open.add(id);
      else this.#open.delete(id);
      this.#host.requestUpdate();
    };
    return html`<details ?open=${isOpen} @toggle=${handleToggle}>
      <summary><span .textContent=${drawing.text.details}></span></summary>
      ${
        part
          ? part.renderWeek(drawing, hours)
          : isOpen
            ? html`<p .textContent=${drawing.text.loading}></p>`
            : nothing
      }
    </details>`;
  }
}
