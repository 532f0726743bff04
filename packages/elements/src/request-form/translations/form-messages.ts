/** Texts of the request form. */
import type { Translations, UiLanguage } from '../../translations/messages.ts';
import { formLv } from './form.lv.ts';

/** Why a field cannot be used. */
export type Fault =
  | 'kind'
  | 'text'
  | 'line-too-long'
  | 'required'
  | 'number'
  | 'date'
  | 'email'
  | 'phone'
  | 'name'
  | 'refused';

export interface FormMessages {
  lang: UiLanguage;
  loading: string;
  /** The form cannot be had now. */
  failed: string;
  notOffered: string;
  retry: string;
  step(at: number, of: number): string;
  back: string;
  next: string;
  optional(label: string): string;
  to: string;
  about: string;
  errors: { title: string } & Record<Fault, string> & {
      tooLong(most: number): string;
      trap: string;
      other: string;
      alreadySent: string;
    };
  kind: { title: string };
  details: {
    text: Record<
      'question' | 'service' | 'incident' | 'complaint' | 'suggestion' | 'other',
      string
    >;
    /** Before the limit is near: what not to write. */
    hint: string;
    left(count: number): string;
    over(count: number): string;
    files: string;
    /** On the button: browsers name theirs in their own language. */
    chooseFiles: string;
    filesHint(options: { count: number; size: string; types: string }): string;
    filesAtOnce: string;
    uploading: string;
    uploaded: string;
    /** The register could not be reached; it goes with the request. */
    uploadLater: string;
    remove(name: string): string;
    removed(name: string): string;
    added(name: string): string;
    tooLarge(name: string, size: string): string;
    tooMany(most: number): string;
    wrongType(name: string): string;
    yes: string;
    no: string;
    none: string;
  };
  contact: {
    title: string;
    lead: string;
    name: string;
    email: string;
    phone: string;
    hint: string;
    notKept: string;
  };
  check: {
    title: string;
    kind: string;
    files: string;
    noFiles: string;
    contact: string;
    noContact: string;
    change(what: string): string;
    privacy: string;
    more: string;
    send: string;
  };
  sending: { title: string; text: string };
  waiting: {
    title: string;
    text: string;
    unsaved: string;
    busy(minutes: number): string;
    inDoubt: string;
    sendNow: string;
    correct: string;
    discard: string;
  };
  sent: {
    title: string;
    number: string;
    secret: string;
    keep: string;
    copy: string;
    copied: string;
    copyFailed: string;
    /** What is put on the clipboard. */
    clipboard(number: string, secret: string): string;
    next: string;
    stays(days: number): string;
    forget: string;
    forgotten: string;
    show: string;
    another: string;
    close: string;
  };
  draft: {
    kept: string;
    unkept: string;
    restored: string;
    discard: string;
    discarded: string;
  };
  kept: {
    title: string;
    waits: string;
    refused: string;
    sent(number: string): string;
    open: string;
  };
}

export const formMessages: Translations<FormMessages> = {
  lv: formLv,
  en: async () => (await import('./form.en.ts')).formEn,
  ru: async () => (await import('./form.ru.ts')).formRu,
};
