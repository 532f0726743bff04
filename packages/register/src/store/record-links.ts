import type { ORGANIZATION_RELS } from './queries/records.ts';

type Rel = (typeof ORGANIZATION_RELS)[number];

/** Fields that name organizations, and the role in which they do. */
const FIELDS: Readonly<Record<string, Rel>> = {
  holder: 'holder',
  providers: 'provider',
  organization: 'organization',
  institutions: 'institution',
  institution: 'institution',
};

/** The organizations that a record belongs to, each role and target once. */
export function organizationLinks(publicText: string): { rel: Rel; target: string }[] {
  const record = JSON.parse(publicText) as Record<string, unknown>;
  return Object.entries(FIELDS).flatMap(([field, rel]) => {
    const value = record[field];
    // A kind that the contract does not know may mean anything by these names.
    const targets = [value].flat().filter((target) => typeof target === 'string');
    return [...new Set(targets)].map((target) => ({ rel, target }));
  });
}
