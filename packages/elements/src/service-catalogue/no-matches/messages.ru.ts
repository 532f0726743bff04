import { plural } from '../../translations/formats.ts';
import type { NoMatchesMessages } from './messages.ts';

const services = (count: number) =>
  plural('ru', count, { one: `${count} услуга`, few: `${count} услуги`, other: `${count} услуг` });

export const ru: NoMatchesMessages = {
  title: 'Ни одной услуги не найдено',
  advice: {
    words: 'Проверьте написание или попробуйте другое слово.',
    filters: 'Уберите какой-нибудь фильтр.',
    both: 'Проверьте написание, попробуйте другое слово или уберите какой-нибудь фильтр.',
  },
  clearAll: 'Сбросить все',
  withoutFilters: (count) => `Искать без фильтров (${services(count)})`,
  meant: (q) => `Возможно, вы имели в виду «${q}»?`,
  nearest: 'Возможно, пригодится одна из этих услуг',
  everywhere: (count) => `Во всём реестре по этим словам: ${services(count)}`,
  toRegister: 'Открыть Единый государственный реестр',
  ask: 'Получить помощь',
  help: 'Не нашли нужное? Спросите:',
};
