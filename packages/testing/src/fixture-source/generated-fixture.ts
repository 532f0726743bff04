import { generateObjects, generateServices } from '@pvp/register/generate';
import type { FixtureRecords } from './fixture-source.ts';

/** `count` invented services with what they refer to, for views of a large register. */
export function generatedFixture(count: number): FixtureRecords {
  const services = Array.from(generateServices(count), ({ management: _, ...service }) => service);
  return { records: [...generateObjects(count), ...services] };
}
