import type { CardTerm, TermUnit } from '@pvp/contract';
import { plural, priceSpan, span } from './formats.ts';
import type { Messages } from './messages.ts';

const units: Record<TermUnit, [one: string, other: string]> = {
  hour: ['stunda', 'stundas'],
  'working-day': ['darba diena', 'darba dienas'],
  'calendar-day': ['kalendārā diena', 'kalendārās dienas'],
  week: ['nedēļa', 'nedēļas'],
  month: ['mēnesis', 'mēneši'],
  year: ['gads', 'gadi'],
};

function term({ min, max, unit, description = '' }: CardTerm): string {
  const last = max ?? min;
  const forms = unit && units[unit];
  if (!forms || last === undefined) return description;
  const [one, other] = forms;
  const limit = max === undefined ? 'Vismaz ' : min === undefined ? 'Ne ilgāk kā ' : '';
  return `${limit}${span('lv', min, last)} ${plural('lv', last, { one, other })}`;
}

export const lv: Messages = {
  lang: 'lv',
  loading: 'Ielādē…',
  suspended: 'Pakalpojuma sniegšana uz laiku ir apturēta.',
  machine: 'Mašīntulkojums',
  openFull: 'Skatīt pilnu aprakstu',
  recipients: {
    resident: 'Iedzīvotājiem',
    business: 'Uzņēmējiem',
    association: 'Biedrībām un nodibinājumiem',
    institution: 'Iestādēm',
  },
  channels: {
    'e-service': 'E-pakalpojums',
    'e-form': 'E-veidlapa',
    'specialised-system': 'Specializēta sistēma',
    'mobile-app': 'Mobilā lietotne',
    'e-address': 'E-adrese',
    'e-mail': 'E-pasts',
    post: 'Pasts',
    phone: 'Tālrunis',
    video: 'Videozvans',
    'in-person': 'Klātienē',
    'one-stop-centre': 'Klientu apkalpošanas centrs',
    'home-visit': 'Dzīvesvietā',
  },
  cost: (cost) => {
    if (cost.kind === 'free') return 'Bez maksas';
    const price = priceSpan('lv', cost);
    if (cost.kind !== 'varies') return price || 'Maksa norādīta aprakstā';
    return price ? `${price}, atkarībā no saņemšanas veida` : 'Maksa atkarīga no saņemšanas veida';
  },
  term,
};
