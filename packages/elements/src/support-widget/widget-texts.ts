/** What the button and the frame of the panel say, before anything is fetched. */
import type { Translations, UiLanguage } from '../translations/messages.ts';

export interface WidgetTexts {
  lang: UiLanguage;
  /** On the button, and the heading of the panel. */
  button: string;
  close: string;
  loading: string;
  /** The panel itself cannot be fetched. */
  failed: string;
}

const lv: WidgetTexts = {
  lang: 'lv',
  button: 'Palīdzība',
  close: 'Aizvērt',
  loading: 'Ielādē…',
  failed: 'Neizdodas ielādēt. Mēģiniet vēlreiz.',
};

const en: WidgetTexts = {
  lang: 'en',
  button: 'Help',
  close: 'Close',
  loading: 'Loading…',
  failed: 'Loading failed. Try again.',
};

const ru: WidgetTexts = {
  lang: 'ru',
  button: 'Помощь',
  close: 'Закрыть',
  loading: 'Загрузка…',
  failed: 'Не удалось. Попробуйте ещё раз.',
};

export const widgetTexts: Translations<WidgetTexts> = {
  lv,
  en: () => Promise.resolve(en),
  ru: () => Promise.resolve(ru),
};
