import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { themed } from '../staging/themed.ts';
import { catalogue, TAG } from './catalogue.ts';

const meta: Meta = {
  title: 'Service catalogue/Theming',
  component: TAG,
  tags: ['several'],
  args: { institution: 'ozolleja', limit: 2, facets: ['recipient', 'free'] },
};
export default meta;

/** The example themes side by side; each is a file of `@pvp/elements/themes`. */
export const ExampleThemes: StoryObj = {
  render: (args) => themed(() => catalogue(args)),
};
