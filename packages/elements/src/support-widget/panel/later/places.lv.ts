import { plural } from '../../../translations/formats.ts';
import type { ManyPlacesMessages } from './places-messages.ts';

export const manyPlacesLv: ManyPlacesMessages = {
  filter: 'Novads, pilsēta vai adrese',
  shown: (count) =>
    plural('lv', count, {
      zero: `${count} vietu`,
      one: `${count} vieta`,
      other: `${count} vietas`,
    }),
  none: 'Šādas vietas nav.',
  all: 'Rādīt visas vietas',
};
