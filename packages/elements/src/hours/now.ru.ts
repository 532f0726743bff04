import type { NowMessages } from './hours-messages.ts';

const ON_DAY = {
  mo: 'в понедельник',
  tu: 'во вторник',
  we: 'в среду',
  th: 'в четверг',
  fr: 'в пятницу',
  sa: 'в субботу',
  su: 'в воскресенье',
};

export const nowRu: NowMessages = {
  openUntil: (time) => `Сейчас открыто, до ${time}`,
  openAlways: 'Открыто круглосуточно',
  closedNow: 'Сейчас закрыто.',
  holiday: (name) => `Сегодня праздничный день${name && ` (${name})`}, обычно закрыто.`,
  opensToday: (time) => `Откроется сегодня в ${time}.`,
  opensTomorrow: (time) => `Откроется завтра в ${time}.`,
  opensOn: (day, time) => `Откроется ${ON_DAY[day]} в ${time}.`,
  byAppointment: 'Приём по предварительной записи',
};
