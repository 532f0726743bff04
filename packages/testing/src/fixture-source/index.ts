/** A source of services without a register, for pages that show elements in a chosen state. */
export { FixtureSource } from './fixture-source.ts';
export type { FixtureMood, FixtureRecords, FixtureSourceOptions } from './fixture-source.ts';
export { generatedFixture } from './generated-fixture.ts';
export { hardServices } from './hard-services.ts';
export { hardLifeEvents } from './hard-life-events.ts';
