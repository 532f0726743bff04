import { plural } from '../../../translations/formats.ts';
import type { AnswersMessages } from './messages.ts';

export const answersLv: AnswersMessages = {
  found: (count) =>
    plural('lv', count, {
      zero: `Atrastas ${count} atbildes`,
      one: `Atrasta ${count} atbilde`,
      other: `Atrastas ${count} atbildes`,
    }),
  none: 'Gatavas atbildes uz šo jautājumu nav. Pajautājiet cilvēkam.',
  nobodyAsked: 'Šeit vēl nav bieži uzdotu jautājumu.',
  askInWriting: 'Uzdot šo jautājumu rakstiski',
  whole: 'Visa atbilde',
  source: 'Avots',
  knowledgeBase: 'Zināšanu bāze',
  description: 'Pakalpojuma apraksts',
  section: {
    summary: 'Kas tas ir',
    cost: 'Maksa',
    term: 'Izpildes termiņš',
    documents: 'Dokumenti',
    steps: 'Norise',
    channels: 'Kur un kā saņemt',
    result: 'Rezultāts',
    appeal: 'Pārsūdzēšana',
    notes: 'Svarīgi',
  },
};
