import type { FeedbackMessages } from './messages.ts';

export const feedbackEn: FeedbackMessages = {
  question: 'Was this information useful?',
  yes: 'Yes',
  no: 'No',
  thanks: 'Thank you!',
  suggestion: 'What could be better? (optional)',
  hint: 'The suggestion is anonymous and will not be answered. Leave out personal data.',
  send: 'Send the suggestion',
  sent: 'Thank you, the suggestion has been sent.',
  tooLong: (most) => `The suggestion is too long: it may have ${most} characters`,
  empty: 'Enter a suggestion',
  failed: 'It could not be sent. Try again.',
};
