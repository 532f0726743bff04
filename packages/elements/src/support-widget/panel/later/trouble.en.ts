import type { TroubleMessages } from './trouble-messages.ts';

export const troubleEn: TroubleMessages = {
  failed: 'Help cannot be loaded at the moment.',
  callInstead: 'Call:',
  retry: 'Try again',
  toRegister: 'Open the State Unified Register',
  requestFailed: 'The form cannot be loaded at the moment. Try again, or get in touch otherwise.',
};
