import type { ToolsMessages } from './messages.ts';

export const en: ToolsMessages = {
  filters: 'Filters',
  facets: {
    recipient: 'Intended for',
    lifeEvent: 'Life event',
    channel: 'How to receive it',
    free: 'Fee',
    institution: 'Institution',
    group: 'Group of services',
  },
  free: 'Free of charge',
  paid: 'With a fee',
  showAll: (count) => `Show all (${count})`,
  activeFilters: 'Selected filters',
  clearAll: 'Clear all',
  remove: (filter) => `Remove the filter: ${filter}`,
};
