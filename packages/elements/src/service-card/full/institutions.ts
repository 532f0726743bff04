/** The same service in other institutions: one unified service, an instance in each of them. */
import { html, nothing } from 'lit';
import type { CardVisit } from './card-visit.ts';
import { organizationName, words, type Drawing } from './drawing.ts';

export function renderInstitutions(drawing: Drawing, visit: CardVisit): unknown {
  const { service, text, lang } = drawing;
  const instances = service.derived?.instances ?? [];
  if (instances.length < 2) return nothing;
  const chosen = instances.some(({ id }) => id === visit.instance) ? visit.instance! : service.id;
  const named = instances
    .map(({ id, institution, title }) => ({
      id,
      name: words(drawing, title) || organizationName(drawing, institution),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, lang));
  const href = drawing.hrefOf(chosen);
  return html`<section class="institutions" part="section institutions">
    <p class="name" .textContent=${text.unified(instances.length)}></p>
    <label for="instance" class="label" .textContent=${text.chooseInstitution}></label>
    <div class="choice">
      <select
        id="instance"
        part="field"
        @change=${(event: Event) => visit.choose((event.target as HTMLSelectElement).value)}
      >
        ${named.map(
          ({ id, name }) =>
            html`<option value=${id} .selected=${id === chosen} .textContent=${name}></option>`,
        )}
      </select>
      ${
        chosen === service.id
          ? nothing
          : href === undefined
            ? html`<button
                type="button"
                class="button"
                part="button"
                data-service=${chosen}
                .textContent=${text.showInstance}
              ></button>`
            : html`<a
                class="button"
                part="button"
                href=${href}
                data-service=${chosen}
                .textContent=${text.showInstance}
              ></a>`
      }
    </div>
  </section>`;
}
