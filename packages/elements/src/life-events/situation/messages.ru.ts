import { plural } from '../../translations/formats.ts';
import type { SituationMessages } from './messages.ts';

export const ru: SituationMessages = {
  all: 'Все жизненные ситуации',
  back: 'Назад к жизненной ситуации',
  needs: 'Что вам может понадобиться',
  others: 'Другие услуги в этой ситуации',
  noServices: 'В этом каталоге услуги для такой потребности нет.',
  showAll: (count) => `Показать все (${count})`,
  institutions: (count) =>
    plural('ru', count, {
      one: `Оказывает ${count} учреждение`,
      few: `Оказывают ${count} учреждения`,
      other: `Оказывают ${count} учреждений`,
    }),
  unknown: 'Такой жизненной ситуации в Едином государственном реестре нет.',
  source: 'Источник данных: Единый государственный реестр',
  changed: (day) => `Изменено в реестре: ${day}`,
  partlyInLanguage: 'Часть описания на этом языке недоступна и дана на латышском.',
  none: 'Ни для одной жизненной ситуации услуг здесь нет.',
};
