import type { WeekMessages } from './hours-messages.ts';

export const weekEn: WeekMessages = {
  days: { mo: 'Mon', tu: 'Tue', we: 'Wed', th: 'Thu', fr: 'Fri', sa: 'Sat', su: 'Sun' },
  closed: 'Closed',
  exceptions: 'Changes',
  season: (from, until) => `From ${from} to ${until}`,
};
