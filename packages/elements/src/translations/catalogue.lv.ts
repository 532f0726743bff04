import type { CatalogueMessages } from './catalogue-messages.ts';
import { plural } from './formats.ts';
import { lv as everywhere } from './lv.ts';

export const lv: CatalogueMessages = {
  ...everywhere,
  search: 'Meklēt pakalpojumu',
  submit: 'Meklēt',
  clearSearch: 'Notīrīt meklēšanas lauku',
  filters: 'Filtri',
  more: 'Rādīt vairāk',
  results: 'Pakalpojumi',
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
  count: (total) =>
    `${total.toLocaleString('lv')} ${plural('lv', total, {
      zero: 'pakalpojumu',
      one: 'pakalpojums',
      other: 'pakalpojumi',
    })}`,
  shown: (shown, total) => `Redzami ${shown} no ${total}`,
  showAll: (count) => `Rādīt visus (${count})`,
};
