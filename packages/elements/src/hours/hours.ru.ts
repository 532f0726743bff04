import type { HoursMessages } from './hours-messages.ts';

const ON_DAY = {
  mo: 'в понедельник',
  tu: 'во вторник',
  we: 'в среду',
  th: 'в четверг',
  fr: 'в пятницу',
  sa: 'в субботу',
  su: 'в воскресенье',
};

export const hoursRu: HoursMessages = {
  days: { mo: 'Пн', tu: 'Вт', we: 'Ср', th: 'Чт', fr: 'Пт', sa: 'Сб', su: 'Вс' },
  closed: 'Закрыто',
  openUntil: (time) => `Сейчас открыто, до ${time}`,
  closedNow: 'Сейчас закрыто.',
  holiday: (name) => `Сегодня праздничный день${name && ` (${name})`}, обычно закрыто.`,
  opensToday: (time) => `Откроется сегодня в ${time}.`,
  opensTomorrow: (time) => `Откроется завтра в ${time}.`,
  opensOn: (day, time) => `Откроется ${ON_DAY[day]} в ${time}.`,
  byAppointment: 'Приём по предварительной записи',
  exceptions: 'Изменения',
  season: (from, until) => `С ${from} по ${until}`,
};
