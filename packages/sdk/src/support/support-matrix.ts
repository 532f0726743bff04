import type { SupportPlaceKind, SupportWay } from '@pvp/contract';

/** Where a place is, and which levels it serves. A level that is not named is never served there. */
export interface PlaceRule {
  way: SupportWay;
  levels: Readonly<Record<string, 'main' | 'secondary'>>;
}

/** A place that is not named serves nothing. */
export type SupportMatrix = Readonly<Partial<Record<SupportPlaceKind, PlaceRule>>>;

/**
 * Which place serves which level. The guideline was scanned and lost marks, so this is a reading of
 * it, and a register may be given another one.
 */
export const SUPPORT_MATRIX: SupportMatrix = {
  'self-service-site': { way: 'remote', levels: { 0: 'main' } },
  'request-system': { way: 'remote', levels: { 0: 'main' } },
  'specialised-system': { way: 'remote', levels: { 0: 'main' } },
  'mobile-app': { way: 'remote', levels: { 0: 'main' } },
  'vpp-pd': { way: 'remote', levels: { 1: 'main' } },
  'institution-help-desk': { way: 'remote', levels: { 1: 'secondary', 2: 'main' } },
  'institution-remote': { way: 'remote', levels: { 1: 'secondary', 2: 'main' } },
  'one-stop-centre': { way: 'in-person', levels: { 1: 'main' } },
  'customer-centre': { way: 'in-person', levels: { 1: 'secondary', 2: 'main' } },
  'institution-in-person': { way: 'in-person', levels: { 1: 'secondary', 2: 'main' } },
};
