import type { TroubleMessages } from './trouble-messages.ts';

export const troubleRu: TroubleMessages = {
  failed: 'Помощь сейчас не удаётся загрузить.',
  callInstead: 'Позвоните:',
  retry: 'Попробовать ещё раз',
  toRegister: 'Открыть Единый государственный реестр',
  requestFailed: 'Форму сейчас не удаётся загрузить. Попробуйте ещё раз или свяжитесь иначе.',
};
