/** Which parts of a description apply to whom. */
import type { AppliesTo, Recipient, Service } from '@pvp/contract';

/** What a visitor has said of herself. Nothing said: everything is shown. */
export interface Answers {
  recipient?: Recipient | undefined;
  /** Ids of the situations that apply; empty: none does; absent: not said. */
  situations?: readonly string[] | undefined;
}

export const noAnswers: Answers = {};

/** Parts of a description that can hold for some people only. */
const PARTS = ['channels', 'costs', 'terms', 'steps', 'documents', 'sections'] as const;

/** What a description differs by, as far as its parts say so. */
export interface Differences {
  recipients: readonly Recipient[];
  situations: readonly { id: string; title: Record<string, string> }[];
}

export function differencesOf(service: Service): Differences {
  const marks = marksOf(service);
  const recipients = new Set(marks.flatMap((mark) => mark.recipients ?? []));
  const situations = new Set(marks.flatMap((mark) => mark.situations ?? []));
  // Whoever may receive the service is an answer too, where a part is for others alone.
  const asked = service.recipients?.length ? service.recipients : [...recipients];
  return {
    recipients: recipients.size && asked.length > 1 ? asked : [],
    situations: (service.situations ?? []).filter(({ id }) => situations.has(id)),
  };
}

export function isAnswered({ recipient, situations }: Answers): boolean {
  return recipient !== undefined || situations !== undefined;
}

/** The description without the parts that do not apply, and how many these are. */
export function applicable(
  service: Service,
  answers: Answers,
): { service: Service; hidden: number } {
  if (!isAnswered(answers)) return { service, hidden: 0 };
  const shown: Service = { ...service };
  let hidden = 0;
  const keep = <T extends { appliesTo?: AppliesTo }>(parts: T[] | undefined): T[] | undefined => {
    const kept = parts?.filter(({ appliesTo }) => applies(appliesTo, answers));
    hidden += (parts?.length ?? 0) - (kept?.length ?? 0);
    return kept;
  };
  for (const name of PARTS)
    Object.assign(shown, { [name]: keep<{ appliesTo?: AppliesTo }>(service[name]) });
  return { service: shown, hidden };
}

function applies({ recipients, situations }: AppliesTo = {}, answers: Answers): boolean {
  if (recipients?.length && answers.recipient && !recipients.includes(answers.recipient)) {
    return false;
  }
  return !(
    situations?.length &&
    answers.situations &&
    !situations.some((id) => answers.situations!.includes(id))
  );
}

function marksOf(service: Service): AppliesTo[] {
  return PARTS.flatMap((name) =>
    ((service[name] ?? []) as { appliesTo?: AppliesTo }[]).flatMap(
      ({ appliesTo }) => appliesTo ?? [],
    ),
  );
}
