import { plural } from '../../../translations/formats.ts';
import type { ManyPlacesMessages } from './places-messages.ts';

export const manyPlacesRu: ManyPlacesMessages = {
  filter: 'Край, город или адрес',
  shown: (count) =>
    plural('ru', count, {
      one: `${count} место`,
      few: `${count} места`,
      other: `${count} мест`,
    }),
  none: 'Такого места нет.',
  all: 'Показать все места',
};
