/** Plugins of the custom elements analyzer: what it cannot know about this repository by itself. */

/** Reads tags from `define('pvp-…', Class)`, the house's way of registering. */
export function tagNames() {
  const tags = new Map();
  return {
    name: 'pvp-tag-names',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
      const [tag, element] = node.arguments;
      if (!tag || !element || !ts.isStringLiteral(tag)) return;
      tags.set(element.getText(), tag.text);
      moduleDoc.exports.push({
        kind: 'custom-element-definition',
        name: tag.text,
        declaration: { name: element.getText() },
      });
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const home = new Map();
      for (const { path, declarations } of modules) {
        for (const declaration of declarations) {
          const tagName = tags.get(declaration.name);
          if (!tagName) continue;
          home.set(declaration.name, path);
          Object.assign(declaration, { tagName, customElement: true });
        }
      }
      for (const { declaration, kind } of modules.flatMap(({ exports }) => exports)) {
        if (kind === 'custom-element-definition') declaration.module = home.get(declaration.name);
      }
    },
  };
}

/**
 * Custom properties that all elements have are described once, in the comment of the style sheet
 * that all of them adopt. Their defaults are read from the style sheets, so that a table never
 * tells another one; a custom property without a description, or the other way round, is an error.
 */
export function customProperties() {
  const described = new Map();
  const defaults = new Map();
  return {
    name: 'pvp-custom-properties',
    analyzePhase({ ts, node }) {
      if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'css') {
        for (const [name, value] of fallbacksIn(node.template.getText())) defaults.set(name, value);
      }
      if (!ts.isVariableStatement(node)) return;
      for (const tag of ts.getJSDocTags(node)) {
        if (tag.tagName.text !== 'cssproperty') continue;
        const text = ts.getTextOfJSDocComment(tag.comment) ?? '';
        const [, name, description] = /^(--pvp-[\w-]+)\s+-\s+(.+)$/s.exec(text.trim()) ?? [];
        if (!name) throw new Error(`@cssproperty "${text}": write "--pvp-name - What it is."`);
        described.set(name, description.replace(/\s+/g, ' '));
      }
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const elements = modules.flatMap(({ declarations }) =>
        declarations.filter(({ customElement }) => customElement),
      );
      for (const element of elements) {
        const own = element.cssProperties ?? [];
        const inherited = [...described].map(([name, description]) => ({ name, description }));
        element.cssProperties = [...own, ...inherited].map((property) => ({
          ...property,
          ...(defaults.get(property.name) && { default: defaults.get(property.name) }),
        }));
      }
      const known = new Set(elements.flatMap((e) => e.cssProperties.map(({ name }) => name)));
      const silent = [...defaults.keys()].filter((name) => !known.has(name));
      const unused = [...known].filter((name) => !defaults.has(name));
      if (silent.length) throw new Error(`Without a @cssproperty comment: ${silent.join(', ')}`);
      if (unused.length) throw new Error(`In a @cssproperty comment alone: ${unused.join(', ')}`);
    },
  };
}

/** `--pvp-…` and its fallback for each `var()`; fallbacks may hold brackets. */
function* fallbacksIn(styles) {
  for (const { 1: name, index, 0: start } of styles.matchAll(/var\(\s*(--pvp-[\w-]+)\s*/g)) {
    let depth = 1;
    let at = index + start.length;
    const from = at;
    for (; depth > 0; at++) depth += { '(': 1, ')': -1 }[styles[at]] ?? 0;
    yield [
      name,
      styles
        .slice(from, at - 1)
        .replace(/^,\s*/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ];
  }
}

/** Leaves out what is no promise: private members, inner modules, Lit's own statics. */
export function onlyTheContract() {
  const isPublic = ({ name, privacy = 'public', static: isStatic }) =>
    privacy === 'public' && !isStatic && !name.startsWith('#');
  const withoutUndefined = (item) => {
    if (item.type?.text) item.type.text = item.type.text.replace(/( \| undefined)+$/, '');
    return item;
  };
  return {
    name: 'pvp-only-the-contract',
    packageLinkPhase({ customElementsManifest }) {
      customElementsManifest.modules = customElementsManifest.modules
        .map((module) => ({
          ...module,
          declarations: module.declarations.filter(({ customElement }) => customElement),
          exports: module.exports.filter(
            ({ kind, declaration }) =>
              kind === 'custom-element-definition' ||
              module.declarations.some((d) => d.customElement && d.name === declaration.name),
          ),
        }))
        .filter(({ declarations, exports }) => declarations.length || exports.length);
      for (const { declarations } of customElementsManifest.modules) {
        for (const element of declarations) {
          element.members = element.members?.filter(isPublic).map(withoutUndefined);
          element.attributes = element.attributes?.map(withoutUndefined);
        }
      }
    },
  };
}
