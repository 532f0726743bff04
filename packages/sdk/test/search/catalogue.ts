/** A small catalogue that search is tried on. */
import type { Service } from '@pvp/contract';
import { ChangingCatalogue } from '@pvp/sdk/query';

/** By id: title, then what else is said. */
const SERVICES: Readonly<Record<string, [title: string, more?: Partial<Service>]>> = {
  dzivesvieta: [
    'Dzīvesvietas deklarēšana',
    { summary: { lv: 'Jauno adresi deklarē mēneša laikā.' }, needs: ['jauna-adrese'] },
  ],
  'izzina-dzivesvieta': ['Izziņa par deklarēto dzīvesvietu'],
  pabalsts: ['Bērna piedzimšanas pabalsts'],
  dzimsana: ['Dzimšanas reģistrācija', { keywords: ['jaundzimušais'] }],
  laulibas: ['Laulības reģistrācija'],
  koki: ['Koku ciršana ārpus meža', { summary: { lv: 'Atļauju izsniedz pašvaldība.' } }],
  rinda: [
    'Bērna uzņemšana pirmsskolas izglītības iestādes rindā',
    { alternativeTitles: [{ lv: 'Vieta PII' }] },
  ],
  nin: ['Nekustamā īpašuma nodokļa atvieglojumi'],
  auto: [
    'Transportlīdzekļa reģistrācija',
    { title: { lv: 'Transportlīdzekļa reģistrācija', en: 'Vehicle registration' } },
  ],
  apliecibas: ['Transportlīdzekļa vadītāja apliecība'],
  darbs: ['Bezdarbnieka statusa piešķiršana'],
  posobie: [
    'Ģimenes valsts pabalsts',
    { title: { lv: 'Ģimenes valsts pabalsts', ru: 'Семейное государственное пособие' } },
  ],
};

export function service(id: string, title: string, more: Partial<Service> = {}): Service {
  const { title: own, ...others } = more;
  return {
    type: 'service',
    id,
    kind: 'public-individual',
    status: 'active',
    title: own ?? { lv: title },
    ...others,
  };
}

export function catalogue(): ChangingCatalogue {
  const index = new ChangingCatalogue();
  for (const [id, [title, more]] of Object.entries(SERVICES)) {
    index.putService(service(id, title, more));
  }
  index.putObject({
    type: 'need',
    id: 'jauna-adrese',
    title: { lv: 'Pārcelties uz citu mājokli' },
  });
  return index;
}

/** Ids of the results, best first. */
export function found(index: ChangingCatalogue, q: string): string[] {
  return index.list({ q }).items.map(({ id }) => id);
}
