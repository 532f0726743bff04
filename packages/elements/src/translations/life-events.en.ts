import { plural, write } from './formats.ts';
import { en as everywhere } from './en.ts';
import type { LifeEventsMessages } from './life-events-messages.ts';

export const en: LifeEventsMessages = {
  ...everywhere,
  results: 'Life events',
  count: (total) =>
    `${write('en', total)} ${plural('en', total, { one: 'life event', other: 'life events' })}`,
  services: (total) =>
    `${write('en', total)} ${plural('en', total, { one: 'service', other: 'services' })}`,
};
