import { expect } from 'chai';
import { openRegister } from '@pvp/testing/browser-register';

/** Leads to this machine where the browser was told so; see web-test-runner.config.mjs. */
const origin = `http://insecure.test:${location.port}`;

interface Seen {
  isSecureContext: boolean;
  hasDigests: boolean;
  warnings: string[];
  databases: string[];
  rows: number;
}

describe('a page over http', () => {
  it('keeps no copy, reads live, and warns once', async function () {
    this.timeout(60_000);
    const isReachable = await fetch(origin, { mode: 'no-cors' }).then(
      () => true,
      () => false,
    );
    // WebKitGTK cannot be told where a host name leads.
    if (!isReachable) return this.skip();
    const register = await openRegister();
    const frame = document.createElement('iframe');
    const seen = new Promise<Seen>((resolve) => {
      addEventListener('message', ({ data, source }) => {
        if (source === frame.contentWindow) resolve(data as Seen);
      });
    });
    frame.width = '800';
    frame.src = `${origin}/packages/elements/test/insecure/page.html?register=${register.origin}`;
    document.body.append(frame);
    const { isSecureContext, hasDigests, warnings, databases, rows } = await seen;
    frame.remove();
    expect([isSecureContext, hasDigests]).to.deep.equal([false, false]);
    expect(rows).to.be.greaterThan(1);
    expect(databases).to.deep.equal([]);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(/^<pvp-service-catalogue> .*secure context/);
  });
});
