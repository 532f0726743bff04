/** The register's contents as support and answers are worked out from them. */
import type { LocalizedString, SupportPlace } from '@pvp/contract';
import type { SupportContents } from '@pvp/sdk/support';
import type { RegisterContents } from '../read-model/contents.ts';

export function supportContents(contents: RegisterContents): SupportContents {
  return {
    places: contents.sorted('support-place').map(({ record }) => record as unknown as SupportPlace),
    idOf: (kind, name) => contents.resolve(kind, name)?.id,
    titleOf: (kind, id) => contents.get(kind, id)?.record['title'] as LocalizedString | undefined,
    homepageOf: (id) => contents.get('organization', id)?.record['homepage'] as string | undefined,
    lifeEventsOf: (service) => contents.lifeEventsOf(service),
  };
}
