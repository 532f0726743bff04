/** The same with emoji-picker-element: each service is one of its own emoji. */
import { Picker } from 'emoji-picker-element';
import { loadRows } from './services.ts';

const picture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"/>')}`;

// Its own list has one entry, so that what is measured are the services.
const picker = new Picker({ dataSource: new URL('emoji.json', location.href).href });
void loadRows().then((rows) => {
  picker.customEmoji = rows.map((row) => ({
    name: row.title,
    shortcodes: [row.title, row.institution],
    url: picture,
    category: 'Pakalpojumi',
  }));
  document.querySelector('#app')!.append(picker);
});
