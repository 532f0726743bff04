import { NetworkError } from '@pvp/sdk';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { argTypesOf } from '../staging/arg-types.ts';
import { elementIn, inside, seen, textOf } from '../staging/looking.ts';
import { outageSource, sourceIn } from '../staging/sources.ts';
import { BIRTH, FALLBACK, lifeEvents, TAG } from './life-events.ts';

const meta: Meta = {
  title: 'Life events/States',
  component: TAG,
  argTypes: argTypesOf(TAG),
  args: { institution: 'ozolleja' },
  render: (args) => lifeEvents(args),
};
export default meta;

const unreachable = () => sourceIn(new NetworkError('The register cannot be reached'));

/** Until data are there, the page's own content stays, in the room that `rows` keeps free. */
export const Loading: StoryObj = {
  tags: ['loading'],
  args: { rows: 2 },
  render: (args) => lifeEvents(args, sourceIn('pending'), FALLBACK),
};

/** After 0.7 s the wait is said. */
export const LoadingLonger: StoryObj = {
  tags: ['loading'],
  render: (args) => lifeEvents(args, sourceIn('pending'), FALLBACK),
  play: async ({ canvasElement }) => {
    const status = await seen('the status line', () =>
      inside(elementIn(canvasElement, TAG), '[role=status]'),
    );
    await seen('„Ielādē…”', () => textOf(status) === 'Ielādē…');
  },
};

export const Ready: StoryObj = {};

export const Stale: StoryObj = { render: (args) => lifeEvents(args, sourceIn('stale')) };

export const Offline: StoryObj = { render: (args) => lifeEvents(args, sourceIn('offline')) };

/** No life event leads to a service of this institution. */
export const Empty: StoryObj = { args: { institution: 'nav-tadas-iestades' } };

export const FailedWithFallback: StoryObj = {
  render: (args) => lifeEvents(args, unreachable(), FALLBACK),
};

export const Failed: StoryObj = { render: (args) => lifeEvents(args, unreachable()) };

/** The text and the needs are there, their services cannot be had. */
export const ServicesFailed: StoryObj = {
  render: (args) => lifeEvents(args, sourceIn('fresh')),
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG) as ReturnType<typeof lifeEvents>;
    const event = await seen('the life event', () => inside(host, '[data-life-event=laulibas]'));
    (host.source as ReturnType<typeof sourceIn>).mood = new NetworkError('No connection');
    event.click();
    await seen('the notice', () => inside(host, '.needs .failure'));
  },
};

/** The page names a life event that is not registered. */
export const Unknown: StoryObj = { args: { 'life-event': 'nav-tadas' } };

/** Rows of services that something disturbs say so. */
export const Outages: StoryObj = {
  args: { 'life-event': BIRTH },
  render: (args) => lifeEvents(args, outageSource),
};

/** An attribute is wrong: the visitor sees the fallback, the webmaster reads the cause. */
export const Misconfigured: StoryObj = {
  args: { profile: 'citizens' },
  render: (args) => lifeEvents(args, undefined, FALLBACK),
};
