import type { CardTerm, TermUnit } from '@pvp/contract';
import { plural, priceSpan, span } from './formats.ts';
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
  const text = `${span('en', min, last)} ${plural('en', last, { one: word, other: `${word}s` })}`;
  if (max === undefined) return `At least ${text}`;
  return min === undefined ? `Up to ${text}` : text;
}

export const en: Messages = {
  lang: 'en',
  loading: 'Loading…',
  suspended: 'This service is temporarily suspended.',
  machine: 'Machine translation',
  openFull: 'View the full description',
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
  cost: (cost) => {
    if (cost.kind === 'free') return 'Free of charge';
    const price = priceSpan('en', cost);
    if (cost.kind !== 'varies') return price || 'The fee is told in the description';
    return price
      ? `${price}, depending on how it is received`
      : 'The fee depends on how the service is received';
  },
  term,
};
