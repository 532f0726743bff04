import type { NowMessages } from './hours-messages.ts';

const ON_DAY = {
  mo: 'pirmdien',
  tu: 'otrdien',
  we: 'trešdien',
  th: 'ceturtdien',
  fr: 'piektdien',
  sa: 'sestdien',
  su: 'svētdien',
};

export const nowLv: NowMessages = {
  openUntil: (time) => `Atvērts tagad, līdz plkst. ${time}`,
  openAlways: 'Atvērts visu diennakti',
  closedNow: 'Pašlaik slēgts.',
  holiday: (name) => `Šodien ir svētku diena${name && ` (${name})`}, parasti slēgts.`,
  opensToday: (time) => `Atvērs šodien plkst. ${time}.`,
  opensTomorrow: (time) => `Atvērs rīt plkst. ${time}.`,
  opensOn: (day, time) => `Atvērs ${ON_DAY[day]} plkst. ${time}.`,
  byAppointment: 'Apmeklējums pēc iepriekšēja pieraksta',
};
