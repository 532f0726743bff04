/** What a form has to know before it is shown: what can be asked, and whom. */
import type { LocalizedString, RequestKindList } from '@pvp/contract';
import { RegisterClient } from '@pvp/sdk/client';
import type { KeptRequest, RequestClient, RequestSubject } from '@pvp/sdk/requests';
import type { ServiceSource } from '@pvp/sdk/source';

export interface Subject extends Pick<RequestSubject, 'service' | 'institution' | 'profile'> {
  source: ServiceSource;
}

export interface LoadedForm {
  form: RequestKindList;
  /** Id of whoever is asked. */
  institution: string | undefined;
  institutionTitle?: LocalizedString | undefined;
  service?: string | undefined;
  serviceTitle?: LocalizedString | undefined;
}

/**
 * @param draft What was offered when it was begun stands in without a network.
 * @throws where neither the register nor a draft tells it.
 */
export async function loadForm(
  client: RequestClient,
  { source, service: serviceId, institution: institutionId, profile }: Subject,
  draft: Pick<KeptRequest, 'form' | 'institution'> | undefined,
  signal: AbortSignal,
): Promise<LoadedForm> {
  const subject = { service: serviceId, institution: institutionId, profile };
  const [form, service] = await Promise.all([
    client.listKinds(subject, signal).catch((error: unknown) => {
      if (draft?.form) return draft.form;
      throw error;
    }),
    serviceId === undefined
      ? undefined
      : source.loadService(serviceId, { signal }).then(
          ({ data }) => data,
          () => undefined,
        ),
  ]);
  const institution =
    institutionId ?? service?.holder ?? service?.providers?.[0] ?? draft?.institution;
  const named =
    institution === undefined
      ? undefined
      : (service?.derived?.objects?.[`organization/${institution}`]?.title ??
        (await titleOf(source, institution, signal)));
  return {
    form,
    institution,
    institutionTitle: named,
    service: serviceId,
    serviceTitle: service?.title,
  };
}

/** A name is an addition: without one the form works all the same. */
async function titleOf(
  source: ServiceSource,
  institution: string,
  signal: AbortSignal,
): Promise<LocalizedString | undefined> {
  try {
    const client = new RegisterClient({ register: source.register });
    return (await client.getOrganization(institution, { signal })).title;
  } catch {
    return undefined;
  }
}
