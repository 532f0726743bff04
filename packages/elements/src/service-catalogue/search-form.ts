import { html, nothing } from 'lit';
import type { CatalogueMessages } from '../translations/catalogue-messages.ts';

export interface SearchContext {
  texts: CatalogueMessages;
  typed: string;
  /** Somebody goes into the field. */
  onBegin(): void;
  onType(text: string): void;
  onSubmit(text: string): void;
}

export function renderSearch({ texts, typed, onBegin, onType, onSubmit }: SearchContext): unknown {
  const fieldOf = (event: Event) =>
    (event.currentTarget as Element).closest('form')!.querySelector('input')!;
  return html`<form
    class="search"
    part="search"
    role="search"
    @submit=${(event: Event) => {
      event.preventDefault();
      onSubmit(fieldOf(event).value);
    }}
  >
    <label for="q" .textContent=${texts.search}></label>
    <div class="field">
      <input
        id="q"
        part="field"
        type="search"
        autocomplete="off"
        spellcheck="false"
        enterkeyhint="search"
        maxlength="200"
        .value=${typed}
        @focus=${onBegin}
        @input=${(event: InputEvent) => onType((event.target as HTMLInputElement).value)}
      />
      ${
        typed
          ? html`<button
              type="button"
              class="clear"
              aria-label=${texts.clearSearch}
              @click=${(event: Event) => {
                const field = fieldOf(event);
                onSubmit('');
                field.focus();
              }}
            >
              ×
            </button>`
          : nothing
      }
    </div>
    <button class="button submit i i-search" part="button" aria-label=${texts.submit}>
      <span class="label" .textContent=${texts.submit}></span>
    </button>
  </form>`;
}
