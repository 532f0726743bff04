import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { argTypesOf } from '../staging/arg-types.ts';
import { hostile } from '../staging/hostile.ts';
import { elementIn, inside, seen } from '../staging/looking.ts';
import {
  allClosed,
  longWords,
  nobodyInPerson,
  nobodyRemote,
  nothing,
  roundTheClock,
  twelveWays,
} from './places.ts';
import { askIn, TAG, widget } from './widget.ts';

const meta: Meta = {
  title: 'Support widget/Hard cases',
  component: TAG,
  argTypes: argTypesOf(TAG),
  args: { institution: 'ozolleja', display: 'inline' },
  render: (args) => widget(args),
};
export default meta;

const narrow = (inside: unknown) => html`<div class="narrow">${inside}</div>`;

/** Each place says when it opens next. */
export const AllClosed: StoryObj = { render: (args) => widget(args, allClosed) };

export const RoundTheClock: StoryObj = { render: (args) => widget(args, roundTheClock) };

/** A step that nobody serves leads on to the next that somebody does. */
export const NobodyRemote: StoryObj = { render: (args) => widget(args, nobodyRemote) };

export const NobodyInPerson: StoryObj = { render: (args) => widget(args, nobodyInPerson) };

/** Neither people nor answers are registered. */
export const Nothing: StoryObj = {
  render: (args) => widget(args, nothing),
  play: async ({ canvasElement }) => {
    await askIn(canvasElement, 'qqqq');
    const often = inside(elementIn(canvasElement, TAG), '.answers > details summary');
    often!.click();
    await seen('that nobody asked', () =>
      inside(elementIn(canvasElement, TAG), '.answers > details > .label'),
    );
  },
};

/** What is open stands first; many places to go to are searched. */
export const TwelveWays: StoryObj = {
  render: (args) => widget(args, twelveWays),
  play: async ({ canvasElement }) => {
    await seen('the field', () => inside(elementIn(canvasElement, TAG), '.filter input'));
  },
};

/** No place of that name. */
export const NoSuchPlace: StoryObj = {
  render: (args) => widget(args, twelveWays),
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    const field = await seen('the field', () => inside<HTMLInputElement>(host, '.filter input'));
    field.value = 'Atlantīda';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await seen('the way back', () => inside(host, '[data-step=inPerson] .nothing'));
  },
};

export const LongWords: StoryObj = { render: (args) => widget(args, longWords) };

export const LongWordsNarrow: StoryObj = { render: (args) => narrow(widget(args, longWords)) };

export const Narrow: StoryObj = {
  args: { service: 'PV-1001' },
  render: (args) => narrow(widget(args)),
  play: async ({ canvasElement }) => {
    await askIn(canvasElement, 'cik maksā deklarēšana');
  },
};

/** A page whose style sheet means its own content and says `*`, `button`, `input`. */
export const HostileCss: StoryObj = {
  args: { service: 'PV-1001' },
  render: (args) => hostile(widget(args)),
  play: async ({ canvasElement }) => {
    await askIn(canvasElement, 'cik maksā deklarēšana');
  },
};

export const HostileCssButton: StoryObj = {
  args: { display: 'button' },
  render: (args) => hostile(widget(args)),
};
