import type { CardTerm, TermUnit } from '@pvp/contract';
import { plural, priceSpan } from './formats.ts';
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
  const span = `${min === undefined || min === last ? '' : `${min}–`}${last}`.replaceAll('.', ',');
  const limit = max === undefined ? 'Vismaz ' : min === undefined ? 'Ne ilgāk kā ' : '';
  return `${limit}${span} ${plural('lv', last, { one, other })}`;
}

/** By the clock in Latvia, wherever the reader is. */
function dateTime(instant: string): string {
  const [date, time] = new Date(instant)
    .toLocaleString('lv', {
      timeZone: 'Europe/Riga',
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    })
    .split(' ');
  return `${date!.replace(/\D*$/, '.')} plkst. ${time?.replace(':', '.')}`;
}

export const lv: Messages = {
  lang: 'lv',
  loading: 'Ielādē…',
  retry: 'Mēģināt vēlreiz',
  toRegister: 'Atvērt Valsts vienoto reģistru',
  failed: 'Informāciju par pakalpojumiem pašlaik neizdodas ielādēt. Lūdzu, mēģiniet vēlāk.',
  notFound: 'Šāda pakalpojuma Valsts vienotajā reģistrā nav.',
  gone: 'Šis pakalpojums vairs netiek sniegts.',
  successor: 'Tā vietā izmantojiet pakalpojumu:',
  suspended: 'Pakalpojuma sniegšana uz laiku ir apturēta.',
  machine: 'Mašīntulkojums',
  openFull: 'Skatīt pilnu aprakstu',
  merged: (title) =>
    title
      ? `Pakalpojums „${title}” ir apvienots ar šo pakalpojumu.`
      : 'Meklētais pakalpojums ir apvienots ar šo pakalpojumu.',
  stale: (at) => `Dati no ${at}; reģistrs pašlaik neatbild.`,
  offline: (at) => `Nav interneta savienojuma. Dati no ${at}.`,
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
  outage: {
    outage: 'Pakalpojums pašlaik nav pieejams tehnisku traucējumu dēļ.',
    degraded: 'Pakalpojuma darbībā iespējami traucējumi.',
    maintenance: 'Pašlaik notiek plānoti uzturēšanas darbi.',
  },
  cost: (cost) => {
    if (cost.kind === 'free') return 'Bez maksas';
    const price = priceSpan('lv', cost);
    if (!price) return 'Maksa atkarīga no saņemšanas veida';
    return cost.kind === 'varies' ? `${price}, atkarībā no saņemšanas veida` : price;
  },
  term,
  dateTime,
};
