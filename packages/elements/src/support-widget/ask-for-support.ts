import { tell, type SupportSubject, type SupportWantedDetail } from '../events.ts';

/**
 * Asks the support widget of the page for help.
 *
 * @returns False where there is none, or it does not take it: the caller goes another way.
 */
export function askForSupport(host: Element, subject: SupportSubject): boolean {
  return !tell<SupportWantedDetail>(host, 'pvp-support-wanted', subject, true);
}

/** Whether the page has a widget that would hear. */
export const hasSupportWidget = (): boolean =>
  document.querySelector('pvp-support-widget') !== null;
