import type { Recipient } from '@pvp/contract';
import { RECIPIENTS } from '@pvp/contract';

/** Words of the platform's own list, and of pages that write freely. */
const WORDS: readonly (readonly [RegExp, readonly Recipient[]])[] = [
  [/jebkura (?:fiziska vai juridiska )?persona|any person/iu, RECIPIENTS],
  [
    /fizisk\p{L}* (?:un|vai) juridisk\p{L}* person|juridisk\p{L}* (?:un|vai) fizisk\p{L}* person/iu,
    ['resident', 'business', 'association'],
  ],
  [/fizisk\p{L}* person|iedzīvotāj|natural person|resident/iu, ['resident']],
  [/privāto tiesību (?:juridisk|subjekt)/iu, ['business', 'association']],
  [
    /publisk\p{L}* tiesību juridisk|iestād(?:e|es|ēm)(?!\p{L})|pašvaldīb(?:a|as|ām)(?!\p{L})/iu,
    ['institution'],
  ],
  [/(?<!tiesību )juridisk\p{L}* person|legal (?:person|entit)/iu, ['business', 'association']],
  [/saimniecisk\p{L}* darbīb|uzņēm|komersant|business/iu, ['business']],
  [/biedrīb|nodibinājum|association/iu, ['association']],
];

/** Texts that the list of recipients says in full, so that no note needs to repeat them. */
const SAID_IN_FULL =
  /^(?:(?:jebkura|fiziska|juridiska|privāto tiesību juridiska|publisko tiesību juridiska|fiziska vai juridiska|juridiska vai fiziska) persona|iedzīvotājs|uzņēmējs)\.?$/iu;

/** Recipients that a text names, in the order of the contract's list. */
export function readRecipients(text: string): Recipient[] {
  const named = new Set(
    WORDS.filter(([pattern]) => pattern.test(text)).flatMap(([, found]) => found),
  );
  return RECIPIENTS.filter((recipient) => named.has(recipient));
}

/** Whether a text says more than the list of recipients does. */
export function needsRecipientNote(text: string): boolean {
  const values = text.split('\n').map((value) => value.trim());
  return !values.every((value) => value === '' || SAID_IN_FULL.test(value));
}
