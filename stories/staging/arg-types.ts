/** Controls and tables of Storybook, from the manifest of the elements. */
import type { ArgTypes } from '@storybook/web-components-vite';
import manifest from '@pvp/elements/custom-elements.json';

type ArgType = ArgTypes[string];

interface Described {
  name: string;
  description?: string;
  default?: string;
  type?: { text: string };
}

/** What stories read of an element's declaration. */
export interface ElementDeclaration {
  tagName: string;
  description: string;
  attributes?: Described[];
  events?: Described[];
  slots?: Described[];
  cssStates?: Described[];
  cssParts?: Described[];
  cssProperties?: Described[];
}

/** @throws Error where the manifest knows no such element; then `npm run generate` is due. */
export function declarationOf(tag: string): ElementDeclaration {
  // The type of so much JSON is more than a compiler can compare.
  const { modules } = manifest as unknown as { modules: { declarations: ElementDeclaration[] }[] };
  const all = modules.flatMap(({ declarations }) => declarations);
  const found = all.find(({ tagName }) => tagName === tag);
  if (!found) throw new Error(`custom-elements.json has no <${tag}>; run "npm run generate".`);
  return found;
}

/** A control that fits the type of an attribute; a union of words becomes a choice. */
function controlOf(type: string | undefined): Pick<ArgType, 'control' | 'options'> {
  const options = type?.match(/'[^']+'/g)?.map((word) => word.slice(1, -1));
  if (options?.length) return { control: 'select', options: [undefined, ...options] };
  if (type === 'boolean') return { control: 'boolean' };
  return { control: type === 'number' ? 'number' : 'text' };
}

function rows(category: string, items: readonly Described[] | undefined, shape: string): ArgTypes {
  return Object.fromEntries(
    (items ?? []).map((item) => {
      const name = shape.replace('%', item.name) || 'without a name';
      const { description, type, default: standard } = item;
      const argType: ArgType = {
        name,
        description,
        control: false,
        table: {
          category,
          ...(type && { type: { summary: type.text } }),
          ...(standard && { defaultValue: { summary: standard } }),
        },
      };
      // Keys of their own: a part may be called like an attribute.
      return [`${category}: ${name}`, argType];
    }),
  );
}

/**
 * Everything that the manifest promises. Attributes have controls; `words` names those that hold
 * several words of a closed list.
 */
export function argTypesOf(
  tag: string,
  words: Readonly<Record<string, readonly string[]>> = {},
): ArgTypes {
  const { attributes, events, slots, cssStates, cssParts, cssProperties } = declarationOf(tag);
  const controls = (attributes ?? []).map(({ name, description, type }): [string, ArgType] => [
    name,
    {
      description,
      table: { category: 'attributes', type: { summary: type?.text ?? 'string' } },
      ...(words[name] ? { control: 'check', options: words[name] } : controlOf(type?.text)),
      // Stories hand over a source of their own, which goes before a register.
      ...(name === 'register' && { control: false }),
    },
  ]);
  return {
    ...Object.fromEntries(controls),
    ...rows('events', events, '%'),
    ...rows('slots', slots, '%'),
    ...rows('states', cssStates, ':state(%)'),
    ...rows('parts', cssParts, '::part(%)'),
    ...rows('custom properties', cssProperties, '%'),
  };
}
