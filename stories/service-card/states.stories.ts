import { NetworkError } from '@pvp/sdk';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { argTypesOf } from '../staging/arg-types.ts';
import { elementIn, inside, seen, textOf } from '../staging/looking.ts';
import { hardSource, outageSource, sourceIn } from '../staging/sources.ts';
import { card, FALLBACK, TAG } from './card.ts';

const meta: Meta = {
  title: 'Service card/States',
  component: TAG,
  argTypes: argTypesOf(TAG),
  args: { service: 'PV-1001' },
};
export default meta;

const unreachable = () => sourceIn(new NetworkError('The register cannot be reached'));

/** Until data are there, the page's own content stays. */
export const Loading: StoryObj = {
  tags: ['loading'],
  render: (args) => card(args, sourceIn('pending'), FALLBACK),
};

/** After 0.7 s the wait is said. */
export const LoadingLonger: StoryObj = {
  tags: ['loading'],
  render: (args) => card(args, sourceIn('pending'), FALLBACK),
  play: async ({ canvasElement }) => {
    const status = await seen('the status line', () =>
      inside(elementIn(canvasElement, TAG), '[role=status]'),
    );
    await seen('„Ielādē…”', () => textOf(status) === 'Ielādē…');
  },
};

export const Ready: StoryObj = {
  render: (args) => card(args),
};

/** The register does not answer; what was read before is shown with its date. */
export const Stale: StoryObj = {
  render: (args) => card(args, sourceIn('stale')),
};

export const Offline: StoryObj = {
  render: (args) => card(args, sourceIn('offline')),
};

/** Nothing can be shown, and the page has something of its own. */
export const FailedWithFallback: StoryObj = {
  render: (args) => card(args, unreachable(), FALLBACK),
};

export const Failed: StoryObj = {
  render: (args) => card(args, unreachable()),
};

/** "Try again" asks anew, and the description comes. */
export const FailedThenWell: StoryObj = {
  render: (args) => card(args, unreachable()),
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG) as ReturnType<typeof card>;
    const retry = await seen('the button', () => inside(host, '.failure button'));
    (host.source as ReturnType<typeof sourceIn>).mood = 'fresh';
    retry.click();
    await seen('the description', () => inside(host, 'article'));
  },
};

export const NotFound: StoryObj = {
  args: { service: 'PV-0000' },
  render: (args) => card(args),
};

/** Retired, with a successor. */
export const Gone: StoryObj = {
  args: { service: 'PV-9003' },
  render: (args) => card(args),
};

export const GoneWithoutSuccessor: StoryObj = {
  args: { service: 'PV-9004' },
  render: (args) => card(args),
};

/** The id of a service that became a part of another one. */
export const Merged: StoryObj = {
  args: { service: 'PV-9001' },
  render: (args) => card(args),
};

export const Suspended: StoryObj = {
  args: { service: 'PV-9002' },
  render: (args) => card(args),
};

export const SuspendedFull: StoryObj = {
  args: { service: 'PV-9002', view: 'full' },
  render: (args) => card(args),
};

/** Something that the service needs does not work. */
export const Outage: StoryObj = {
  args: { service: 'PV-1011' },
  render: (args) => card(args, outageSource),
};

export const OutageFull: StoryObj = {
  args: { service: 'PV-1011', view: 'full', sections: ['summary', 'request'] },
  render: (args) => card(args, outageSource),
};

export const Degraded: StoryObj = {
  args: { service: 'PV-1013' },
  render: (args) => card(args, outageSource),
};

/** What is on show does not fit its hash: on its way somebody changed it. */
export const Altered: StoryObj = {
  args: { service: 'X-ALTERED', view: 'full' },
  render: (args) => card(args, hardSource),
  play: async ({ canvasElement }) => {
    await seen('the verdict', () => inside(elementIn(canvasElement, TAG), '[part~=verification]'));
  },
};

/** An attribute is wrong: the visitor sees the fallback, the webmaster reads the cause. */
export const Misconfigured: StoryObj = {
  args: { service: 'PV-1001', view: 'full', sections: 'cost prices' },
  render: (args) => card(args, undefined, FALLBACK),
};

export const MisconfiguredWithoutFallback: StoryObj = {
  args: { service: 'PV-1001', view: 'full', sections: 'cost prices' },
  render: (args) => card(args),
};
