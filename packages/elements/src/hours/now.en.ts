import type { NowMessages } from './hours-messages.ts';

const ON_DAY = {
  mo: 'Monday',
  tu: 'Tuesday',
  we: 'Wednesday',
  th: 'Thursday',
  fr: 'Friday',
  sa: 'Saturday',
  su: 'Sunday',
};

export const nowEn: NowMessages = {
  openUntil: (time) => `Open now, until ${time}`,
  openAlways: 'Open around the clock',
  closedNow: 'Closed now.',
  holiday: (name) => `Today is a public holiday${name && ` (${name})`}, usually closed.`,
  opensToday: (time) => `Opens today at ${time}.`,
  opensTomorrow: (time) => `Opens tomorrow at ${time}.`,
  opensOn: (day, time) => `Opens on ${ON_DAY[day]} at ${time}.`,
  byAppointment: 'By appointment',
};
