import type { ServiceList } from '@pvp/contract';
import { NearbyIndex, type Extent } from '@pvp/sdk/nearby';
import type { ServiceListQuery } from '@pvp/sdk/query';
import type { Vocabulary } from '@pvp/sdk/search';
import type { LiveSource } from '@pvp/sdk/source';
import type { Scope } from '../catalogue-filters.ts';
import { WorkerIndex } from './worker-index.ts';

/** An index at hand, on the page's own thread or beside it. */
export interface Nearby {
  readonly extent: Extent | undefined;
  readonly fetchedAt: string;
  readonly words: Vocabulary | undefined;
  grow(extent: Extent): Promise<void>;
  renew(): Promise<void>;
  learn(cards: ServiceList['items']): void;
  /** An answer at once; `undefined`: there is none, or it takes a moment. */
  peek(query: ServiceListQuery): ServiceList | undefined;
  /** An answer after a moment. */
  ask?(query: ServiceListQuery): Promise<ServiceList | undefined>;
}

class OwnThread extends NearbyIndex implements Nearby {
  peek(query: ServiceListQuery): ServiceList | undefined {
    return this.list(query);
  }
}

/** Indexes of a page, by source and scope: elements share them. */
const indexes = new WeakMap<LiveSource, Map<string, Nearby>>();

/** The index that answers everything a page with these attributes asks for. */
export function scopeOf({ institution }: Scope): string {
  return institution.length === 1 ? `institution/${institution[0]}` : 'all';
}

export function nearbyOf(source: LiveSource, scope: string, inWorker: boolean): Nearby {
  const ofSource = indexes.get(source) ?? new Map<string, Nearby>();
  indexes.set(source, ofSource);
  const key = `${scope} ${inWorker}`;
  let nearby = ofSource.get(key);
  if (!nearby) {
    const { register, settings } = source;
    const own = new OwnThread({ register, scope, settings });
    nearby = inWorker ? new WorkerIndex({ register, scope }, own) : own;
    ofSource.set(key, nearby);
  }
  return nearby;
}
