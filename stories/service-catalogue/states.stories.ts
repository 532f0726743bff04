import { NetworkError } from '@pvp/sdk';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { argTypesOf } from '../staging/arg-types.ts';
import { elementIn, inside, seen, textOf } from '../staging/looking.ts';
import { outageSource, sourceIn } from '../staging/sources.ts';
import { catalogue, FALLBACK, search, TAG } from './catalogue.ts';

const meta: Meta = {
  title: 'Service catalogue/States',
  component: TAG,
  argTypes: argTypesOf(TAG),
  args: { limit: 3 },
};
export default meta;

const unreachable = () => sourceIn(new NetworkError('The register cannot be reached'));

/** Until data are there, the page's own content stays, in the room that `rows` keeps free. */
export const Loading: StoryObj = {
  tags: ['loading'],
  args: { rows: 3 },
  render: (args) => catalogue(args, sourceIn('pending'), FALLBACK),
};

/** After 0.7 s the wait is said. */
export const LoadingLonger: StoryObj = {
  tags: ['loading'],
  render: (args) => catalogue(args, sourceIn('pending'), FALLBACK),
  play: async ({ canvasElement }) => {
    const status = await seen('the status line', () =>
      inside(elementIn(canvasElement, TAG), '[role=status]'),
    );
    await seen('„Ielādē…”', () => textOf(status) === 'Ielādē…');
  },
};

export const Ready: StoryObj = {
  render: (args) => catalogue(args),
};

export const Stale: StoryObj = {
  render: (args) => catalogue(args, sourceIn('stale')),
};

export const Offline: StoryObj = {
  render: (args) => catalogue(args, sourceIn('offline')),
};

/** No service is registered for what the page asks for. */
export const Empty: StoryObj = {
  args: { institution: 'nav-tadas-iestades' },
  render: (args) => catalogue(args),
};

/** A search that finds nothing, and ways out of it. */
export const NothingFound: StoryObj = {
  render: (args) => catalogue(args),
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    await search(host, 'kosmosa kuģa reģistrācija');
    await seen('the advice', () => inside(host, '[part~=empty]'));
    await seen('the number', () => textOf(inside(host, '[role=status]')).startsWith('0 '));
  },
};

export const FailedWithFallback: StoryObj = {
  render: (args) => catalogue(args, unreachable(), FALLBACK),
};

export const Failed: StoryObj = {
  render: (args) => catalogue(args, unreachable()),
};

/** A search that could not be answered: search and filters stay. */
export const SearchFailed: StoryObj = {
  render: (args) => catalogue(args, sourceIn('fresh')),
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG) as ReturnType<typeof catalogue>;
    await seen('the list', () => inside(host, '.row'));
    (host.source as ReturnType<typeof sourceIn>).mood = new NetworkError('No connection');
    await search(host, 'bērns');
    await seen('the notice', () => inside(host, '.failure'));
    await seen('no number', () => textOf(inside(host, '[role=status]')) === '');
  },
};

/** Rows of services that something disturbs say so. */
export const Outages: StoryObj = {
  args: { institution: 'ozolleja' },
  render: (args) => catalogue(args, outageSource),
};

/** An attribute is wrong: the visitor sees the fallback, the webmaster reads the cause. */
export const Misconfigured: StoryObj = {
  args: { facets: 'recipients' },
  render: (args) => catalogue(args, undefined, FALLBACK),
};
