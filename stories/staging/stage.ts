/** The page around every story, as the toolbar asks for it. */
import type { Decorator, Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import './stage.css';
import { THEMES, type ThemeName } from './themes.ts';

/** What the toolbar offers. The page's language and colours are the host's, never the element's. */
export const globalTypes: Preview['globalTypes'] = {
  scheme: {
    description: "The page's colour scheme",
    toolbar: {
      title: 'Scheme',
      icon: 'mirror',
      dynamicTitle: true,
      items: [
        { value: 'light', title: 'Light' },
        { value: 'dark', title: 'Dark' },
        { value: 'light dark', title: 'As the visitor prefers' },
      ],
    },
  },
  theme: {
    description: 'Example theme',
    toolbar: {
      title: 'Theme',
      icon: 'paintbrush',
      dynamicTitle: true,
      items: [
        { value: 'none', title: 'No theme' },
        ...Object.keys(THEMES).map((value) => ({ value, title: value })),
      ],
    },
  },
  locale: {
    description: "The page's language",
    toolbar: {
      title: 'Language',
      icon: 'globe',
      dynamicTitle: true,
      items: [
        { value: 'lv', title: 'Latviešu' },
        { value: 'en', title: 'English' },
        { value: 'ru', title: 'Русский' },
      ],
    },
  },
};

export const initialGlobals = { scheme: 'light', theme: 'none', locale: 'lv' };

const themeSheet = new CSSStyleSheet();

export const stage: Decorator = (story, { globals }) => {
  const { scheme, theme, locale } = globals as Record<string, string>;
  const root = document.documentElement;
  root.lang = locale ?? 'lv';
  root.style.colorScheme = scheme ?? 'light';
  themeSheet.replaceSync(THEMES[theme as ThemeName] ?? '');
  if (!document.adoptedStyleSheets.includes(themeSheet)) {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, themeSheet];
  }
  // Once more: a page of documentation says of itself that it is in English.
  return html`<div class="stage" lang=${locale ?? 'lv'}>${story()}</div>`;
};
