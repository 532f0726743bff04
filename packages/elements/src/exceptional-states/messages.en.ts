import type { ExceptionalMessages } from './messages.ts';

export const en: ExceptionalMessages = {
  retry: 'Try again',
  toRegister: 'Open the State Unified Register',
  failed: 'Information about services cannot be loaded at the moment. Please try again later.',
  notFound: 'There is no such service in the State Unified Register.',
  gone: 'This service is no longer provided.',
  successor: 'Use this service instead:',
  merged: (title) =>
    title
      ? `The service “${title}” has been merged into this one.`
      : 'The service that you looked for has been merged into this one.',
  notInLanguage: (shown) => `Not available in this language; the text is in ${shown}.`,
  languages: { lv: 'Latvian', en: 'English', ru: 'Russian' },
  stale: (at) => `Information as of ${at}; the register is not responding at the moment.`,
  offline: (at) => `There is no internet connection. Information as of ${at}.`,
  outage: {
    outage: 'The service is currently unavailable because of technical problems.',
    degraded: 'The service may not work as usual.',
    maintenance: 'Planned maintenance is in progress.',
  },
};
