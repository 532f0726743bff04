/** Which services stand in which catalogue (the publication rules of the service register). */
import type { Profile, Service, ServiceKind, ServiceStatus } from '@pvp/contract';

/** Lists, not exclusions: a kind that a newer register adds is not public until it is named. */
const ANONYMOUS_KINDS: readonly ServiceKind[] = [
  'public-individual',
  'public-general',
  'inter-shared',
];
const LISTED_STATUSES: readonly ServiceStatus[] = ['active', 'suspended'];

type Classified = Pick<Service, 'kind' | 'recipients'>;

/** Whether anybody may read the description. `inter-restricted` is for certain institutions. */
export function anonymous(service: Pick<Service, 'kind'>): boolean {
  return ANONYMOUS_KINDS.includes(service.kind);
}

/** Whether lists show the service: merged and retired ones are found by their id alone. */
export function listed(service: Pick<Service, 'status'>): boolean {
  return LISTED_STATUSES.includes(service.status);
}

/**
 * Whether a catalogue of this profile shows the service. Services of general benefit stand in no
 * catalogue unless `general` asks for them.
 */
export function matchesProfile(
  service: Classified,
  profile: Profile | undefined,
  general = false,
): boolean {
  const { kind, recipients = [] } = service;
  if (!anonymous(service)) return false;
  if (kind === 'public-general') return general;
  switch (profile) {
    case undefined:
      return true;
    case 'residents':
      return (
        kind === 'public-individual' && (recipients.length === 0 || recipients.includes('resident'))
      );
    case 'businesses':
      return (
        kind === 'public-individual' &&
        (recipients.includes('business') || recipients.includes('association'))
      );
    case 'institutions':
      return kind === 'inter-shared';
  }
}
