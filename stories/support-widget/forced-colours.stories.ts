import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { argTypesOf } from '../staging/arg-types.ts';
import { askIn, TAG, widget } from './widget.ts';

/** Colours of the system in place of the page's; the check of this book switches them on. */
const meta: Meta = {
  title: 'Support widget/Forced colours',
  component: TAG,
  tags: ['forced-colours'],
  argTypes: argTypesOf(TAG),
  args: { institution: 'ozolleja', display: 'inline' },
  render: (args) => widget(args),
};
export default meta;

export const Button: StoryObj = { args: { display: 'button' } };

export const Answered: StoryObj = {
  args: { service: 'PV-1001' },
  play: async ({ canvasElement }) => {
    await askIn(canvasElement, 'cik maksā deklarēšana');
  },
};
