import { plural } from '../../../translations/formats.ts';
import type { ManyPlacesMessages } from './places-messages.ts';

export const manyPlacesEn: ManyPlacesMessages = {
  filter: 'Municipality, town or address',
  shown: (count) => plural('en', count, { one: `${count} place`, other: `${count} places` }),
  none: 'There is no such place.',
  all: 'Show all places',
};
