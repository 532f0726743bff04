/** A reporter of node:test that yields only the counts which scripts/test.mjs sums up. */
export default async function* countReporter(source) {
  const count = { passed: 0, failed: 0 };
  for await (const { type, data } of source) {
    // The totals come as the last diagnostics of a run, in every Node since 20.
    const [, name, number] = /^(pass|fail|cancelled) (\d+)$/.exec(data?.message ?? '') ?? [];
    if (type !== 'test:diagnostic' || data.nesting !== 0 || !name) continue;
    if (name === 'pass') count.passed = Number(number);
    else if (name === 'fail') count.failed = Number(number);
    else count.failed += Number(number);
  }
  yield JSON.stringify(count);
}
