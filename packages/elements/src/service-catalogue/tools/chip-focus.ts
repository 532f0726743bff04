import type { CatalogueFocus } from '../catalogue-focus.ts';

/** To the chip that stands where another one was; without chips to the field. */
export function goToChip(focus: CatalogueFocus, at: number): void {
  focus.goTo(() => {
    const chips = focus.all('.chip');
    return chips[at] ?? chips.at(-1) ?? focus.all('input')[0];
  });
}
