import { write } from '../../translations/formats.ts';
import type { ToolsMessages } from './messages.ts';

export const ru: ToolsMessages = {
  clearSearch: 'Очистить поле поиска',
  byLifeEvent: 'Не знаете, как называется услуга? Ищите по жизненной ситуации',
  filters: 'Фильтры',
  noFilters: 'Для этого списка фильтров нет.',
  facets: {
    recipient: 'Для кого',
    lifeEvent: 'Жизненная ситуация',
    channel: 'Способ получения',
    free: 'Плата',
    institution: 'Учреждение',
    group: 'Группа услуг',
    need: 'Потребность',
  },
  free: 'Бесплатно',
  paid: 'За плату',
  showAll: (count) => `Показать все (${count})`,
  activeFilters: 'Выбранные фильтры',
  clearAll: 'Сбросить все',
  sort: 'Сортировать',
  sorts: {
    relevance: 'По соответствию',
    title: 'По названию',
    changed: 'Недавно изменённые',
  },
  layout: 'Вид',
  list: 'Список',
  grid: 'Сетка',
  foreign: 'Часть описаний на этом языке недоступна и дана на латышском.',
  remove: (filter) => `Убрать фильтр: ${filter}`,
  more: 'Показать ещё',
  shown: (shown, total) => `Показано ${write('ru', shown)} из ${write('ru', total)}`,
};
