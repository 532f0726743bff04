import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { hardLifeEventSource, outageSource, sourceIn, wellSource } from '../staging/sources.ts';
import { BIRTH, FALLBACK, lifeEvents, TAG } from './life-events.ts';

/** Everything at once, for pictures that are compared between two builds (`npm run pictures`). */
const meta: Meta = {
  title: 'Life events/Permutations',
  component: TAG,
  tags: ['permutations', 'several', '!autodocs'],
};
export default meta;

export const Overviews: StoryObj = {
  render: () =>
    html`<div class="column">
      ${lifeEvents({}, wellSource)} ${lifeEvents({ institution: 'ozolleja' }, sourceIn('stale'))}
      ${lifeEvents({}, hardLifeEventSource)}
      ${lifeEvents({ institution: 'nav-tadas-iestades' }, wellSource)}
      ${lifeEvents({ rows: 1 }, sourceIn('pending'), FALLBACK)}
    </div>`,
};

export const Opened: StoryObj = {
  render: () =>
    html`<div class="column">
      ${lifeEvents({ 'life-event': BIRTH }, outageSource)}
      ${lifeEvents({ 'life-event': 'x-long-words' }, hardLifeEventSource)}
      ${lifeEvents({ 'life-event': 'x-bare' }, hardLifeEventSource)}
      ${lifeEvents({ 'life-event': 'nav-tadas' }, wellSource)}
    </div>`,
};
