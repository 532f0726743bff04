/**
 * `npm start`: the bundles where they are out of date, then `pvp start`. The build is called here
 * and not in a `prestart` script because npm skips those under `ignore-scripts=true`.
 */
import { ensureBuilt } from './build.mjs';

try {
  await ensureBuilt({ quiet: true });
} catch (error) {
  console.error(`The build failed: ${error.message}`);
  process.exit(1);
}
if (process.env.npm_lifecycle_event) {
  // npm hands a SIGTERM only to the shell between it and this process. When that shell is gone, so
  // is whoever started us: end in good order instead of holding the port for ever.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250).unref();
}
process.argv.splice(2, 0, 'start');
await import('../packages/cli/bin/pvp.js');
