import type { CatalogueMessages } from './catalogue-messages.ts';
import { plural } from './formats.ts';

export const lv: CatalogueMessages = {
  catalogue: 'Pakalpojumu katalogs',
  search: 'Meklēt pakalpojumu',
  submit: 'Meklēt',
  clearSearch: 'Notīrīt meklēšanas lauku',
  filters: 'Filtri',
  activeFilters: 'Izvēlētie filtri',
  clearAll: 'Notīrīt visu',
  more: 'Rādīt vairāk',
  back: 'Atpakaļ uz sarakstu',
  results: 'Pakalpojumi',
  emptyTitle: 'Nav atrasts neviens pakalpojums',
  emptyAdvice: 'Pārbaudiet rakstību, meklējiet ar citu vārdu vai noņemiet kādu filtru.',
  facets: {
    recipient: 'Kam paredzēts',
    lifeEvent: 'Dzīves situācija',
    channel: 'Saņemšanas veids',
    free: 'Maksa',
    institution: 'Iestāde',
    group: 'Pakalpojumu grupa',
  },
  free: 'Bez maksas',
  paid: 'Par maksu',
  remove: (filter) => `Noņemt filtru: ${filter}`,
  count: (total) =>
    `${total.toLocaleString('lv')} ${plural('lv', total, {
      zero: 'pakalpojumu',
      one: 'pakalpojums',
      other: 'pakalpojumi',
    })}`,
  shown: (shown, total) => `Redzami ${shown} no ${total}`,
  showAll: (count) => `Rādīt visus (${count})`,
};
