import type { HoursMessages } from './hours-messages.ts';

const ON_DAY = {
  mo: 'pirmdien',
  tu: 'otrdien',
  we: 'trešdien',
  th: 'ceturtdien',
  fr: 'piektdien',
  sa: 'sestdien',
  su: 'svētdien',
};

export const hoursLv: HoursMessages = {
  days: { mo: 'P', tu: 'O', we: 'T', th: 'C', fr: 'Pk', sa: 'S', su: 'Sv' },
  closed: 'Slēgts',
  openUntil: (time) => `Atvērts tagad, līdz plkst. ${time}`,
  closedNow: 'Pašlaik slēgts.',
  holiday: (name) => `Šodien ir svētku diena (${name}), parasti slēgts.`,
  holidays: {
    'new-year': 'Jaungada diena',
    'good-friday': 'Lielā Piektdiena',
    easter: 'Lieldienas',
    'labour-day': 'Darba svētki',
    independence: 'Latvijas Republikas Neatkarības atjaunošanas diena',
    'mothers-day': 'Mātes diena',
    pentecost: 'Vasarsvētki',
    ligo: 'Līgo diena',
    jani: 'Jāņu diena',
    proclamation: 'Latvijas Republikas proklamēšanas diena',
    christmas: 'Ziemassvētki',
    'new-years-eve': 'Vecgada diena',
    moved: 'pārcelta brīvdiena',
  },
  opensToday: (time) => `Atvērs šodien plkst. ${time}.`,
  opensTomorrow: (time) => `Atvērs rīt plkst. ${time}.`,
  opensOn: (day, time) => `Atvērs ${ON_DAY[day]} plkst. ${time}.`,
  byAppointment: 'Apmeklējums pēc iepriekšēja pieraksta',
  exceptions: 'Izmaiņas',
  season: (from, until) => `No ${from} līdz ${until}`,
};
