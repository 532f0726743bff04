import { NetworkError } from '@pvp/sdk';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { argTypesOf } from '../staging/arg-types.ts';
import { elementIn, inside, seen, textOf } from '../staging/looking.ts';
import { sourceIn } from '../staging/sources.ts';
import { askIn, FALLBACK, TAG, widget } from './widget.ts';

const meta: Meta = {
  title: 'Support widget/States',
  component: TAG,
  argTypes: argTypesOf(TAG),
  args: { institution: 'ozolleja', display: 'inline' },
  render: (args) => widget(args),
};
export default meta;

const unreachable = () => sourceIn(new NetworkError('The register cannot be reached'));

/** Until there is something to show, the page's own content stays. */
export const Loading: StoryObj = {
  tags: ['loading'],
  render: (args) => widget(args, sourceIn('pending')),
};

/** After 0.7 s the wait is said. */
export const LoadingLonger: StoryObj = {
  tags: ['loading'],
  render: (args) => widget(args, sourceIn('pending')),
  play: async ({ canvasElement }) => {
    const status = await seen('the line', () =>
      inside(elementIn(canvasElement, TAG), '[role=status]'),
    );
    await seen('„Ielādē…”', () => textOf(status) === 'Ielādē…');
  },
};

export const Ready: StoryObj = {};

export const Stale: StoryObj = { render: (args) => widget(args, sourceIn('stale')) };

export const Offline: StoryObj = { render: (args) => widget(args, sourceIn('offline')) };

/** Nothing is known: what happened, and what one can do. */
export const Failed: StoryObj = {
  render: (args) => widget(args, unreachable()),
  play: async ({ canvasElement }) => {
    await seen('the way out', () => inside(elementIn(canvasElement, TAG), '.failure button'));
  },
};

/** People can be asked, though answers cannot be had. */
export const AnswersFailed: StoryObj = {
  render: (args) => widget(args, sourceIn('fresh')),
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG) as ReturnType<typeof widget>;
    await seen('help', () => inside(host, '.step'));
    (host.source as ReturnType<typeof sourceIn>).mood = new NetworkError('No connection');
    await askIn(canvasElement, 'cik ilgi jāgaida');
  },
};

/** Nothing answers the question: the way to write it leads on where requests are taken. */
export const NoAnswer: StoryObj = {
  play: async ({ canvasElement }) => {
    await askIn(canvasElement, 'qqqq');
  },
};

/** The service is unknown: the support of its institution stands in. */
export const UnknownService: StoryObj = { args: { service: 'PV-0000' } };

/** An attribute is wrong: the button stands in the page, and the webmaster reads the cause. */
export const Misconfigured: StoryObj = {
  args: { display: 'button', position: 'top' },
  parameters: { inside: FALLBACK },
};
