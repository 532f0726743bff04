import type { WeekMessages } from './hours-messages.ts';

export const weekLv: WeekMessages = {
  days: { mo: 'P', tu: 'O', we: 'T', th: 'C', fr: 'Pk', sa: 'S', su: 'Sv' },
  closed: 'Slēgts',
  exceptions: 'Izmaiņas',
  season: (from, until) => `No ${from} līdz ${until}`,
};
