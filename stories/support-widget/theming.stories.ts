import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { themed } from '../staging/themed.ts';
import { TAG, widget } from './widget.ts';

const meta: Meta = {
  title: 'Support widget/Theming',
  component: TAG,
  tags: ['several'],
  args: { institution: 'ozolleja' },
};
export default meta;

/** The example themes side by side; each is a file of `@pvp/elements/themes`. */
export const ExampleThemes: StoryObj = {
  render: (args) => themed(() => widget(args)),
};

export const ExampleThemesOpened: StoryObj = {
  args: { display: 'inline' },
  render: (args) => themed(() => widget(args)),
};
