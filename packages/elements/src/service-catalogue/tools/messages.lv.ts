import type { ToolsMessages } from './messages.ts';

export const lv: ToolsMessages = {
  filters: 'Filtri',
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
  showAll: (count) => `Rādīt visus (${count})`,
  activeFilters: 'Izvēlētie filtri',
  clearAll: 'Notīrīt visu',
  remove: (filter) => `Noņemt filtru: ${filter}`,
};
