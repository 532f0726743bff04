import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { themed } from '../staging/themed.ts';
import { hardSource } from '../staging/sources.ts';
import { card, TAG } from './card.ts';

const meta: Meta = {
  title: 'Service card/Theming',
  component: TAG,
  tags: ['several'],
  args: { service: 'PV-1001' },
};
export default meta;

/** The example themes side by side; each is a file of `@pvp/elements/themes`. */
export const ExampleThemes: StoryObj = {
  render: (args) =>
    themed(() => card({ ...args, 'service-href': '/pakalpojumi/{id}' }, hardSource)),
};

export const ExampleThemesFull: StoryObj = {
  args: { view: 'full', sections: ['summary', 'request', 'facts', 'cost'] },
  render: (args) => themed(() => card(args, hardSource)),
};
