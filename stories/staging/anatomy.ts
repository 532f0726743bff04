/** Numbers on the parts of an element, and what the manifest says of each. */
import { declarationOf } from './arg-types.ts';
import './anatomy.css';

export function anatomy(tag: string, element: HTMLElement): HTMLElement {
  const figure = document.createElement('div');
  figure.className = 'anatomy';
  const board = document.createElement('div');
  board.className = 'board';
  board.append(element);
  const legend = document.createElement('ol');
  legend.className = 'legend';
  figure.append(board, legend);

  const parts = declarationOf(tag).cssParts ?? [];
  const draw = () => {
    for (const mark of board.querySelectorAll('[data-mark]')) mark.remove();
    const origin = board.getBoundingClientRect();
    const shown = parts.flatMap((part) => {
      const found = element.shadowRoot?.querySelector(`[part~="${part.name}"]`);
      const box = found?.checkVisibility() ? found.getBoundingClientRect() : undefined;
      return box?.width && box.height ? [{ ...part, box }] : [];
    });
    legend.replaceChildren(
      ...shown.map(({ name, description }) => {
        const item = document.createElement('li');
        const code = document.createElement('code');
        code.textContent = `::part(${name})`;
        item.append(code, ` ${description ?? ''}`);
        return item;
      }),
    );
    board.append(
      ...shown.map(({ box }, index) => {
        const mark = document.createElement('span');
        mark.dataset['mark'] = String(index + 1);
        mark.setAttribute('aria-hidden', 'true');
        mark.style.inset = `${box.top - origin.top}px auto auto ${box.left - origin.left}px`;
        mark.style.width = `${box.width}px`;
        mark.style.height = `${box.height}px`;
        mark.style.setProperty('--aside', String(aside(shown, index)));
        return mark;
      }),
    );
  };
  // Whenever the element has another size: after its data, its lazy parts, a turn of the screen.
  new ResizeObserver(draw).observe(element);
  return figure;
}

/** How many of the numbers before this one have their place at the same corner. */
function aside(parts: readonly { box: DOMRect }[], index: number): number {
  const { top, left } = parts[index]!.box;
  return parts
    .slice(0, index)
    .filter(({ box }) => Math.abs(box.top - top) < 20 && Math.abs(box.left - left) < 20).length;
}
