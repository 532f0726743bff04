/** The hours of a place, day by day. */
import type { OpeningHours } from '@pvp/contract';
import { renderHours } from '../../../hours/hours.ts';
import { hoursStyles } from '../../../hours/hours.styles.ts';
import { weekTexts } from '../../../hours/week-texts.ts';
import { addStyles } from '../../../styles/add-styles.ts';
import type { UiLanguage } from '../../../translations/messages.ts';
import type { Drawing, PanelHost } from '../drawing.ts';

export async function prepareWeek(host: PanelHost, lang: UiLanguage): Promise<void> {
  await weekTexts.prepare(lang);
  addStyles(host, hoursStyles);
}

export const renderWeek = (drawing: Drawing, hours: OpeningHours | undefined): unknown =>
  renderHours({ ...drawing, text: { ...drawing.text, ...weekTexts.of(drawing.lang) } }, hours);
