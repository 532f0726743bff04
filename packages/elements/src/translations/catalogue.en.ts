import type { CatalogueMessages } from './catalogue-messages.ts';
import { plural, write } from './formats.ts';
import { en as everywhere } from './en.ts';

export const en: CatalogueMessages = {
  ...everywhere,
  search: 'Search for a service',
  submit: 'Search',
  results: 'Services',
  count: (total) =>
    `${write('en', total)} ${plural('en', total, { one: 'service', other: 'services' })}`,
  institutions: (count) =>
    `Provided by ${count} ${plural('en', count, { one: 'institution', other: 'institutions' })}`,
};
