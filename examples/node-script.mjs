/**
 * Lists the services of an institution as a table for a spreadsheet.
 *
 *   node examples/node-script.mjs https://register.example ozolleja > pakalpojumi.csv
 *
 * Ends with 0, with 75 where the register may answer later, with 1 where it will not.
 */
import { RegisterClient, RegisterError } from '@pvp/sdk';

const COLUMNS = [
  'id',
  'title',
  'status',
  'cost',
  'from',
  'to',
  'currency',
  'term',
  'unit',
  'changed',
];

const [register, institution] = process.argv.slice(2);
if (institution === undefined) {
  console.error('Usage: node-script.mjs <register> <institution>');
  process.exit(2);
}

try {
  const client = new RegisterClient({ register });
  const lines = [line(COLUMNS)];
  let cursor;
  do {
    const page = await client.listServices({ institution: [institution], limit: 200, cursor });
    for (const { id, title, status, cost, term, changedAt } of page.items) {
      const { kind, min, max, currency } = cost ?? {};
      lines.push(
        line([id, title, status, kind, min, max, currency, term?.max, term?.unit, changedAt]),
      );
    }
    cursor = page.next;
  } while (cursor !== undefined);
  process.stdout.write(lines.join(''));
} catch (error) {
  // Everything that the SDK throws says what happened and whether to try again.
  if (!(error instanceof RegisterError)) throw error;
  console.error(error.message);
  process.exitCode = error.retryable ? 75 : 1;
}

/** RFC 4180. A cell that a spreadsheet would calculate is made text. */
function line(cells) {
  const quoted = cells.map((cell = '') => {
    const text = String(cell).replace(/^[=+\-@]/, "'$&");
    return `"${text.replaceAll('"', '""')}"`;
  });
  return `${quoted.join(',')}\r\n`;
}
