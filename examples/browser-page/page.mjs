/**
 * A page of its own look that keeps an institution's descriptions on the device: it searches without
 * the network, and a second visit shows everything while the register is down, with its date. Pages
 * that need no look of their own use the elements (`docs/embedding.md`).
 */
import { indexedDbStore, openReplicaSource } from '@pvp/sdk/sync';

const { register, scope } = document.querySelector('[data-register]').dataset;
const [form, status, rows] = ['form', '[role=status]', 'ul'].map((name) =>
  document.querySelector(name),
);

// On a page over http no copy can be kept: then the source reads live.
const source = await openReplicaSource({ register, scope, store: indexedDbStore() });

let asked = 0;
async function show() {
  const turn = ++asked;
  const q = form.elements.q.value;
  try {
    const { data, freshness } = await source.loadList({ q, limit: 50, lang: 'lv' });
    // Somebody has typed on meanwhile.
    if (turn !== asked) return;
    rows.replaceChildren(...data.items.map(row));
    const at = new Date(freshness.fetchedAt).toLocaleString('lv-LV');
    status.textContent = `Pakalpojumi: ${data.total}. Dati no ${at}.`;
  } catch {
    status.textContent = 'Pakalpojumus pašlaik neizdodas ielādēt.';
  }
}

function row({ id, title, summary = '', lang }) {
  const item = document.createElement('li');
  const heading = document.createElement('strong');
  item.dataset.id = id;
  item.lang = lang;
  // Text stays text: nothing that a register gives becomes markup.
  heading.textContent = title;
  item.append(heading, ` ${summary}`);
  return item;
}

form.addEventListener('input', show);
form.addEventListener('submit', (event) => event.preventDefault());
// Follows the register while the page is open.
source.watch(show);
await show();
