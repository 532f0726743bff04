import type { ExceptionalMessages } from './messages.ts';

export const lv: ExceptionalMessages = {
  retry: 'Mēģināt vēlreiz',
  toRegister: 'Atvērt Valsts vienoto reģistru',
  failed: 'Informāciju par pakalpojumiem pašlaik neizdodas ielādēt. Lūdzu, mēģiniet vēlāk.',
  notFound: 'Šāda pakalpojuma Valsts vienotajā reģistrā nav.',
  gone: 'Šis pakalpojums vairs netiek sniegts.',
  successor: 'Tā vietā izmantojiet pakalpojumu:',
  merged: (title) =>
    title
      ? `Pakalpojums „${title}” ir apvienots ar šo pakalpojumu.`
      : 'Meklētais pakalpojums ir apvienots ar šo pakalpojumu.',
  notInLanguage: (shown) => `Apraksts šajā valodā nav pieejams; teksts ir ${shown} valodā.`,
  languages: { lv: 'latviešu', en: 'angļu', ru: 'krievu' },
  stale: (at) => `Dati no ${at}; reģistrs pašlaik neatbild.`,
  offline: (at) => `Nav interneta savienojuma. Dati no ${at}.`,
  outage: {
    outage: 'Pakalpojums pašlaik nav pieejams tehnisku traucējumu dēļ.',
    degraded: 'Pakalpojuma darbībā iespējami traucējumi.',
    maintenance: 'Pašlaik notiek plānoti uzturēšanas darbi.',
  },
};
