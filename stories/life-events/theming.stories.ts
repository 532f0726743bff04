import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { themed } from '../staging/themed.ts';
import { lifeEvents, TAG } from './life-events.ts';

const meta: Meta = {
  title: 'Life events/Theming',
  component: TAG,
  tags: ['several'],
  args: { institution: 'ozolleja' },
};
export default meta;

/** The example themes side by side; each is a file of `@pvp/elements/themes`. */
export const ExampleThemes: StoryObj = {
  render: (args) => themed(() => lifeEvents(args)),
};

export const ExampleThemesOpened: StoryObj = {
  args: { 'life-event': 'laulibas' },
  render: (args) => themed(() => lifeEvents(args)),
};
