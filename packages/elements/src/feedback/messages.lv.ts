import type { FeedbackMessages } from './messages.ts';

export const feedbackLv: FeedbackMessages = {
  question: 'Vai šī informācija noderēja?',
  yes: 'Jā',
  no: 'Nē',
  thanks: 'Paldies!',
  suggestion: 'Ko varētu uzlabot? (neobligāti)',
  hint: 'Ieteikums ir anonīms, un uz to neatbildēsim. Nerakstiet personas datus.',
  send: 'Sūtīt ieteikumu',
  sent: 'Paldies, ieteikums nosūtīts.',
  tooLong: (most) => `Ieteikums ir par garu: drīkst būt ${most} rakstzīmes`,
  empty: 'Ierakstiet ieteikumu',
  failed: 'Nosūtīt neizdevās. Mēģiniet vēlreiz.',
};
