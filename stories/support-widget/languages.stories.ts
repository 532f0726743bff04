import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { argTypesOf } from '../staging/arg-types.ts';
import { askIn, TAG, widget } from './widget.ts';

const meta: Meta = {
  title: 'Support widget/Languages',
  component: TAG,
  argTypes: argTypesOf(TAG),
  args: { service: 'PV-1001', display: 'inline' },
  render: (args) => widget(args),
};
export default meta;

const answered: StoryObj['play'] = async ({ canvasElement }) => {
  await askIn(canvasElement, 'cik maksā deklarēšana');
};

export const Latvian: StoryObj = { play: answered };

export const English: StoryObj = { globals: { locale: 'en' }, play: answered };

/** Labels in Russian; what is registered in Latvian alone is marked as Latvian. */
export const Russian: StoryObj = { globals: { locale: 'ru' }, play: answered };
