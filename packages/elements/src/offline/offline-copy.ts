/** The attribute `offline`: a part of its own, for pages that have it. */
import { keepOffline, offlineScope } from '@pvp/sdk/offline';
import type { LiveSource, StoredAnswers } from '@pvp/sdk/source';
import { warnOnce } from '../attributes/misuse.ts';

export interface CopyScope {
  institution: readonly string[];
  /** Absent: the element cannot be fed by a copy of one life event. */
  lifeEvent?: readonly string[];
}

/** Keeps a copy of what the element shows. Where none can be kept, the webmaster reads why. */
export function offlineCopy(
  host: Element,
  live: LiveSource,
  { institution, lifeEvent }: CopyScope,
): StoredAnswers | undefined {
  const scope = offlineScope(institution, lifeEvent ?? []);
  if (!scope) {
    warnOnce(
      host,
      'offline',
      `offline keeps a copy of one institution${lifeEvent ? ' or one life-event' : ''}: name it.`,
    );
    return undefined;
  }
  return keepOffline(live, {
    scope,
    onRefused: ({ message }) => warnOnce(host, 'offline', `offline keeps no copy: ${message}.`),
  });
}
