/** Life events that are hard to draw, with their needs and services. Invented, as all sample data. */
import type { ReplicaRecord } from '@pvp/sdk/sync';
import { hardServices } from './hard-services.ts';

const need = (id: string, lv: string, description?: string): ReplicaRecord => ({
  type: 'need',
  id,
  title: { lv },
  ...(description && { description: { lv: description } }),
});

/** Services of a need, so many that they are not all shown at once. */
const manyServices: readonly ReplicaRecord[] = Array.from({ length: 9 }, (_, nth) => ({
  ...hardServices[nth % hardServices.length]!,
  id: `X-OF-NEED-${nth + 1}`,
  needs: ['x-many'],
}));

export const hardLifeEvents: readonly ReplicaRecord[] = [
  {
    type: 'organization',
    id: hardServices[0]!.holder!,
    title: { lv: 'Ozollejas novada pašvaldība', en: 'Ozolleja Municipality' },
  },
  {
    type: 'life-event',
    id: 'x-long-words',
    title: {
      lv: 'Daudzdzīvokļu dzīvojamo māju energoefektivitātes paaugstināšana un visnepretenciozākajiemneatkarīgajiempašvaldībiniekiem',
    },
    summary: {
      lv: 'Ko dzīvokļu īpašnieku kopībai nokārtot, pirms sākas siltināšanas līdzfinansējuma pieteikumu sagatavošana.',
    },
    needs: ['x-long', 'x-many', 'x-none'],
    changedAt: '2026-10-05T09:00:00Z',
  },
  {
    type: 'life-event',
    id: 'x-bare',
    title: { en: 'A visiting researcher' },
    changedAt: '2026-10-05T09:00:00Z',
  },
  need(
    'x-long',
    'Sagatavot dzīvokļu īpašnieku kopsapulces līdzfinansējuma pieprasīšanas pilnvarojumu',
    'Elektrokardiogrāfijasaparatūrasuzturēšanas izdevumus šajā gadījumā nesedz.',
  ),
  need('x-many', 'Saņemt visus saskaņojumus'),
  need('x-none', 'Izvēlēties būvuzraugu', 'Vēl neviena iestāde šādu pakalpojumu nav reģistrējusi.'),
  { ...hardServices[0]!, id: 'X-LONG-OF-NEED', needs: ['x-long'] },
  ...manyServices,
  { ...hardServices[5]!, id: 'X-OF-BARE', lifeEvents: ['x-bare'] },
];
