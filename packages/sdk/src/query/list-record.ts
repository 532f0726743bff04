/** Reduces records to what lists, facets and search need of them: the records of a search index. */
import type { RecordBase, Service } from '@pvp/contract';
import { isInWords } from '../model/card-cost.ts';
import type { LinkedObject } from './linked-objects.ts';

/** What is read of a service: by `CatalogueIndex`, and to follow ids to the description behind. */
const SERVICE_FIELDS = [
  'type',
  'id',
  'aliases',
  'kind',
  'status',
  'statusNote',
  'title',
  'alternativeTitles',
  'keywords',
  'summary',
  'recipients',
  'terms',
  'holder',
  'providers',
  'needs',
  'lifeEvents',
  'groups',
  'template',
  'successor',
  'changedAt',
  'hash',
] as const satisfies readonly (keyof Service)[];

/** What is read of other objects; a field that `LinkedObject` gets has to be named here too. */
const OBJECT_FIELDS: Readonly<Record<keyof LinkedObject | 'mergedInto' | 'homepage', true>> = {
  type: true,
  id: true,
  aliases: true,
  title: true,
  summary: true,
  registrationNumber: true,
  territory: true,
  needs: true,
  mergedInto: true,
  homepage: true,
};

/** Stands for any words. */
const IN_WORDS = { lv: '✓' };

/** Kinds that lists, or the ways to a description, name. Others are in no search index. */
const OBJECT_KINDS: ReadonlySet<string> = new Set([
  'organization',
  'life-event',
  'need',
  'service-group',
  'service-template',
  'work-item',
]);

/**
 * The record without what no list, facet or search reads; `undefined`: nothing of it is read. An
 * index that is filled with these gives the same lists as one that is filled with the records.
 */
export function listRecordOf(record: RecordBase): RecordBase | undefined {
  if (record.type === 'service') return listService(record as Service);
  if (!OBJECT_KINDS.has(record.type)) return undefined;
  return picked(record, Object.keys(OBJECT_FIELDS));
}

function listService(service: Service): RecordBase {
  const { channels, costs, languages } = service;
  const machine = languages?.filter((mark) => mark.machine);
  return {
    ...picked(service, SERVICE_FIELDS),
    ...(channels && { channels: channels.map(({ kind }) => ({ kind })) }),
    ...(costs && {
      costs: costs.map((cost) => ({
        ...picked(cost, ['value', 'max', 'currency', 'channel']),
        // That there are words is read; the words are not.
        ...(isInWords(cost) && { description: IN_WORDS }),
      })),
    }),
    ...(machine?.length && { languages: machine.map(({ lang }) => ({ lang, machine: true })) }),
  } as RecordBase;
}

function picked(record: object, fields: readonly string[]): RecordBase {
  return Object.fromEntries(
    Object.entries(record).filter(([name]) => fields.includes(name)),
  ) as RecordBase;
}
