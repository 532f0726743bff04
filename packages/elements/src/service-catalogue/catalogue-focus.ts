import type { LitElement, ReactiveController } from 'lit';

/** Keeps the focus of a catalogue where a person goes on, whatever is drawn anew. */
export class CatalogueFocus implements ReactiveController {
  #host: LitElement;
  /** Id of the service whose row had the focus before drawing. */
  #row: string | undefined;
  /** Finds what takes the focus once it is there. */
  #find?: (() => HTMLElement | null | undefined) | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get focused(): Element | null | undefined {
    return this.#host.shadowRoot?.activeElement;
  }

  hostUpdate(): void {
    this.#row = this.#focusedRow();
  }

  hostUpdated(): void {
    // Rows are drawn by place: the focus stays with the service that it was on.
    if (this.#row && this.#focusedRow() !== this.#row) this.#titleOf(this.#row)?.focus();
    const target = this.#find?.();
    if (!target) return;
    this.#find = undefined;
    target.focus();
  }

  /** To an element by its selector, once it is there. */
  goTo(selector: string, at = 0): void {
    this.#find = () => this.all(selector)[at];
  }

  goToRow(id: string): void {
    this.#find = () => this.#titleOf(id);
  }

  /** To the chip that stands where another one was; without chips to the field. */
  goToChip(at: number): void {
    this.#find = () => {
      const chips = this.all('.chip');
      return chips[at] ?? chips.at(-1) ?? this.all('input')[0];
    };
  }

  all(selector: string): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>(selector)];
  }

  #focusedRow(): string | undefined {
    return this.focused?.closest<HTMLElement>('.row')?.dataset['id'];
  }

  #titleOf(id: string): HTMLElement | undefined {
    return this.all(`[data-id="${CSS.escape(id)}"] .title`)[0];
  }
}
