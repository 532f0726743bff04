import type { CatalogueMessages } from './catalogue-messages.ts';
import { plural, write } from './formats.ts';
import { lv as everywhere } from './lv.ts';

export const lv: CatalogueMessages = {
  ...everywhere,
  search: 'Meklēt pakalpojumu',
  submit: 'Meklēt',
  results: 'Pakalpojumi',
  count: (total) =>
    `${write('lv', total)} ${plural('lv', total, {
      zero: 'pakalpojumu',
      one: 'pakalpojums',
      other: 'pakalpojumi',
    })}`,
  institutions: (count) =>
    `Sniedz ${count} ${plural('lv', count, { one: 'iestāde', other: 'iestādes' })}`,
};
