import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { argTypesOf } from '../staging/arg-types.ts';
import { hardSource } from '../staging/sources.ts';
import { card, TAG } from './card.ts';

const meta: Meta = {
  title: 'Service card/Languages',
  component: TAG,
  argTypes: argTypesOf(TAG),
  args: { service: 'PV-1001', view: 'full', sections: ['summary', 'request', 'facts'] },
  render: (args) => card(args, hardSource),
};
export default meta;

export const LatvianPage: StoryObj = {};

/** Labels and description in English. */
export const EnglishPage: StoryObj = { globals: { locale: 'en' } };

export const RussianPage: StoryObj = { globals: { locale: 'ru' } };

/** The description has no English text: Latvian stands in, marked with its language. */
export const EnglishPageLatvianDescription: StoryObj = {
  globals: { locale: 'en' },
  args: { service: 'X-NO-PRICE' },
};

/** The description in another language than the page. */
export const LatvianPageEnglishDescription: StoryObj = { args: { 'content-lang': 'en' } };

export const MachineTranslated: StoryObj = {
  globals: { locale: 'ru' },
  args: { service: 'X-MACHINE-TRANSLATION' },
};
