import type { HoursMessages } from './hours-messages.ts';

const ON_DAY = {
  mo: 'Monday',
  tu: 'Tuesday',
  we: 'Wednesday',
  th: 'Thursday',
  fr: 'Friday',
  sa: 'Saturday',
  su: 'Sunday',
};

export const hoursEn: HoursMessages = {
  days: { mo: 'Mon', tu: 'Tue', we: 'Wed', th: 'Thu', fr: 'Fri', sa: 'Sat', su: 'Sun' },
  closed: 'Closed',
  openUntil: (time) => `Open now, until ${time}`,
  closedNow: 'Closed now.',
  holiday: (name) => `Today is a public holiday (${name}), usually closed.`,
  holidays: {
    'new-year': 'New Year’s Day',
    'good-friday': 'Good Friday',
    easter: 'Easter',
    'labour-day': 'Labour Day',
    independence: 'Restoration of Independence Day',
    'mothers-day': 'Mother’s Day',
    pentecost: 'Pentecost',
    ligo: 'Midsummer Eve',
    jani: 'Midsummer Day',
    proclamation: 'Proclamation Day of the Republic of Latvia',
    christmas: 'Christmas',
    'new-years-eve': 'New Year’s Eve',
    moved: 'holiday in lieu',
  },
  opensToday: (time) => `Opens today at ${time}.`,
  opensTomorrow: (time) => `Opens tomorrow at ${time}.`,
  opensOn: (day, time) => `Opens on ${ON_DAY[day]} at ${time}.`,
  byAppointment: 'By appointment',
  exceptions: 'Changes',
  season: (from, until) => `From ${from} to ${until}`,
};
