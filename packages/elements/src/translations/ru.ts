import type { CardTerm, TermUnit } from '@pvp/contract';
import { plural, priceSpan, span } from './formats.ts';
import type { Messages } from './messages.ts';

/** One, two to four, five and more; after “up to”: one, a fraction. */
const units: Record<TermUnit, [one: string, few: string, many: string, ofOne: string]> = {
  hour: ['час', 'часа', 'часов', 'часа'],
  'working-day': ['рабочий день', 'рабочих дня', 'рабочих дней', 'рабочего дня'],
  'calendar-day': ['календарный день', 'календарных дня', 'календарных дней', 'календарного дня'],
  week: ['неделя', 'недели', 'недель', 'недели'],
  month: ['месяц', 'месяца', 'месяцев', 'месяца'],
  year: ['год', 'года', 'лет', 'года'],
};

function term({ min, max, unit, description = '' }: CardTerm): string {
  const last = max ?? min;
  const forms = unit && units[unit];
  if (!forms || last === undefined) return description;
  const [one, few, many, ofOne] = forms;
  const amount = span('ru', min, last);
  if (min !== undefined && max !== undefined) {
    return `${amount} ${plural('ru', last, { one, few, many, other: ofOne })}`;
  }
  const limit = max === undefined ? 'Не менее' : 'До';
  return `${limit} ${amount} ${plural('ru', last, { one: ofOne, few: many, many, other: ofOne })}`;
}

export const ru: Messages = {
  lang: 'ru',
  loading: 'Загрузка…',
  suspended: 'Оказание услуги временно приостановлено.',
  machine: 'Машинный перевод',
  openFull: 'Посмотреть полное описание',
  recipients: {
    resident: 'Жителям',
    business: 'Предпринимателям',
    association: 'Обществам и фондам',
    institution: 'Учреждениям',
  },
  channels: {
    'e-service': 'Э-услуга',
    'e-form': 'Электронная форма',
    'specialised-system': 'Специализированная система',
    'mobile-app': 'Мобильное приложение',
    'e-address': 'Э-адрес',
    'e-mail': 'Электронная почта',
    post: 'Почта',
    phone: 'Телефон',
    video: 'Видеозвонок',
    'in-person': 'Лично',
    'one-stop-centre': 'Центр обслуживания клиентов',
    'home-visit': 'На дому',
  },
  cost: (cost) => {
    if (cost.kind === 'free') return 'Бесплатно';
    const price = priceSpan('ru', cost);
    if (cost.kind !== 'varies') return price || 'Плата указана в описании';
    return price
      ? `${price}, в зависимости от способа получения`
      : 'Плата зависит от способа получения';
  },
  term,
};
