/** What a browser tells assistive technology, as lines that can be compared. */
import type { AccessibleNode } from '../browser.ts';

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
