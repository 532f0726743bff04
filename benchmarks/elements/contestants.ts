/** Who does the same job, and where in its page the field and the rows are. */

export interface Contestant {
  name: string;
  /** Markup of the page. `%R` is the origin of the register. */
  markup: string;
  /** File of `pages/` that the page loads as its script. */
  script?: string;
  /** Expressions in the page: the search field, the rows on show, and the number that is told. */
  field: string;
  rows: string;
  count: string;
  /** What holds everything, for the count of nodes. */
  host: string;
}

const elementScript =
  '<script type="module" src="%R/elements/v1/pvp-service-catalogue.js"></script>';

/** The room that docs/embedding.md tells a page to keep. */
const reserved = `<style>@media (scripting: enabled) {
  pvp-service-catalogue:not(:defined) { display: block; min-height: 88em }
}</style>`;

const inCatalogue = {
  field: `document.querySelector('pvp-service-catalogue').shadowRoot?.querySelector('input[type=search]')`,
  rows: `[...(document.querySelector('pvp-service-catalogue').shadowRoot?.querySelectorAll('.row') ?? [])]`,
  count: `''`,
  host: `document.querySelector('pvp-service-catalogue')`,
};

export const CATALOGUE: Contestant = {
  name: 'pvp-service-catalogue, asks the register',
  markup: `${reserved}${elementScript}
    <pvp-service-catalogue register="%R" rows="6" limit="20"></pvp-service-catalogue>`,
  ...inCatalogue,
};

export const REPLICA: Contestant = {
  name: 'pvp-service-catalogue, over a replica',
  markup: `${reserved}${elementScript}
    <pvp-service-catalogue data-from="%R" rows="6" limit="20"></pvp-service-catalogue>`,
  script: 'replica',
  ...inCatalogue,
};

export const PEERS: readonly Contestant[] = [
  {
    name: 'plain Lit list',
    markup: '<bare-list></bare-list>',
    script: 'bare-lit',
    field: `document.querySelector('bare-list').shadowRoot?.querySelector('input')`,
    rows: `[...(document.querySelector('bare-list').shadowRoot?.querySelectorAll('ul > li:has(h3)') ?? [])]`,
    count: `document.querySelector('bare-list').shadowRoot.querySelector('[role=status]').textContent`,
    host: `document.querySelector('bare-list')`,
  },
  {
    name: 'emoji-picker-element',
    markup: '<div id="app"></div>',
    script: 'emoji-picker',
    field: `document.querySelector('emoji-picker')?.shadowRoot.querySelector('input.search')`,
    rows: `[...(document.querySelector('emoji-picker')?.shadowRoot.querySelectorAll('.tabpanel button.emoji') ?? [])]`,
    count: `''`,
    host: `document.querySelector('#app')`,
  },
  {
    name: 'instantsearch.js',
    markup: '<main><div id="search"></div><div id="stats"></div><div id="hits"></div></main>',
    script: 'instantsearch',
    field: `document.querySelector('.ais-SearchBox-input')`,
    rows: `[...document.querySelectorAll('.ais-Hits-item')]`,
    count: `document.querySelector('.ais-Stats')?.textContent`,
    host: `document.querySelector('main')`,
  },
  {
    name: 'Web Awesome card list',
    markup: '<div id="app"></div>',
    script: 'web-awesome',
    field: `document.querySelector('wa-input')?.shadowRoot?.querySelector('input')`,
    rows: `[...document.querySelectorAll('wa-card')]`,
    count: `document.querySelector('#app > [role=status]')?.textContent`,
    host: `document.querySelector('#app')`,
  },
];
