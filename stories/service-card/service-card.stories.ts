import { SECTIONS } from '@pvp/elements';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { anatomy } from '../staging/anatomy.ts';
import { argTypesOf } from '../staging/arg-types.ts';
import { elementIn, seen } from '../staging/looking.ts';
import { card, FALLBACK, TAG } from './card.ts';

const meta: Meta = {
  title: 'Service card',
  component: TAG,
  argTypes: argTypesOf(TAG, { sections: SECTIONS }),
  args: { service: 'PV-1001' },
  render: (args) => card(args),
};
export default meta;

export const Playground: StoryObj = {
  args: { view: 'full' },
  parameters: { inside: FALLBACK },
  render: (args) => card(args, undefined, FALLBACK),
};

export const Compact: StoryObj = {};

/** The title is a link where the page has an address for services. */
export const CompactWithLink: StoryObj = {
  args: { 'service-href': '/pakalpojumi/{id}' },
};

export const Full: StoryObj = {
  args: { view: 'full' },
};

/** Chosen blocks, for a page that tells the rest itself. */
export const Sections: StoryObj = {
  args: { view: 'full', sections: ['request', 'cost', 'term'] },
};

/** The parts that a page can style with `::part()`, and where they are. */
export const Anatomy: StoryObj = {
  render: (args) => anatomy(TAG, card({ ...args, 'service-href': '/pakalpojumi/{id}' })),
  play: async ({ canvasElement }) => {
    await seen('the numbers', () => canvasElement.querySelector('[data-mark]'));
  },
};

/** What the page adds of its own stands below what is registered, visibly apart. */
export const LocalAddition: StoryObj = {
  args: { view: 'full', sections: ['summary', 'request'] },
  render: (args) =>
    card(
      args,
      undefined,
      '<p slot="local">Novada klientu centrā 24. decembrī apmeklētājus nepieņem.</p>',
    ),
};

/** Without an address on the page, the full description opens in place of the compact one. */
export const OpenedInPlace: StoryObj = {
  play: async ({ canvasElement }) => {
    const host = elementIn(canvasElement, TAG);
    const button = await seen('the button', () =>
      host.shadowRoot?.querySelector<HTMLElement>('button, a.title'),
    );
    button.click();
    await seen('the description', () => host.shadowRoot?.querySelector('[part~=description]'));
  },
};
