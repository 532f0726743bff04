import { plural } from '../../translations/formats.ts';
import type { NoMatchesMessages } from './messages.ts';

const services = (count: number) =>
  plural('en', count, { one: `${count} service`, other: `${count} services` });

export const en: NoMatchesMessages = {
  title: 'No service was found',
  advice: {
    words: 'Check the spelling or try another word.',
    filters: 'Remove a filter.',
    both: 'Check the spelling, try another word or remove a filter.',
  },
  clearAll: 'Clear all',
  withoutFilters: (count) => `Search without filters (${services(count)})`,
  meant: (q) => `Did you mean “${q}”?`,
  nearest: 'Perhaps one of these services helps',
  everywhere: (count) => `The whole register has ${services(count)} for these words`,
  toRegister: 'Open the State Unified Register',
  ask: 'Get help',
  help: 'Not found what you need? Ask:',
};
