import type { CatalogueMessages } from './catalogue-messages.ts';
import { plural } from './formats.ts';
import { ru as everywhere } from './ru.ts';

export const ru: CatalogueMessages = {
  ...everywhere,
  search: 'Поиск услуги',
  submit: 'Найти',
  clearSearch: 'Очистить поле поиска',
  more: 'Показать ещё',
  results: 'Услуги',
  count: (total) =>
    `${total.toLocaleString('ru')} ${plural('ru', total, {
      one: 'услуга',
      few: 'услуги',
      other: 'услуг',
    })}`,
  shown: (shown, total) =>
    `Показано ${shown.toLocaleString('ru')} из ${total.toLocaleString('ru')}`,
};
