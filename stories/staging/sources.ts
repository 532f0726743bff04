/** Where the stories' services come from: the sample data, and services that are hard to draw. */
import {
  FixtureSource,
  generatedFixture,
  hardLifeEvents,
  hardServices,
  type FixtureMood,
} from '@pvp/testing/fixture-source';
import sample from 'virtual:sample-records';

const { records, outages } = sample;

const hard = { records: [...records, ...hardServices], outages };

/** All is in order. */
export const wellSource = new FixtureSource({ records });

/** With the outages of the sample data. */
export const outageSource = new FixtureSource(sample);

/** With the services that are hard to draw. */
export const hardSource = new FixtureSource(hard);

/** Nothing but life events that are hard to draw, and their services. */
export const hardLifeEventSource = new FixtureSource({ records: hardLifeEvents });

/** A source that nobody else changes, in a mood of its own. */
export const sourceIn = (mood: FixtureMood): FixtureSource => new FixtureSource(sample, { mood });

const generated = new Map<number, FixtureSource>();

/** A register of so many generated services; made when it is first wanted. */
export function largeSource(count: number): FixtureSource {
  let source = generated.get(count);
  if (!source) generated.set(count, (source = new FixtureSource(generatedFixture(count))));
  return source;
}
