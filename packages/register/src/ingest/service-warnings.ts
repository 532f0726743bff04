import type { Warning } from './findings.ts';
import { findDate } from './latvian-date.ts';

const LOOKS_LIKE_SUPPORT =
  /(?:lietotāju|tehnisk\p{L}*|informatīv\p{L}*) (?:atbalst|apmācīb)|palīdzības dienest|atbalsta dienest|^(?:konsultācij|konsultēšan|uzziņas|atbalsts lietotāj)|(?:user|technical) support|help ?desk/iu;
const CARE = /psiholo|jurid|jurist|ārst|sociāl|karjer|veselīb|medicīn/iu;
const LOOKS_LIKE_NO_SERVICE: readonly (readonly [RegExp, string])[] = [
  [
    /(?:politikas|normatīv\p{L}* akt\p{L}*|tiesību akt\p{L}*|noteikumu|likumprojekt\p{L}*|stratēģij\p{L}*) (?:projekt\p{L}* )?(?:izstrād|plānošan|sagatavošan)/iu,
    'drafting of policy or regulation',
  ],
  [
    /^uzraudzība|(?:darbības|nozares|ievērošanas) uzraudzība$|^kontrole(?:s|$)/iu,
    'supervision as such',
  ],
  [
    /sarakste ar|korespondenc|(?:fizisku|iedzīvotāju|personu) (?:iesniegumu|vēstuļu) izskatīšan|atbil\p{L}+ uz (?:iesniegumiem|vēstulēm)/iu,
    'correspondence with the public',
  ],
  [/metodisk\p{L}* (?:palīdz|atbalst|vadīb|konsult)/iu, 'methodological help'],
];
// "līdz" or "until" and a whole date: a notice of something that has ended.
const UNTIL = /(?<!\p{L})(?:līdz|until)\s+([^;\n]{0,24}?\d{4}[^;\n]{0,20})/giu;

/** What a title says about being no service of its own. */
export function natureWarnings(title: string, field = '/title'): Warning[] {
  const reason = (what: string) =>
    `The title ${JSON.stringify(title)} looks like ${what}, which is not a service.`;
  const kind = LOOKS_LIKE_NO_SERVICE.find(([pattern]) => pattern.test(title))?.[1];
  if (kind) return [{ code: 'looks-like-no-service', field, reason: reason(kind) }];
  if (LOOKS_LIKE_SUPPORT.test(title) && !CARE.test(title)) {
    return [
      {
        code: 'looks-like-support',
        field,
        reason: `The title ${JSON.stringify(title)} looks like support, which is part of every service and never one of its own.`,
      },
    ];
  }
  return [];
}

/** Notices in a text whose last day was more than a year before `at`. */
export function expiredNotices(text: string, field: string, at: string): Warning[] {
  const yearBefore = `${Number(at.slice(0, 4)) - 1}${at.slice(4, 10)}`;
  for (const [, until = ''] of text.matchAll(UNTIL)) {
    const date = findDate(until);
    if (date && date.day < yearBefore) {
      return [
        {
          code: 'expired-notice',
          field,
          reason: `The text speaks of a time that ended on ${date.day}.`,
        },
      ];
    }
  }
  return [];
}
