/** What the tests of the support widget do with it. */
import '../../src/define/pvp-support-widget.ts';
import type { PvpSupportWidget } from '../../src/support-widget/support-widget.ts';
import { all, find, place, textOf, until } from '../page.ts';

export function placeWidget(register: string, attributes: string, inside = ''): PvpSupportWidget {
  const main = place(
    `<main><h1>Lapa</h1><a id="before" href="#before">Before</a><pvp-support-widget register="${register}" ${attributes}>${inside}</pvp-support-widget><a id="after" href="#after">After</a></main>`,
  );
  return main.querySelector('pvp-support-widget')!;
}

export const steps = (widget: Element): string[] => all(widget, '.step-title').map(textOf);

export const helped = (widget: Element): Promise<unknown> =>
  until('help', () => find(widget, '[data-step=duties]'));

export async function openWidget(widget: Element): Promise<void> {
  (await until('the button', () => find(widget, '.launch'))).click();
  await helped(widget);
}

export async function askWidget(widget: Element, question: string): Promise<string[]> {
  find<HTMLInputElement>(widget, '#question')!.value = question;
  find<HTMLFormElement>(widget, 'form.ask')!.requestSubmit();
  await until('an answer', () => find(widget, '.answers > ul .answer, .answers > .nothing'));
  return all(widget, '.answers > ul .answer').map(textOf);
}
