/** The hours of a place, day by day; what draws them is fetched when somebody wants to see them. */
import type { SupportPlace } from '@pvp/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { LazyPart } from '../../controllers/lazy-part.ts';
import { addStyles } from '../../styles/add-styles.ts';
import type { Drawing, PanelHost } from './drawing.ts';

export class PlaceDetails {
  readonly #host: PanelHost;
  readonly #open = new Set<string>();
  readonly #hours: LazyPart<typeof import('../../hours/hours.ts')>;

  constructor(host: PanelHost) {
    this.#host = host;
    this.#hours = new LazyPart(host, async () => {
      const [part, { hoursStyles }] = await Promise.all([
        import('../../hours/hours.ts'),
        import('../../hours/hours.styles.ts'),
      ]);
      addStyles(host, hoursStyles);
      return part;
    });
  }

  render(drawing: Drawing, { id, hours }: SupportPlace): TemplateResult {
    const isOpen = this.#open.has(id);
    const part = isOpen ? this.#hours.get() : undefined;
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
          ? part.renderHours(drawing, hours)
          : isOpen
            ? html`<p .textContent=${drawing.text.loading}></p>`
            : nothing
      }
    </details>`;
  }
}
