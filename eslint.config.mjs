/**
 * Lint. Beyond the recommended rules it holds the house's one arrow: contract ← sdk ← elements and
 * contract, sdk ← register ← cli; nothing points back, and no package reaches into another one.
 */
import { readFileSync } from 'node:fs';
import js from '@eslint/js';
import globals from 'globals';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const packages = ['contract', 'sdk', 'elements', 'register', 'cli', 'demo', 'testing'];

/** What the sources of a package may import beside their own files. */
const arrow = {
  contract: [],
  sdk: ['@pvp/contract', 'ky'],
  elements: ['@pvp/contract', '@pvp/sdk', 'lit'],
  register: ['@pvp/contract', '@pvp/sdk', 'node:', ...libraries('register')],
  cli: ['@pvp/register', '@pvp/demo', 'node:', ...libraries('cli')],
  demo: ['node:', ...libraries('demo')],
  testing: [
    '@pvp/contract',
    '@pvp/sdk',
    '@pvp/register',
    'node:',
    '@web/',
    ...libraries('testing'),
  ],
};

/** Third-party dependencies as declared, so that an undeclared one fails here and not at a user's. */
function libraries(name) {
  const file = new URL(`packages/${name}/package.json`, import.meta.url);
  const { dependencies = {} } = JSON.parse(readFileSync(file, 'utf8'));
  return Object.keys(dependencies)
    .filter((dependency) => !dependency.startsWith('@pvp/'))
    .map((dependency) => dependency.replace(/^@types\//, ''));
}

// A slash cannot stand in a regular expression of a selector.
const forSelector = (regex) => regex.replaceAll('/', '\\u002F');

const deep = {
  regex: `^@pvp/[^/]+/(src|dist|test)(/|$)|^\\.\\..*/(${packages.join('|')})/(src|dist|test)/`,
  message: 'Import another package by its name and its exports, not by its files.',
};
const unsafe = {
  regex: 'directives/unsafe-',
  message: 'Rich text is a tree that is rendered by templates; markup in strings never is.',
};
const only = {
  selector: 'MemberExpression[object.name=/^(test|it|describe|suite)$/][property.name="only"]',
  message: 'A test marked "only" hides all others.',
};
const markup = [
  {
    selector:
      'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    message: unsafe.message,
  },
  {
    selector: 'TemplateElement[value.raw=/\\.(innerHTML|outerHTML)\\s*=/]',
    message: unsafe.message,
  },
  {
    selector: 'ImportSpecifier[imported.name=/^unsafe(HTML|SVG|MathML|Static)$/]',
    message: unsafe.message,
  },
];

/** Rules for the sources of one package: only these imports, static or dynamic. */
function onlyAllowed(name) {
  const allowed = arrow[name].map((start) =>
    /[:/]$/.test(start) ? `${start}.*` : `${start}(?:/.*)?`,
  );
  const outside = `^(?!\\.{1,2}/|(?:${['\\0', ...allowed].join('|')})$)`;
  const message = `packages/${name} may import only ${arrow[name].join(', ') || 'its own files'}.`;
  return {
    files: [`packages/${name}/src/**/*.ts`],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: outside, message }, deep, unsafe] }],
      'no-restricted-syntax': [
        'error',
        ...markup,
        { selector: `ImportExpression > Literal[value=/${forSelector(outside)}/]`, message },
        {
          selector: `ImportExpression > Literal[value=/${forSelector(deep.regex)}/]`,
          message: deep.message,
        },
      ],
    },
  };
}

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/bundles/',
      '**/generated/',
      'coverage/',
      'storybook-static/',
      'pictures/',
      '.pvp-data/',
      '**/public/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // Texts from outside are searched for control characters on purpose.
      'no-control-regex': 'off',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-imports': ['error', { patterns: [deep, unsafe] }],
      'no-restricted-syntax': ['error', only],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
  },
  {
    // Types know what is defined.
    files: ['**/*.ts'],
    rules: { 'no-undef': 'off' },
  },
  {
    files: ['examples/browser-page/*.mjs'],
    languageOptions: { globals: globals.browser },
  },
  {
    // The one rule that needs types and is worth their time: a promise nobody waits for.
    files: ['packages/*/src/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
  },
  ...packages.map(onlyAllowed),
  {
    files: ['packages/{contract,sdk}/src/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'document',
          'window',
          'customElements',
          'HTMLElement',
          'Element',
          'Node',
          'ShadowRoot',
          'DOMParser',
          'MutationObserver',
        ].map(dom),
      ],
    },
  },
  {
    files: ['packages/elements/src/**/*.ts', 'stories/**/*.ts'],
    extends: [
      lit.configs['flat/recommended'],
      wc.configs['flat/best-practice'],
      litA11y.configs.recommended,
    ],
    rules: {
      // Both see only literal children, and dynamic text is bound as a property here. Names are
      // checked by axe in the browser tests, on what is really drawn.
      'lit-a11y/accessible-name': 'off',
      'lit-a11y/anchor-has-content': 'off',
      // Safari takes the list role away from lists without markers; role="list" gives it back.
      'lit-a11y/no-redundant-role': 'off',
    },
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'fetch',
          'XMLHttpRequest',
          'EventSource',
          'localStorage',
          'sessionStorage',
          'indexedDB',
          'caches',
        ].map(data),
      ],
    },
  },
);

function dom(name) {
  return { name, message: 'This package runs without a DOM.' };
}
function data(name) {
  return { name, message: 'Elements read and store through the SDK.' };
}
