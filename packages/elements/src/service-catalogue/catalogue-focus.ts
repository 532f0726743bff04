import type { LitElement, ReactiveController } from 'lit';

/** Keeps the focus of a catalogue where a person goes on, whatever is drawn anew. */
export class CatalogueFocus implements ReactiveController {
  #host: LitElement;
  /** Id of the service whose row had the focus before drawing. */
  #row: string | undefined;
  /** Id of the service whose row is to get the focus. */
  #wanted: string | undefined;
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
    this.#find = this.#wanted = undefined;
    target.focus();
  }

  /** To what a search finds, as soon as it finds something. */
  goTo(find: () => HTMLElement | null | undefined): void {
    this.#find = find;
  }

  /** Services whose rows have the focus or are to get it: these are drawn wherever they are. */
  get rows(): readonly (string | undefined)[] {
    return [this.#wanted, this.#focusedRow()];
  }

  goToRow(id: string): void {
    this.#wanted = id;
    this.#find = () => this.#titleOf(id);
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
