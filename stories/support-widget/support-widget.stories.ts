import { NetworkError } from '@pvp/sdk';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { anatomy } from '../staging/anatomy.ts';
import { argTypesOf } from '../staging/arg-types.ts';
import { hostile } from '../staging/hostile.ts';
import { elementIn, inside, seen } from '../staging/looking.ts';
import { sourceIn } from '../staging/sources.ts';
import { themed } from '../staging/themed.ts';
import { FALLBACK, TAG, widget } from './widget.ts';

const meta: Meta = {
  title: 'Support widget',
  component: TAG,
  argTypes: argTypesOf(TAG),
  args: { institution: 'ozolleja', display: 'inline' },
  render: (args) => widget(args),
};
export default meta;

export const Playground: StoryObj = { parameters: { inside: FALLBACK } };

/** Nothing is asked for before it is pressed. */
export const Button: StoryObj = { args: { display: 'button' } };

/** The parts that a page can style with `::part()`, and where they are. */
export const Anatomy: StoryObj = {
  render: (args) => anatomy(TAG, widget(args)),
  play: async ({ canvasElement }) => {
    await seen('the numbers', () => canvasElement.querySelector('[data-mark]'));
  },
};

/** Searched answers, with the registered sentence and where it stands. */
export const Answered: StoryObj = {
  args: { service: 'PV-1001' },
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    const form = await seen('the form', () => inside<HTMLFormElement>(host, 'form.ask'));
    inside<HTMLInputElement>(host, '#question')!.value = 'cik maksā deklarēšana';
    form.requestSubmit();
    await seen('an answer', () => inside(host, '.answer'));
  },
};

/** When a place is open, day by day: fetched when somebody wants to know. */
export const OpeningHours: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    (await seen('a place', () => inside(host, '.place summary'))).click();
    await seen('the hours', () => inside(host, '[part~=hours]'));
  },
};

/** Until there is something to show, the page's own content stays. */
export const Loading: StoryObj = {
  tags: ['loading'],
  render: (args) => widget(args, sourceIn('pending')),
};

export const Stale: StoryObj = { render: (args) => widget(args, sourceIn('stale')) };

export const Offline: StoryObj = { render: (args) => widget(args, sourceIn('offline')) };

export const Failed: StoryObj = {
  render: (args) => widget(args, sourceIn(new NetworkError('The register cannot be reached'))),
};

/** The service is unknown: the support of its institution stands in. */
export const UnknownService: StoryObj = { args: { service: 'PV-0000' } };

export const Narrow: StoryObj = {
  render: (args) => html`<div class="narrow">${widget(args)}</div>`,
};

export const English: StoryObj = { globals: { locale: 'en' } };

export const Russian: StoryObj = { globals: { locale: 'ru' } };

export const HostileCss: StoryObj = { render: (args) => hostile(widget(args)) };

export const ForcedColours: StoryObj = { tags: ['forced-colours'] };

export const Themes: StoryObj = {
  tags: ['several'],
  render: (args) => themed(() => widget({ ...args, display: 'button' })),
};
