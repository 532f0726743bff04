import type { CatalogueMessages } from './catalogue-messages.ts';
import { plural } from './formats.ts';
import { en as everywhere } from './en.ts';

export const en: CatalogueMessages = {
  ...everywhere,
  search: 'Search for a service',
  submit: 'Search',
  clearSearch: 'Clear the search field',
  filters: 'Filters',
  more: 'Show more',
  results: 'Services',
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
  count: (total) =>
    `${total.toLocaleString('en')} ${plural('en', total, { one: 'service', other: 'services' })}`,
  shown: (shown, total) => `${shown} of ${total} shown`,
  showAll: (count) => `Show all (${count})`,
};
