/**
 * What nobody has any more is collected. In a browser, because in the engine of Node 20 the getters that
 * once held an index were collected all the same.
 */
import { CatalogueIndex, catalogueEntry } from '@pvp/sdk/query';
import { readTiers, titleTier } from '@pvp/sdk/tiers';
import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';

/** So many keys that what runs at each of them has been specialised for the shapes that it met. */
const KEYS = 100;

const entries = Array.from({ length: 50 }, (_, nth) =>
  catalogueEntry({
    type: 'service',
    id: `PV-${nth}`,
    kind: 'public-individual',
    status: 'active',
    title: { lv: `Pabalsts ${nth}` },
    recipients: ['resident'],
  })!,
);
const titles = [...titleTier({ entries, objects: [] })].join('');

/** What the page holds, as an element does. */
let held: CatalogueIndex | undefined;

/** Puts another index in place of the one before, and types. */
async function replaced(): Promise<WeakRef<CatalogueIndex>> {
  held = await readTiers({ titles });
  for (let key = 0; key < KEYS; key++) held.list({ q: 'pabalsts' });
  return new WeakRef(held);
}

describe('an index that another one took the place of', () => {
  it('is let go, whatever was asked of it', async function () {
    const first = await replaced();
    const second = await replaced();
    if (!(await executeServerCommand('collect-garbage'))) this.skip();
    expect(second.deref(), 'the one that is held').to.equal(held);
    expect(first.deref() === undefined, 'the one before is collected').to.equal(true);
  });
});
