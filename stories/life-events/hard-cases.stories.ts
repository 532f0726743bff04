import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { argTypesOf } from '../staging/arg-types.ts';
import { hostile } from '../staging/hostile.ts';
import { elementIn, inside, seen } from '../staging/looking.ts';
import { hardLifeEventSource } from '../staging/sources.ts';
import { BIRTH, lifeEvents, TAG } from './life-events.ts';

const meta: Meta = {
  title: 'Life events/Hard cases',
  component: TAG,
  argTypes: argTypesOf(TAG),
  render: (args) => lifeEvents(args, hardLifeEventSource),
};
export default meta;

const narrow = (inside: unknown) => html`<div class="narrow">${inside}</div>`;

export const LongWords: StoryObj = {};

/** Long titles, a need with many services, and one without any. */
export const LongWordsOpened: StoryObj = { args: { 'life-event': 'x-long-words' } };

export const LongWordsNarrow: StoryObj = {
  args: { 'life-event': 'x-long-words' },
  render: (args) => narrow(lifeEvents(args, hardLifeEventSource)),
};

/** All services of a need, once they were asked for. */
export const AllServicesOfANeed: StoryObj = {
  args: { 'life-event': 'x-long-words' },
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    (await seen('the button', () => inside(host, '.need .quiet'))).click();
    await seen('all', () => !inside(host, '.need .quiet'));
  },
};

/** A title in English alone; no text, no needs, one service. */
export const Bare: StoryObj = { args: { 'life-event': 'x-bare' } };

export const Narrow: StoryObj = {
  args: { 'life-event': BIRTH },
  render: (args) => narrow(lifeEvents(args)),
};

export const NarrowOverview: StoryObj = {
  args: { institution: 'ozolleja' },
  render: (args) => narrow(lifeEvents(args)),
};

/** A page whose style sheet means its own content and says `*`, `button`, `ul`, `:root`. */
export const HostileCss: StoryObj = {
  args: { institution: 'ozolleja' },
  render: (args) => hostile(lifeEvents(args)),
};

export const HostileCssOpened: StoryObj = {
  args: { 'life-event': 'laulibas' },
  render: (args) => hostile(lifeEvents(args)),
};
