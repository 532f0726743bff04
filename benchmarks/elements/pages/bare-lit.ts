/** A search box and a list in plain Lit: what the job costs without anything around it. */
import { html, LitElement } from 'lit';
import { loadRows, search, SHOWN, type Row } from './services.ts';

class BareList extends LitElement {
  static override properties = { rows: { state: true }, typed: { state: true } };
  declare rows: Row[];
  declare typed: string;

  constructor() {
    super();
    this.rows = [];
    this.typed = '';
    void loadRows().then((rows) => (this.rows = rows));
  }

  override render(): unknown {
    const found = search(this.rows, this.typed);
    return html`<label for="q">Meklēt</label>
      <input
        id="q"
        type="search"
        @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
      />
      <p role="status">${found.length}</p>
      <ul>
        ${found.slice(0, SHOWN).map(
          (row) =>
            html`<li>
              <h3><a href="#${row.id}">${row.title}</a></h3>
              <p>${row.institution}</p>
              <p>${row.summary}</p>
              <ul>
                ${row.facts.map((fact) => html`<li>${fact}</li>`)}
              </ul>
            </li>`,
        )}
      </ul>`;
  }
}

customElements.define('bare-list', BareList);
