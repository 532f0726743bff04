/** The attribute `offline`; what keeps the copy travels only where it is asked for. */
import { LiveSource, type ServiceSource } from '@pvp/sdk/source';
import type { CopyScope } from '../offline/offline-copy.ts';

/** Keeps a copy of what the element shows, for when the register cannot be asked. */
export function keepCopy(host: Element, source: ServiceSource, scope: CopyScope): void {
  if (!(source instanceof LiveSource)) return;
  source.stored = import('../offline/offline-copy.ts').then(
    ({ offlineCopy }) => offlineCopy(host, source, scope),
    // As a page without the attribute.
    () => undefined,
  );
}
