import { plural, write } from './formats.ts';
import { lv as everywhere } from './lv.ts';
import type { LifeEventsMessages } from './life-events-messages.ts';

export const lv: LifeEventsMessages = {
  ...everywhere,
  results: 'Dzīves situācijas',
  count: (total) =>
    `${write('lv', total)} ${plural('lv', total, {
      zero: 'dzīves situāciju',
      one: 'dzīves situācija',
      other: 'dzīves situācijas',
    })}`,
  services: (total) =>
    `${write('lv', total)} ${plural('lv', total, {
      zero: 'pakalpojumu',
      one: 'pakalpojums',
      other: 'pakalpojumi',
    })}`,
};
