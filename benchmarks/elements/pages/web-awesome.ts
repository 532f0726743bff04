/** The same with Web Awesome: its input, and a card with tags for each service. */
import '@awesome.me/webawesome/dist/components/card/card.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import '@awesome.me/webawesome/dist/components/tag/tag.js';
import { html, render } from 'lit';
import { loadRows, search, SHOWN, type Row } from './services.ts';

const root = document.querySelector<HTMLElement>('#app')!;
let rows: Row[] = [];
let typed = '';

function draw(): void {
  const found = search(rows, typed);
  render(
    html`<wa-input
        label="Meklēt"
        type="search"
        @input=${(event: Event) => {
          typed = (event.target as HTMLInputElement).value;
          draw();
        }}
      ></wa-input>
      <p role="status">${found.length}</p>
      <div id="cards">
        ${found.slice(0, SHOWN).map(
          (row) =>
            html`<wa-card>
              <h3 slot="header"><a href="#${row.id}">${row.title}</a></h3>
              <p>${row.institution}</p>
              <p>${row.summary}</p>
              <div slot="footer">${row.facts.map((fact) => html`<wa-tag>${fact}</wa-tag>`)}</div>
            </wa-card>`,
        )}
      </div>`,
    root,
  );
}

draw();
void loadRows().then((loaded) => {
  rows = loaded;
  draw();
});
