import { write } from '../../translations/formats.ts';
import type { ToolsMessages } from './messages.ts';

export const en: ToolsMessages = {
  clearSearch: 'Clear the search field',
  byLifeEvent: 'Not sure what the service is called? Start from a life event',
  filters: 'Filters',
  noFilters: 'There are no filters for this list.',
  facets: {
    recipient: 'Intended for',
    lifeEvent: 'Life event',
    channel: 'How to receive it',
    free: 'Fee',
    institution: 'Institution',
    group: 'Group of services',
    need: 'Need',
  },
  free: 'Free of charge',
  paid: 'With a fee',
  showAll: (count) => `Show all (${count})`,
  activeFilters: 'Selected filters',
  clearAll: 'Clear all',
  sort: 'Sort',
  sorts: { relevance: 'Best match', title: 'By title', changed: 'Recently changed' },
  layout: 'Layout',
  list: 'List',
  grid: 'Grid',
  foreign: 'Some descriptions are not available in this language and are in Latvian.',
  remove: (filter) => `Remove the filter: ${filter}`,
  more: 'Show more',
  shown: (shown, total) => `${write('en', shown)} of ${write('en', total)} shown`,
};
