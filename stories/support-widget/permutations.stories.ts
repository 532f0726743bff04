import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { sourceIn, wellSource } from '../staging/sources.ts';
import { longWords, nobodyInPerson, nobodyRemote, nothing, twelveWays } from './places.ts';
import { TAG, widget } from './widget.ts';

/** Everything at once, for pictures that are compared between two builds (`npm run pictures`). */
const meta: Meta = {
  title: 'Support widget/Permutations',
  component: TAG,
  tags: ['permutations', 'several', '!autodocs'],
};
export default meta;

const INLINE = { institution: 'ozolleja', display: 'inline' };

export const Whole: StoryObj = {
  render: () =>
    html`<div class="column">
      ${widget({ institution: 'ozolleja' }, wellSource)} ${widget(INLINE, sourceIn('stale'))}
      ${widget(INLINE, twelveWays)} ${widget(INLINE, longWords)}
    </div>`,
};

export const Sparse: StoryObj = {
  render: () =>
    html`<div class="column">
      ${widget(INLINE, nobodyRemote)} ${widget(INLINE, nobodyInPerson)} ${widget(INLINE, nothing)}
    </div>`,
};
