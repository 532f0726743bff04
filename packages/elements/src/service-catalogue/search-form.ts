import { html } from 'lit';
import type { CatalogueMessages } from '../translations/catalogue-messages.ts';

export interface SearchContext {
  texts: CatalogueMessages;
  typed: string;
  /** What empties the field. */
  clear: unknown;
  /** Somebody goes into the field. */
  onBegin(): void;
  onType(text: string): void;
  onSubmit(text: string): void;
}

export function renderSearch({
  texts,
  typed,
  clear,
  onBegin,
  onType,
  onSubmit,
}: SearchContext): unknown {
  return html`<form
    class="search"
    part="search"
    role="search"
    @submit=${(event: Event) => {
      event.preventDefault();
      onSubmit((event.target as Element).querySelector('input')!.value);
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
      ${clear}
    </div>
    <button class="button submit i i-search" part="button" aria-label=${texts.submit}>
      <span class="label" .textContent=${texts.submit}></span>
    </button>
  </form>`;
}
