import { plural } from '../../translations/formats.ts';
import type { SituationMessages } from './messages.ts';

export const en: SituationMessages = {
  all: 'All life events',
  back: 'Back to the life event',
  needs: 'What you may need',
  others: 'Other services for this life event',
  noServices: 'This catalogue has no service for this need.',
  showAll: (count) => `Show all (${count})`,
  institutions: (count) =>
    `Provided by ${count} ${plural('en', count, { one: 'institution', other: 'institutions' })}`,
  unknown: 'There is no such life event in the State Unified Register.',
  source: 'Source: State Unified Register',
  changed: (day) => `Changed in the register: ${day}`,
  partlyInLanguage: 'Part of the description is not available in this language and is in Latvian.',
  none: 'No life event has services here.',
};
