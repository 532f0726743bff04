import type { LocalizedString } from '@pvp/contract';
import { pickLanguage } from '@pvp/sdk/model';
import { nothing } from 'lit';

/** A text in the preferred language, with a mark where it is in another one than the labels. */
export type Localized = (text: LocalizedString | undefined) => {
  text: string;
  lang: string | typeof nothing;
};

export const localizedIn =
  (contentLang: string, labels: string): Localized =>
  (localized) => {
    const { text = '', lang = labels } = pickLanguage(localized, contentLang) ?? {};
    return { text, lang: lang === labels ? nothing : lang };
  };
