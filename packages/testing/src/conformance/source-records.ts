/** Invented records that every kind of question can be asked about. */
import type { FullRecord } from '@pvp/contract';

type Full = FullRecord & Record<string, unknown>;

const lv = (text: string) => ({ lv: text });

const service = (id: string, title: string, fields: object = {}): Full =>
  ({
    type: 'service',
    id,
    kind: 'public-individual',
    status: 'active',
    title: lv(title),
    holder: 'ozolleja',
    recipients: ['resident'],
    channels: [{ id: 'ch1', kind: 'e-service', url: `https://e.example/${id}` }],
    ...fields,
  }) as Full;

/** The one that tests change. */
export const CHANGING = service('PV-1', 'Rinda uz bērnudārzu', {
  aliases: ['SENAIS-1'],
  needs: ['vieta'],
  template: 'T-1',
  summary: lv('Piesakiet bērnu pirmsskolas izglītības iestādē. Ā č ē ģ ī ķ ļ ņ š ū ž 🏠'),
});

/** Written in this order, so that what is named is there before who names it. */
export const SOURCE_RECORDS: readonly Full[] = [
  {
    type: 'organization',
    id: 'ozolleja',
    title: lv('Ozollejas novada pašvaldība'),
    kind: 'municipality',
    homepage: 'https://ozolleja.example',
  } as Full,
  { type: 'organization', id: 'berzkrogs', title: lv('Bērzkroga novada pašvaldība') } as Full,
  { type: 'need', id: 'vieta', title: lv('Vieta bērnudārzā') } as Full,
  { type: 'life-event', id: 'berns', title: lv('Bērna piedzimšana'), needs: ['vieta'] } as Full,
  { type: 'service-template', id: 'T-1', title: lv('Rinda uz bērnudārzu') } as Full,
  CHANGING,
  service('PV-2', 'Koku ciršana ārpus meža', { related: ['PV-1'] }),
  service('PV-3', 'Rinda uz bērnudārzu Bērzkrogā', { holder: 'berzkrogs', template: 'T-1' }),
  service('PV-4', 'Ēdināšana skolā', { costs: [{ id: 'c1', value: 2.85 }] }),
  service('PV-5', 'Ielu tirdzniecība', { recipients: ['business'], lifeEvents: ['berns'] }),
  service('PV-6', 'Parku uzturēšana', { kind: 'public-general' }),
  service('PV-7', 'Apvienotais pakalpojums', { status: 'merged', successor: 'PV-1' }),
  service('PV-8', 'Pakalpojums, kura vairs nav', { status: 'retired', successor: 'PV-2' }),
];
