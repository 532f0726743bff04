import type { Organization, OrganizationKind } from '@pvp/contract';
import { slug } from '../slug.ts';

const BY_NAME: readonly (readonly [RegExp, OrganizationKind])[] = [
  [/^(?:VAS|valsts akciju sabiedrība|SIA|AS) |valsts kapitālsabiedrība/iu, 'state-company'],
  [/ministrija/iu, 'ministry'],
  [/nodaļa|departament|pārvalde|dienesta nodaļa|bāriņtiesa/iu, 'department'],
  [/pašvaldība|novada dome|pilsētas dome/iu, 'municipality'],
  [/aģentūra|valsts .*(?:dienests|inspekcija|pārvalde|birojs)/iu, 'agency'],
];

/** The id that an institution gets where it is known by its name alone. */
export function organizationIdFor(name: string): string {
  return `org-${slug(name)}`;
}

/** An organization of which a page told no more than the name and the sort of institution. */
export function organizationFromName(id: string, name: string, sort: string): Organization {
  return { type: 'organization', id, title: { lv: name }, kind: kindOf(name, sort) };
}

function kindOf(name: string, sort: string): OrganizationKind {
  const byName = BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
  if (byName) return byName;
  if (/kapitālsabiedrība/iu.test(sort)) return 'state-company';
  if (/^valsts/iu.test(sort)) return 'agency';
  return /pašvaldīb/iu.test(sort) ? 'department' : 'other';
}
