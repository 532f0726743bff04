import type { Preview } from '@storybook/web-components-vite';
import '@pvp/elements/define/all';
// `all` looks for its tag when a page has been parsed; stories come later.
import '@pvp/elements/define/pvp-life-events';
import '@pvp/elements/define/pvp-support-widget';
import { argTypesOf, declarationOf } from '../stories/staging/arg-types.ts';
import { snippet } from '../stories/staging/element.ts';
import '../stories/staging/register-in-page.ts';
import { globalTypes, initialGlobals, stage } from '../stories/staging/stage.ts';

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes,
  initialGlobals,
  decorators: [stage],
  parameters: {
    layout: 'fullscreen',
    // The stage is the page: a second ground below it would only hide a wrong one.
    backgrounds: { disable: true },
    controls: { expanded: true },
    docs: {
      extractArgTypes: (tag: string) => argTypesOf(tag),
      extractComponentDescription: (tag: string) => declarationOf(tag).description,
      source: {
        transform: (_code: string, { component, args, parameters }: SnippetContext) =>
          component ? snippet(component, args, parameters['inside']) : '',
      },
    },
    options: {
      storySort: {
        order: [
          'Start',
          'Guides',
          'Service card',
          'Service catalogue',
          'Life events',
          'Request form',
          'Themes',
        ],
      },
    },
  },
};

interface SnippetContext {
  component?: string;
  args: Record<string, unknown>;
  parameters: Record<string, string>;
}

export default preview;
