import type { CatalogueMessages } from './catalogue-messages.ts';
import { plural, write } from './formats.ts';
import { ru as everywhere } from './ru.ts';

export const ru: CatalogueMessages = {
  ...everywhere,
  search: 'Поиск услуги',
  submit: 'Найти',
  results: 'Услуги',
  count: (total) =>
    `${write('ru', total)} ${plural('ru', total, {
      one: 'услуга',
      few: 'услуги',
      other: 'услуг',
    })}`,
  institutions: (count) =>
    plural('ru', count, {
      one: `Оказывает ${count} учреждение`,
      few: `Оказывают ${count} учреждения`,
      other: `Оказывают ${count} учреждений`,
    }),
};
