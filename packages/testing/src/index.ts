/** What tests of several packages share: real registers and databases. */
export { openRegister, writeRecords } from './register-fixture.ts';
export type { RegisterFixture, RegisterFixtureOptions } from './register-fixture.ts';
export { until } from './until.ts';
