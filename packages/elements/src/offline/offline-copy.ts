/** The attribute `offline`: a part of its own, for pages that have it. */
import { keepOffline, offlineScope } from '@pvp/sdk/offline';
import type { LiveSource, StoredAnswers } from '@pvp/sdk/source';
import { warnOnce } from '../attributes/misuse.ts';

/** Keeps a copy of what the element shows. Where none can be kept, the webmaster reads why. */
export function offlineCopy(
  host: Element,
  live: LiveSource,
  { institution, lifeEvent }: { institution: readonly string[]; lifeEvent: readonly string[] },
): StoredAnswers | undefined {
  const scope = offlineScope(institution, lifeEvent);
  if (!scope) {
    warnOnce(
      host,
      'offline',
      'offline keeps a copy of one institution or one life-event: name it.',
    );
    return undefined;
  }
  return keepOffline(live, {
    scope,
    onRefused: ({ message }) => warnOnce(host, 'offline', `offline keeps no copy: ${message}.`),
  });
}
