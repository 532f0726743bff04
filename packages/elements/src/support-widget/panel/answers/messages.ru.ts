import { plural } from '../../../translations/formats.ts';
import type { AnswersMessages } from './messages.ts';

export const answersRu: AnswersMessages = {
  found: (count) =>
    plural('ru', count, {
      one: `Найден ${count} ответ`,
      few: `Найдено ${count} ответа`,
      other: `Найдено ${count} ответов`,
    }),
  none: 'Готового ответа на этот вопрос нет. Спросите человека.',
  nobodyAsked: 'Здесь пока нет частых вопросов.',
  askInWriting: 'Задать этот вопрос письменно',
  whole: 'Полный ответ',
  source: 'Источник',
  knowledgeBase: 'База знаний',
  description: 'Описание услуги',
  section: {
    summary: 'Что это',
    cost: 'Плата',
    term: 'Срок исполнения',
    documents: 'Документы',
    steps: 'Порядок',
    channels: 'Где и как получить',
    result: 'Результат',
    appeal: 'Обжалование',
    notes: 'Важно',
  },
};
