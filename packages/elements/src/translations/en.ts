import type { CardTerm, TermUnit } from '@pvp/contract';
import { priceSpan } from './formats.ts';
import type { Messages } from './messages.ts';

const units: Record<TermUnit, string> = {
  hour: 'hour',
  'working-day': 'working day',
  'calendar-day': 'calendar day',
  week: 'week',
  month: 'month',
  year: 'year',
};

function term({ min, max, unit, description }: CardTerm): string {
  const word = unit && units[unit];
  const last = max ?? min;
  if (!word || last === undefined) return description ?? '';
  const amount = [...new Set([min ?? last, last])].join('–');
  const text = `${amount} ${word}${last === 1 ? '' : 's'}`;
  if (max === undefined) return `At least ${text}`;
  return min === undefined ? `Up to ${text}` : text;
}

export const en: Messages = {
  lang: 'en',
  loading: 'Loading…',
  retry: 'Try again',
  toRegister: 'Open the State Unified Register',
  failed: 'Information about services cannot be loaded at the moment. Please try again later.',
  notFound: 'There is no such service in the State Unified Register.',
  gone: 'This service is no longer provided.',
  successor: 'Use this service instead:',
  suspended: 'This service is temporarily suspended.',
  machine: 'Machine translation',
  openFull: 'View the full description',
  merged: (title) =>
    title
      ? `The service “${title}” has been merged into this one.`
      : 'The service that you looked for has been merged into this one.',
  stale: (at) => `Information as of ${at}; the register is not responding at the moment.`,
  offline: (at) => `There is no internet connection. Information as of ${at}.`,
  recipients: {
    resident: 'Residents',
    business: 'Businesses',
    association: 'Associations and foundations',
    institution: 'Institutions',
  },
  channels: {
    'e-service': 'Online service',
    'e-form': 'Online form',
    'specialised-system': 'Specialised system',
    'mobile-app': 'Mobile app',
    'e-address': 'Official e-address',
    'e-mail': 'E-mail',
    post: 'Post',
    phone: 'Phone',
    video: 'Video call',
    'in-person': 'In person',
    'one-stop-centre': 'Customer service centre',
    'home-visit': 'At home',
  },
  outage: {
    outage: 'The service is currently unavailable because of technical problems.',
    degraded: 'The service may not work as usual.',
    maintenance: 'Planned maintenance is in progress.',
  },
  cost: (cost) => {
    if (cost.kind === 'free') return 'Free of charge';
    const price = priceSpan('en', cost);
    if (!price) return 'The fee depends on how the service is received';
    return cost.kind === 'varies' ? `${price}, depending on how it is received` : price;
  },
  term,
  dateTime: (instant) =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Riga',
      dateStyle: 'long',
      timeStyle: 'short',
    }).format(new Date(instant)),
};
