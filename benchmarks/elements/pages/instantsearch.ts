/** The same with instantsearch.js, over the same services in memory. */
import instantsearch from 'instantsearch.js';
import { hits, searchBox, stats } from 'instantsearch.js/es/widgets';
import { loadRows, search, SHOWN, type Row } from './services.ts';

const rows = loadRows();

const searchClient = {
  async search(requests: { params?: { query?: string } }[]) {
    const all = await rows;
    return {
      results: requests.map(({ params }) => {
        const query = params?.query ?? '';
        const found = search(all, query);
        return {
          query,
          hits: found.slice(0, SHOWN).map((row) => ({ ...row, objectID: row.id })),
          nbHits: found.length,
          page: 0,
          nbPages: Math.ceil(found.length / SHOWN),
          hitsPerPage: SHOWN,
          processingTimeMS: 0,
          exhaustiveNbHits: true,
          params: '',
        };
      }),
    };
  },
};

const page = instantsearch({ indexName: 'services', searchClient });
page.addWidgets([
  searchBox({ container: '#search' }),
  stats({ container: '#stats' }),
  hits<Row>({
    container: '#hits',
    templates: {
      item: (row, { html }) =>
        html`<article>
          <h3><a href="#${row.id}">${row.title}</a></h3>
          <p>${row.institution}</p>
          <p>${row.summary}</p>
          <ul>
            ${row.facts.map((fact) => html`<li>${fact}</li>`)}
          </ul>
        </article>`,
    },
  }),
]);
page.start();
