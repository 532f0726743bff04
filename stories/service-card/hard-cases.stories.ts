import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { argTypesOf } from '../staging/arg-types.ts';
import { hardSource } from '../staging/sources.ts';
import { hostile } from '../staging/hostile.ts';
import { card, TAG } from './card.ts';

const meta: Meta = {
  title: 'Service card/Hard cases',
  component: TAG,
  argTypes: argTypesOf(TAG),
  args: { view: 'full' },
  render: (args) => card(args, hardSource),
};
export default meta;

const narrow: StoryObj['render'] = (args) =>
  html`<div class="narrow">${card(args, hardSource)}</div>`;

export const LongWords: StoryObj = { args: { service: 'X-LONG-WORDS' } };

export const LongWordsCompact: StoryObj = { args: { service: 'X-LONG-WORDS', view: 'compact' } };

/** The same in a column of 320 px. */
export const LongWordsNarrow: StoryObj = { args: { service: 'X-LONG-WORDS' }, render: narrow };

export const OneChannel: StoryObj = { args: { service: 'X-ONE-CHANNEL' } };

export const TwelveChannels: StoryObj = { args: { service: 'X-TWELVE-CHANNELS' } };

export const TwelveChannelsCompact: StoryObj = {
  args: { service: 'X-TWELVE-CHANNELS', view: 'compact' },
};

export const TwelveChannelsNarrow: StoryObj = {
  args: { service: 'X-TWELVE-CHANNELS' },
  render: narrow,
};

/** Nothing is said of a price, so nothing is claimed. */
export const NoPrice: StoryObj = { args: { service: 'X-NO-PRICE' } };

/** The text says "free", the payment rows say otherwise: the rows count. */
export const ContradictoryPrice: StoryObj = { args: { service: 'X-CONTRADICTORY-PRICE' } };

/** Registered in English alone: marked with `lang`, so that a screen reader speaks English. */
export const ForeignLanguage: StoryObj = { args: { service: 'X-FOREIGN-LANGUAGE' } };

/** The text of the chosen language was written by a machine, and that is said. */
export const MachineTranslation: StoryObj = {
  args: { service: 'X-MACHINE-TRANSLATION', 'content-lang': 'en' },
};

/** A title and empty fields: no dash, no empty heading. */
export const TitleAlone: StoryObj = { args: { service: 'X-TITLE-ALONE' } };

export const WideTable: StoryObj = { args: { service: 'X-WIDE-TABLE' } };

export const WideTableNarrow: StoryObj = { args: { service: 'X-WIDE-TABLE' }, render: narrow };

/** Parts of the description hold for some people only. */
export const DiffersBySituation: StoryObj = { args: { service: 'X-DIFFERS' } };

export const SuspendedWithReason: StoryObj = { args: { service: 'X-SUSPENDED' } };

export const EverySection: StoryObj = { args: { service: 'X-EVERY-SECTION' } };

/** A page whose style sheet means its own content and says `*`, `button`, `ul`, `:root`. */
export const HostileCss: StoryObj = {
  args: { service: 'PV-1001' },
  render: (args) => hostile(card(args, hardSource)),
};

export const HostileCssCompact: StoryObj = {
  args: { service: 'PV-1001', view: 'compact' },
  render: (args) => hostile(card(args, hardSource)),
};

export const Narrow: StoryObj = { args: { service: 'PV-1001' }, render: narrow };
