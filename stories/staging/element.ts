/** An element as a story shows it: its attributes from the controls, its data from a fixture. */
import type { ServiceSource } from '@pvp/sdk/source';

/** Values of controls, by attribute. */
export type Attributes = Readonly<Record<string, unknown>>;

type WithSource = HTMLElement & { source?: ServiceSource };

export interface ElementContent {
  source?: ServiceSource | undefined;
  /** What stands inside of the tag, in markup of this file's own. */
  inside?: string;
}

/** Names and values of the attributes that a page would write. */
function written(attributes: Attributes): [string, string][] {
  return Object.entries(attributes).flatMap(([name, value]): [string, string][] => {
    if (value === undefined || value === null || value === false || value === '') return [];
    if (value === true) return [[name, '']];
    // None of them is something else than not said: `facets=""` offers no filters.
    if (Array.isArray(value)) return [[name, value.join(' ')]];
    return [[name, String(value)]];
  });
}

export function element<T extends HTMLElement = HTMLElement>(
  tag: string,
  attributes: Attributes,
  { source, inside }: ElementContent = {},
): T {
  const made = document.createElement(tag) as WithSource;
  for (const [name, value] of written(attributes)) made.setAttribute(name, value);
  if (inside) {
    const parsed = new DOMParser().parseFromString(inside, 'text/html');
    made.append(...parsed.body.childNodes);
  }
  if (source) made.source = source;
  return made as unknown as T;
}

/** What a webmaster would paste to get the same, with a register in place of the fixture. */
export function snippet(tag: string, attributes: Attributes, inside = ''): string {
  const names = [['register', 'https://register.example'], ...written(attributes)].map(
    ([name, value]) => (value ? `${name}="${value}"` : name),
  );
  const open = [`<${tag}`, ...names].join(names.length > 3 ? '\n  ' : ' ');
  const end = names.length > 3 ? '\n>' : '>';
  return `${open}${end}${inside ? `\n  ${inside}\n` : ''}</${tag}>`;
}
