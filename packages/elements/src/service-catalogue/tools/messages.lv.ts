import { write } from '../../translations/formats.ts';
import type { ToolsMessages } from './messages.ts';

export const lv: ToolsMessages = {
  clearSearch: 'Notīrīt meklēšanas lauku',
  byLifeEvent: 'Nezināt pakalpojuma nosaukumu? Meklējiet pēc dzīves situācijas',
  filters: 'Filtri',
  noFilters: 'Šim sarakstam filtru nav.',
  facets: {
    recipient: 'Kam paredzēts',
    lifeEvent: 'Dzīves situācija',
    channel: 'Saņemšanas veids',
    free: 'Maksa',
    institution: 'Iestāde',
    group: 'Pakalpojumu grupa',
    need: 'Vajadzība',
  },
  free: 'Bez maksas',
  paid: 'Par maksu',
  showAll: (count) => `Rādīt visus (${count})`,
  activeFilters: 'Izvēlētie filtri',
  clearAll: 'Notīrīt visu',
  sort: 'Kārtot',
  sorts: {
    relevance: 'Pēc atbilstības',
    title: 'Pēc nosaukuma',
    changed: 'Nesen mainītie',
  },
  layout: 'Izkārtojums',
  list: 'Saraksts',
  grid: 'Režģis',
  foreign: 'Daļa aprakstu šajā valodā nav pieejama un ir latviešu valodā.',
  remove: (filter) => `Noņemt filtru: ${filter}`,
  more: 'Rādīt vairāk',
  shown: (shown, total) => `Redzami ${write('lv', shown)} no ${write('lv', total)}`,
};
