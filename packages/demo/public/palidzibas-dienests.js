/**
 * The desk of the staff on the help desk API: list, open, answer, hand on, close. The token is typed
 * in by a person and stays in this tab (`sessionStorage`): never in an address, never for longer.
 */
const TOKEN = 'pvp-help-desk-token';
const register = document.querySelector('main').dataset.register;
const byId = (id) => document.getElementById(id);

const STATES = {
  acknowledged: 'Saņemts',
  'in-progress': 'Tiek izskatīts',
  pending: 'Gaida iesniedzēju',
  resolved: 'Atbildēts',
  closed: 'Slēgts',
  rejected: 'Noraidīts',
};
/** Where each state may lead, as the register has it. */
const NEXT = {
  acknowledged: ['in-progress', 'pending', 'resolved', 'rejected'],
  'in-progress': ['pending', 'resolved', 'rejected'],
  pending: ['in-progress', 'resolved', 'rejected'],
  resolved: ['in-progress', 'closed'],
  closed: [],
  rejected: [],
};
const KINDS = {
  'information-request': 'Jautājums',
  'service-request': 'Palīdzība pieteikties',
  incident: 'Ziņojums par kļūdu',
  complaint: 'Sūdzība',
  suggestion: 'Ierosinājums',
  'work-request': 'Darba pieprasījums',
  'agreement-request': 'Vienošanās pieprasījums',
  'change-request': 'Izmaiņu pieprasījums',
  problem: 'Problēma',
};
const ACTORS = { requester: 'iesniedzējs', register: 'reģistrs' };
const LEVELS = { 0: '0. pašapkalpošanās', 1: '1. speciālists', 2: '2. eksperts' };

let next;
let opened;

/** An element with properties and content; text is text, never markup. */
function make(tag, properties = {}, ...content) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...content.filter((part) => part !== undefined));
  return element;
}

const say = (text) => (byId('zina').textContent = text);

/** `21.11.2026. plkst. 14.05` by the clock in Latvia, as the person who asked sees it. */
function time(instant) {
  const at = new Date(instant).toLocaleString('lv', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Riga',
  });
  const [date, clock] = at.split(' ');
  return `${date.replace(/\D*$/, '.')} plkst. ${clock.replace(':', '.')}`;
}

/** What went wrong, as a person at the desk needs it. */
class DeskError extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

async function ask(path, { method = 'GET', body, revision } = {}) {
  let response;
  try {
    response = await fetch(`${register}/v1/admin/${path}`, {
      method,
      cache: 'no-store',
      headers: {
        Authorization: `Bearer ${sessionStorage.getItem(TOKEN)}`,
        ...(body && { 'Content-Type': 'application/json' }),
        ...(revision && { 'If-Match': revision }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  } catch {
    throw new DeskError('Reģistrs neatbild. Pārbaudiet savienojumu un mēģiniet vēlreiz.');
  }
  if (response.ok) return response;
  const known = {
    401: 'Pilnvara nav derīga.',
    403: 'Ar šo pilnvaru pieprasījumus skatīt nevar.',
    404: 'Šāda pieprasījuma vairs nav.',
    409: 'No šī stāvokļa izvēlētais stāvoklis nav iespējams.',
    412: 'Pieprasījumu pa to laiku mainījis cits darbinieks. Parādīts jaunākais.',
    422: 'Ierakstiet atbildi vai piezīmi, vai izvēlieties citu stāvokli.',
    429: 'Pārāk daudz mēģinājumu. Mēģiniet vēlreiz pēc dažām minūtēm.',
  };
  throw new DeskError(
    known[response.status] ?? `Reģistrs atbildēja ${response.status}.`,
    response.status,
  );
}

/** Runs what a person asked for, and says what went wrong. */
async function attempt(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    if (error.status === 401 || error.status === 403) return signOut(error.message);
    say(error.message);
    if (error.status === 412 && opened) await open(opened.number, { isQuiet: true });
  }
}

function signOut(reason) {
  sessionStorage.removeItem(TOKEN);
  byId('darbs').hidden = true;
  byId('pieklit').hidden = false;
  byId('saraksts').replaceChildren();
  byId('pieprasijums').hidden = true;
  opened = undefined;
  const fault = byId('pilnvara-kluda');
  fault.hidden = !reason;
  fault.textContent = reason ?? '';
  const field = byId('pilnvara');
  if (reason) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
  field.focus();
}

async function list(isMore = false) {
  const query = new URLSearchParams({ limit: '20' });
  for (const [id, name] of [
    ['stavoklis', 'state'],
    ['veids', 'kind'],
    ['limenis', 'level'],
  ]) {
    if (byId(id).value) query.set(name, byId(id).value);
  }
  if (isMore && next) query.set('cursor', next);
  const answer = await (await ask(`requests?${query}`)).json();
  byId('pieklit').hidden = true;
  byId('darbs').hidden = false;
  next = answer.next;
  byId('vairak').hidden = !next;
  const rows = answer.items.map((row) => {
    const link = make('a', { href: `#${row.number}`, textContent: row.number });
    if (row.number === opened?.number) link.setAttribute('aria-current', 'true');
    const about = [KINDS[row.kind], LEVELS[row.level], time(row.receivedAt)].join(' · ');
    return make('li', {}, link, ' ', stateMark(row.state), make('small', { textContent: about }));
  });
  if (isMore) byId('saraksts').append(...rows);
  else byId('saraksts').replaceChildren(...rows);
  const count = byId('saraksts').childElementCount;
  say(count ? `Parādīti pieprasījumi: ${count}.` : 'Šādu pieprasījumu nav.');
}

const stateMark = (state) => make('span', { className: 'state', textContent: STATES[state] });

async function open(number, { isQuiet = false } = {}) {
  const response = await ask(`requests/${encodeURIComponent(number)}`);
  const request = await response.json();
  const asked = await askedFor(request);
  opened = { ...request, asked, revision: response.headers.get('etag') };
  show(opened, isQuiet);
}

/** What the form of the request asked for; without it, ids stand in for titles. */
async function askedFor({ kind, profile, institutionId, serviceId }) {
  const query = new URLSearchParams({ profile, institution: institutionId });
  if (serviceId) query.set('service', serviceId);
  try {
    const response = await fetch(`${register}/v1/request-kinds?${query}`);
    const { kinds } = await response.json();
    return kinds.find((form) => form.kind === kind)?.attributes ?? [];
  } catch {
    return [];
  }
}

/** An answer in the words of the form. */
function worded(attribute, value) {
  if (typeof value === 'boolean') return value ? 'Jā' : 'Nē';
  if (attribute?.type === 'instant') return time(value);
  return [value]
    .flat()
    .map((one) => attribute?.values?.find(({ id }) => id === one)?.title.lv ?? one)
    .join(', ');
}

function show(request, isQuiet) {
  const { number, kind, state, level, profile, receivedAt, serviceId, institutionId } = request;
  byId('pieprasijums').hidden = false;
  const title = byId('pieprasijuma-virsraksts');
  title.replaceChildren(`${KINDS[kind]} ${number} `, stateMark(state));
  const facts = make('dl', { className: 'facts' });
  const fact = (name, value) =>
    value !== undefined &&
    value !== '' &&
    facts.append(make('dt', { textContent: name }), make('dd', { textContent: String(value) }));
  fact('Saņemts', time(receivedAt));
  fact('Līmenis', LEVELS[level]);
  fact('Iestāde', institutionId);
  fact('Pakalpojums', serviceId);
  fact('Profils', profile === 'institutions' ? 'iestāde' : 'iedzīvotājs vai uzņēmums');
  fact('Valoda', request.lang);
  for (const [id, value] of Object.entries(request.attributes ?? {})) {
    const attribute = request.asked.find((one) => one.id === id);
    fact(attribute?.title.lv ?? id, worded(attribute, value));
  }
  for (const value of Object.values(request.contact ?? {})) fact('Kontaktinformācija', value);
  byId('saturs-pieprasijuma').replaceChildren(
    facts,
    make('p', {
      className: 'text',
      textContent: request.text ?? 'Tekstu glabā iestādes sistēma.',
    }),
    ...files(request),
    actions(request),
    make('h3', { textContent: 'Gaita' }),
    make('ol', { className: 'course' }, ...[...request.events].reverse().map(step)),
  );
  for (const link of byId('saraksts').querySelectorAll('a')) {
    if (link.hash === `#${number}`) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  if (!isQuiet) title.focus();
}

function files({ number, attachments }) {
  if (!attachments?.length) return [];
  const save = (file) => async () => {
    const path = `requests/${number}/attachments/${encodeURIComponent(file.id)}`;
    const url = URL.createObjectURL(await (await ask(path)).blob());
    make('a', { href: url, download: file.name }).click();
    URL.revokeObjectURL(url);
  };
  return [
    make(
      'p',
      {},
      'Datnes: ',
      ...attachments.map((file) =>
        make('button', {
          type: 'button',
          textContent: `Saglabāt ${file.name}`,
          onclick: () => attempt(save(file)),
        }),
      ),
    ),
  ];
}

function step({ at, actor, state, level, message, note }) {
  const about = `${time(at)} · ${STATES[state]} · ${LEVELS[level]} · ${ACTORS[actor] ?? actor}`;
  const said = (text, name) =>
    text && make('p', { className: 'text', textContent: `${name}: ${text}` });
  return make('li', {}, about, said(message, 'Atbilde'), said(note, 'Piezīme'));
}

/** Answer, note, state and level in one form; what is left as it is, is not sent. */
function actions({ state, level }) {
  if (!NEXT[state].length) {
    return make('p', { className: 'hint', textContent: 'Pieprasījums ir noslēgts.' });
  }
  const labelled = (id, text, control) => {
    const label = make('label', { textContent: text });
    label.htmlFor = id;
    control.id = id;
    return make('p', {}, label, control);
  };
  const options = (values, chosen) =>
    Object.entries(values).map(([value, textContent]) =>
      make('option', { value, textContent, selected: value === String(chosen) }),
    );
  const allowed = Object.fromEntries([state, ...NEXT[state]].map((one) => [one, STATES[one]]));
  const form = make(
    'form',
    { noValidate: true },
    labelled('atbilde', 'Atbilde iesniedzējam', make('textarea', { rows: 5, maxLength: 8000 })),
    labelled('piezime', 'Piezīme darbiniekiem', make('textarea', { rows: 2, maxLength: 4000 })),
    make(
      'div',
      { className: 'pair' },
      labelled('jauns-stavoklis', 'Stāvoklis', make('select', {}, ...options(allowed, state))),
      labelled('jauns-limenis', 'Līmenis', make('select', {}, ...options(LEVELS, level))),
    ),
    make('button', { className: 'main', textContent: 'Saglabāt' }),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const answer = byId('atbilde').value.trim();
    const note = byId('piezime').value.trim();
    const nextState = byId('jauns-stavoklis').value;
    const nextLevel = Number(byId('jauns-limenis').value);
    const body = {
      ...(answer && { answer }),
      ...(note && { note }),
      ...(nextState !== state && { state: nextState }),
      ...(nextLevel !== level && { level: nextLevel }),
    };
    void attempt(async () => {
      const { number, revision } = opened;
      const response = await ask(`requests/${number}/events`, { method: 'POST', body, revision });
      const { asked } = opened;
      opened = { ...(await response.json()), asked, revision: response.headers.get('etag') };
      show(opened, false);
      await list();
      say(`Pieprasījums ${number} saglabāts: ${STATES[opened.state]}.`);
    });
  });
  return form;
}

async function showUsage() {
  const { hosts, notFound, feedback, suggestions } = await (await ask('usage')).json();
  const table = (caption, names, rows) =>
    make(
      'div',
      { className: 'wide' },
      make('h3', { textContent: caption }),
      rows.length
        ? make(
            'table',
            {},
            make(
              'thead',
              {},
              make('tr', {}, ...names.map((textContent) => make('th', { textContent }))),
            ),
            make(
              'tbody',
              {},
              ...rows.map((cells) =>
                make('tr', {}, ...cells.map((textContent) => make('td', { textContent }))),
              ),
            ),
          )
        : make('p', { className: 'hint', textContent: 'Nekā nav.' }),
    );
  byId('lietojums-saturs').replaceChildren(
    table(
      'Vietnes',
      ['Vietne', 'Skatīts', 'Meklēts', 'Neatrasts', 'Pieprasīts'],
      hosts.map(({ host, counts }) => [
        host,
        ...['view', 'search', 'search-without-result', 'request-opened'].map(
          (name) => counts[name] ?? 0,
        ),
      ]),
    ),
    table(
      'Neatrasti vārdi',
      ['Vārdi', 'Reizes'],
      notFound.map(({ query, count }) => [query, count]),
    ),
    table(
      'Vai informācija noderēja?',
      ['Kas', 'Jā', 'Nē'],
      feedback.map(({ subject, useful, notUseful }) => [subject.id, useful, notUseful]),
    ),
    table(
      'Ierosinājumi',
      ['Diena', 'Kas', 'Teksts'],
      suggestions.map(({ day, subject, text }) => [day, subject.id, text]),
    ),
  );
}

function fillFilters() {
  const all = make('option', { value: '', textContent: 'Visi' });
  for (const [id, values] of [
    ['stavoklis', STATES],
    ['veids', KINDS],
    ['limenis', LEVELS],
  ]) {
    byId(id).replaceChildren(
      all.cloneNode(true),
      ...Object.entries(values).map(([value, textContent]) =>
        make('option', { value, textContent }),
      ),
    );
  }
}

function openFromAddress() {
  const number = decodeURIComponent(location.hash.slice(1));
  if (number && sessionStorage.getItem(TOKEN)) void attempt(() => open(number));
}

fillFilters();
byId('pieklit').addEventListener('submit', (event) => {
  event.preventDefault();
  const field = byId('pilnvara');
  const token = field.value.trim();
  field.value = '';
  if (!/^[\x21-\x7e]{1,}$/.test(token)) return signOut('Ierakstiet pilnvaru.');
  sessionStorage.setItem(TOKEN, token);
  void attempt(async () => {
    await list();
    byId('pilnvara-kluda').hidden = true;
    byId('saraksts-virsraksts').tabIndex = -1;
    byId('saraksts-virsraksts').focus();
    openFromAddress();
  });
});
byId('atlase').addEventListener('change', () => void attempt(() => list()));
byId('atlase').addEventListener('submit', (event) => event.preventDefault());
byId('atjaunot').addEventListener('click', () => void attempt(() => list()));
byId('vairak').addEventListener('click', () => void attempt(() => list(true)));
byId('iziet').addEventListener('click', () => signOut());
byId('lietojums').addEventListener('toggle', ({ target }) => {
  if (target.open) void attempt(showUsage);
});
addEventListener('hashchange', openFromAddress);
if (sessionStorage.getItem(TOKEN)) {
  void attempt(async () => {
    await list();
    openFromAddress();
  });
}
