import type { WeekMessages } from './hours-messages.ts';

export const weekRu: WeekMessages = {
  days: { mo: 'Пн', tu: 'Вт', we: 'Ср', th: 'Чт', fr: 'Пт', sa: 'Сб', su: 'Вс' },
  closed: 'Закрыто',
  exceptions: 'Изменения',
  season: (from, until) => `С ${from} по ${until}`,
};
