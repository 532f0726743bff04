import { plural } from '../../../translations/formats.ts';
import type { AnswersMessages } from './messages.ts';

export const answersEn: AnswersMessages = {
  found: (count) =>
    plural('en', count, { one: `${count} answer found`, other: `${count} answers found` }),
  none: 'There is no ready answer to this question. Ask a person.',
  nobodyAsked: 'There are no questions that are often asked here yet.',
  askInWriting: 'Ask this question in writing',
  whole: 'The whole answer',
  source: 'Source',
  knowledgeBase: 'Knowledge base',
  description: 'Description of the service',
  section: {
    summary: 'What it is',
    cost: 'Cost',
    term: 'How long it takes',
    documents: 'Documents',
    steps: 'How it goes',
    channels: 'Where and how',
    result: 'Result',
    appeal: 'Appeal',
    notes: 'Important',
  },
};
