import { plural } from '../../translations/formats.ts';
import type { SituationMessages } from './messages.ts';

export const lv: SituationMessages = {
  all: 'Visas dzīves situācijas',
  back: 'Atpakaļ uz dzīves situāciju',
  needs: 'Kas Jums var būt vajadzīgs',
  others: 'Citi pakalpojumi šajā situācijā',
  noServices: 'Šajā katalogā šādai vajadzībai pakalpojuma nav.',
  showAll: (count) => `Rādīt visus (${count})`,
  institutions: (count) =>
    `Sniedz ${count} ${plural('lv', count, { one: 'iestāde', other: 'iestādes' })}`,
  unknown: 'Šādas dzīves situācijas Valsts vienotajā reģistrā nav.',
  source: 'Datu avots: Valsts vienotais reģistrs',
  changed: (day) => `Mainīts reģistrā: ${day}`,
  partlyInLanguage: 'Daļa apraksta šajā valodā nav pieejama un ir latviešu valodā.',
  none: 'Nevienai dzīves situācijai šeit nav pakalpojumu.',
};
