import { plural } from '../../translations/formats.ts';
import type { NoMatchesMessages } from './messages.ts';

export const lv: NoMatchesMessages = {
  title: 'Nav atrasts neviens pakalpojums',
  advice: {
    words: 'Pārbaudiet rakstību vai meklējiet ar citu vārdu.',
    filters: 'Noņemiet kādu filtru.',
    both: 'Pārbaudiet rakstību, meklējiet ar citu vārdu vai noņemiet kādu filtru.',
  },
  clearAll: 'Notīrīt visu',
  withoutFilters: (count) =>
    plural('lv', count, {
      zero: `Meklēt bez filtriem (${count} pakalpojumu)`,
      one: `Meklēt bez filtriem (${count} pakalpojums)`,
      other: `Meklēt bez filtriem (${count} pakalpojumi)`,
    }),
  meant: (q) => `Vai domājāt „${q}”?`,
  nearest: 'Varbūt noder kāds no šiem pakalpojumiem',
  everywhere: (count) =>
    plural('lv', count, {
      zero: `Visā reģistrā pēc šiem vārdiem ir ${count} pakalpojumu`,
      one: `Visā reģistrā pēc šiem vārdiem ir ${count} pakalpojums`,
      other: `Visā reģistrā pēc šiem vārdiem ir ${count} pakalpojumi`,
    }),
  toRegister: 'Atvērt Valsts vienoto reģistru',
  ask: 'Saņemt palīdzību',
  help: 'Neatradāt vajadzīgo? Jautājiet:',
};
