import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { anatomy } from '../staging/anatomy.ts';
import { argTypesOf } from '../staging/arg-types.ts';
import { elementIn, inside, seen } from '../staging/looking.ts';
import { askIn, FALLBACK, TAG, widget } from './widget.ts';

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
    await askIn(canvasElement, 'cik maksā deklarēšana');
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

/** What is owed with every service of an institution, and who gives it; fetched after the steps. */
export const KindsOfSupport: StoryObj = {
  args: { institution: 'kalnupe' },
  play: async ({ canvasElement }) => {
    await seen('the five kinds', () =>
      inside(elementIn(canvasElement, TAG), '[data-step=duties] [data-duty=partners]'),
    );
  },
};

/** The same of the whole country. */
export const KindsOfSupportNationally: StoryObj = {
  args: { institution: undefined },
  play: KindsOfSupport.play!,
};

/** The panel over the page, as the button opens it. */
export const Opened: StoryObj = {
  args: { display: 'button', position: 'bottom-end' },
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    (await seen('the button', () => inside(host, '.launch'))).click();
    await seen('help', () => inside(host, '.step'));
  },
};

/** The description that an answer is from, in the panel. */
export const Description: StoryObj = {
  args: { service: 'PV-1001' },
  play: async ({ canvasElement }) => {
    const host = await askIn(canvasElement, 'cik maksā deklarēšana');
    inside(host, '.answer [data-service]')!.click();
    const card = await seen('the card', () => inside(host, 'pvp-service-card'));
    await seen('its text', () => inside(card, '[part~=description]'));
  },
};
