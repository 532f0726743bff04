import type { CatalogueMessages } from './catalogue-messages.ts';
import { plural } from './formats.ts';

export const en: CatalogueMessages = {
  catalogue: 'Service catalogue',
  search: 'Search for a service',
  submit: 'Search',
  clearSearch: 'Clear the search field',
  filters: 'Filters',
  activeFilters: 'Selected filters',
  clearAll: 'Clear all',
  more: 'Show more',
  back: 'Back to the list',
  results: 'Services',
  emptyTitle: 'No service was found',
  emptyAdvice: 'Check the spelling, try another word or remove a filter.',
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
  remove: (filter) => `Remove the filter: ${filter}`,
  count: (total) =>
    `${total.toLocaleString('en')} ${plural('en', total, { one: 'service', other: 'services' })}`,
  shown: (shown, total) => `${shown} of ${total} shown`,
  showAll: (count) => `Show all (${count})`,
};
