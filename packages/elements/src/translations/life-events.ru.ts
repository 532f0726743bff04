import { plural, write } from './formats.ts';
import { ru as everywhere } from './ru.ts';
import type { LifeEventsMessages } from './life-events-messages.ts';

export const ru: LifeEventsMessages = {
  ...everywhere,
  results: 'Жизненные ситуации',
  count: (total) =>
    `${write('ru', total)} ${plural('ru', total, {
      one: 'жизненная ситуация',
      few: 'жизненные ситуации',
      other: 'жизненных ситуаций',
    })}`,
  services: (total) =>
    `${write('ru', total)} ${plural('ru', total, {
      one: 'услуга',
      few: 'услуги',
      other: 'услуг',
    })}`,
};
