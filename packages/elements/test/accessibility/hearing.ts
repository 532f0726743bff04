/** What is heard: by a live region, by the tree that browsers tell, and after a page translator. */
import type { AccessibleNode } from '../browser.ts';
import { textOf } from '../page.ts';

/** Everything that a live region says from now on, in order. */
export function listen(region: HTMLElement): { said: string[]; stop(): void } {
  const said: string[] = [];
  const note = () => {
    const text = textOf(region);
    if (text !== said.at(-1)) said.push(text);
  };
  const observer = new MutationObserver(note);
  observer.observe(region, { childList: true, characterData: true, subtree: true });
  return { said, stop: () => observer.disconnect() };
}

/** What a page translator leaves behind: every text in two elements of its own. */
export function translate(root: ParentNode): void {
  const walker = document.createTreeWalker(root as Node, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (text.data.trim() && !text.parentElement?.closest('style, script')) texts.push(text);
  }
  for (const text of texts) {
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    outer.append(inner);
    text.replaceWith(outer);
    inner.textContent = `«${text.data}»`;
  }
}

/** All texts that can be seen, line by line. */
export function lines(root: ParentNode): string[] {
  return [...root.querySelectorAll('*')]
    .filter((element) => !element.matches('style, font, font *'))
    .filter((element) => element.checkVisibility())
    .filter((element) => ![...element.children].some((child) => !child.matches('font')))
    .map(textOf)
    .filter(Boolean);
}

/** Roles and names that are spoken, indented by depth. Plain texts and lists are left out. */
export function outline(node: AccessibleNode, depth = -1): string[] {
  const quiet =
    /^(generic|none|list|listitem|StaticText|InlineTextBox|paragraph|image|Legend|MenuListPopup|option|Iframe|RootWebArea|LabelText)$/;
  const isQuiet = quiet.test(node.role);
  // A status has no name; what it holds is what is said.
  const name = node.role === 'status' ? texts(node).join('') : (node.name ?? '');
  const own = isQuiet || depth < 0 ? [] : [`${'  '.repeat(depth)}${node.role} ${name}`.trimEnd()];
  const inner = isQuiet ? depth : depth + 1;
  return [...own, ...(node.children ?? []).flatMap((child) => outline(child, Math.max(inner, 0)))];
}

/** Everything that is said in words, piece by piece. */
export const texts = ({ role, name, children = [] }: AccessibleNode): string[] =>
  role === 'StaticText' ? [name ?? ''] : children.flatMap(texts);
