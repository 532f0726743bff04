import type { ToolsMessages } from './messages.ts';

export const ru: ToolsMessages = {
  filters: 'Фильтры',
  facets: {
    recipient: 'Для кого',
    lifeEvent: 'Жизненная ситуация',
    channel: 'Способ получения',
    free: 'Плата',
    institution: 'Учреждение',
    group: 'Группа услуг',
  },
  free: 'Бесплатно',
  paid: 'За плату',
  showAll: (count) => `Показать все (${count})`,
  activeFilters: 'Выбранные фильтры',
  clearAll: 'Сбросить все',
  remove: (filter) => `Убрать фильтр: ${filter}`,
};
