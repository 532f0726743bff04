import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { argTypesOf } from '../staging/arg-types.ts';
import { catalogue, TAG } from './catalogue.ts';

const meta: Meta = {
  title: 'Service catalogue/Languages',
  component: TAG,
  argTypes: argTypesOf(TAG),
  args: { limit: 3 },
  render: (args) => catalogue(args),
};
export default meta;

export const LatvianPage: StoryObj = {};

export const EnglishPage: StoryObj = { globals: { locale: 'en' } };

export const RussianPage: StoryObj = { globals: { locale: 'ru' } };
