import { plural } from './formats.ts';
import { ru as everywhere } from './ru.ts';
import type { LifeEventsMessages } from './life-events-messages.ts';

export const ru: LifeEventsMessages = {
  ...everywhere,
  results: 'Жизненные ситуации',
  count: (total) =>
    `${total.toLocaleString('ru')} ${plural('ru', total, {
      one: 'жизненная ситуация',
      few: 'жизненные ситуации',
      other: 'жизненных ситуаций',
    })}`,
  services: (total) =>
    `${total.toLocaleString('ru')} ${plural('ru', total, {
      one: 'услуга',
      few: 'услуги',
      other: 'услуг',
    })}`,
};
