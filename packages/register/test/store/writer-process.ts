/** Writes to an SQLite file as the writers whose numbers follow it on the command line. */
import { openStore } from '../../src/store/open-store.ts';
import { writeAsWriter } from './writer.ts';

const [file, ...writers] = process.argv.slice(2);
await Promise.all(
  writers.map(async (writer) => {
    const store = await openStore({ file });
    await writeAsWriter(store, Number(writer)).finally(() => store.close());
  }),
);
