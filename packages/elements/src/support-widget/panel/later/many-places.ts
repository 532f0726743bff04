/** Places to go to where there are many: narrowed by where they are. */
import type { SupportPlace } from '@pvp/contract';
import { html, type TemplateResult } from 'lit';
import { words } from '../../../rich-text/registered-text.ts';
import type { UiLanguage } from '../../../translations/messages.ts';
import { button, type Drawing, type PanelHost } from '../drawing.ts';
import type { PlaceDetails } from '../place-details.ts';
import { renderPlaces } from '../place.ts';
import { manyPlacesTexts } from './places-messages.ts';

export async function prepareManyPlaces(host: PanelHost, lang: UiLanguage): Promise<ManyPlaces> {
  await manyPlacesTexts.prepare(lang);
  const places = instances.get(host) ?? new ManyPlaces(host);
  instances.set(host, places);
  return places;
}

const instances = new WeakMap<PanelHost, ManyPlaces>();

export class ManyPlaces {
  readonly #host: PanelHost;
  #wanted = '';

  constructor(host: PanelHost) {
    this.#host = host;
  }

  render(drawing: Drawing, places: readonly SupportPlace[], details: PlaceDetails): TemplateResult {
    const text = manyPlacesTexts.of(drawing.lang);
    const wanted = folded(this.#wanted).split(/\s+/).filter(Boolean);
    const shown = places.filter(({ title, address }) => {
      const where = folded(
        `${words(drawing, title)} ${address?.text ?? ''} ${address?.municipality ?? ''}`,
      );
      return wanted.every((word) => where.includes(word));
    });
    const handleInput = (event: Event): void => {
      this.#wanted = (event.target as HTMLInputElement).value;
      this.#host.requestUpdate();
    };
    // When typing is over.
    const handleChange = (): void => drawing.say(text.shown(shown.length));
    return html`<label class="filter">
        <span .textContent=${text.filter}></span>
        <input
          type="search"
          part="field"
          autocomplete="address-level2"
          .value=${this.#wanted}
          @input=${handleInput}
          @change=${handleChange}
        />
      </label>
      <p class="label" .textContent=${text.shown(shown.length)}></p>
      ${shown.length ? renderPlaces(drawing, shown, details) : this.#renderNone(text)}`;
  }

  #renderNone({ none, all }: { none: string; all: string }): TemplateResult {
    const handleAll = (): void => {
      this.#wanted = '';
      this.#host.requestUpdate();
      this.#host.renderRoot.querySelector<HTMLElement>('.filter input')?.focus();
    };
    return html`<p class="nothing" .textContent=${none}></p>
      <p class="actions">${button(all, handleAll)}</p>`;
  }
}

/** Small letters without marks: `rezekne` is found in `Rēzekne`. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('lv');
}
