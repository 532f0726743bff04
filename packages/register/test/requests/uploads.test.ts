import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { crc32 } from 'node:zlib';
import type { Problem, Upload } from '@pvp/contract';
import { checked } from '../http/contract-check.ts';
import { request, RequestWorld } from './request-world.ts';

let world: RequestWorld;
before(async () => {
  world = await RequestWorld.open(undefined, {
    settings: {
      difficulty: 0,
      attachments: { count: 2, bytes: 200_000, unclaimedBytes: 1_000_000 },
      limits: { uploadsPerAddress: 10_000, requestsPerAddress: 1000, callsPerAddress: 1000 },
    },
  });
});
after(() => world.register.close());

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function send(name: string, content: Buffer, type = 'application/octet-stream', at = world) {
  return at.fetch(`/v1/uploads?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: new Uint8Array(content),
  });
}

async function kept(name: string, content: Buffer, type?: string): Promise<Upload> {
  const response = await send(name, content, type);
  const upload = await checked('createUpload', response);
  assert.equal(response.status, 201, JSON.stringify(upload));
  return upload as Upload;
}

async function refusal(name: string, content: Buffer, type?: string): Promise<Problem> {
  const response = await send(name, content, type);
  const problem = (await checked('createUpload', response)) as Problem;
  assert.equal(response.status, 415, JSON.stringify(problem));
  return problem;
}

describe('a file', () => {
  test('is what its content is, whatever is said of it', async () => {
    const upload = await kept('foto.exe', PNG, 'application/pdf');
    assert.equal(upload.mediaType, 'image/png');
    assert.equal(upload.name, 'foto.png');
    assert.equal(upload.bytes, PNG.length);
  });
  test('keeps its name for people, and nothing of a name that a machine obeys', async () => {
    for (const [given, expected] of [
      ['Iesniegums – Bērziņš.pdf', 'Iesniegums – Bērziņš.pdf'],
      ['../../etc/passwd', 'passwd.pdf'],
      ['C:\\Users\\a\\b.pdf', 'b.pdf'],
      ['a"; filename="b.html', 'a filename=b.pdf'],
      ['rinda\r\nSet-Cookie: a=b.pdf', 'rinda Set-Cookie a=b.pdf'],
      ['\u202Egnp.exe', 'gnp.pdf'],
      ['.pdf', 'datne.pdf'],
      ['x'.repeat(190), `${'x'.repeat(120)}.pdf`],
    ] as const) {
      assert.equal((await kept(given, PDF)).name, expected, given);
    }
  });
  test('of signed documents is known as such', async () => {
    const mimetype = 'application/vnd.etsi.asic-e+zip';
    const upload = await kept('liecība.edoc', container(mimetype));
    assert.equal(upload.mediaType, mimetype);
    assert.equal(upload.name, 'liecība.asice');
  });
  test('of text is taken where it says so and is text', async () => {
    const text = Buffer.from('Sveiki, pasaule!\n<script>alert(1)</script>\n');
    const upload = await kept('piezīmes.html', text, 'text/plain; charset=utf-8');
    assert.equal(upload.mediaType, 'text/plain');
    assert.equal(upload.name, 'piezīmes.txt');
    await refusal('a.txt', text, 'text/html');
    await refusal('a.txt', Buffer.from([0x61, 0x00, 0x62]), 'text/plain');
    await refusal('a.txt', Buffer.from([0xff, 0xfe, 0x41]), 'text/plain');
  });
  test('of any other kind is refused, and what is allowed is named', async () => {
    const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    const problem = await refusal('a.svg', script, 'image/svg+xml');
    assert.match(problem.detail ?? '', /application\/pdf/);
    await refusal('a.pdf', Buffer.from('MZ\u0090\u0000'.repeat(20), 'latin1'));
    await refusal('a.zip', container('application/x-evil'));
    await refusal('a.pdf', Buffer.from('not a document'), 'application/pdf');
    await refusal('a.pdf', Buffer.alloc(0));
  });
  test('that is too large is refused', async () => {
    const response = await send('a.pdf', Buffer.concat([PDF, Buffer.alloc(200_000)]));
    assert.equal(response.status, 413);
    await checked('createUpload', response);
  });
  test('needs a name', async () => {
    const response = await world.fetch('/v1/uploads', { method: 'POST', body: 'x' });
    assert.equal(response.status, 400);
    await checked('createUpload', response);
  });
});

describe('a request with files', () => {
  test('takes them along, to the staff alone, as a download', async () => {
    const one = await kept('Rēķins.pdf', PDF);
    const two = await kept('foto.png', PNG);
    const receipt = await world.received(request({ attachments: [two.id, one.id] }));
    const { attachments } = await world.tracked(receipt);
    assert.deepEqual(
      attachments.map(({ name }) => name),
      ['foto.png', 'Rēķins.pdf'],
    );
    assert.ok(!JSON.stringify(attachments).includes(one.id), 'the id of a file is not told again');

    const detail = await world.detail(receipt.number);
    assert.deepEqual(detail.attachments, [two, one]);
    const response = await world.desk(`requests/${receipt.number}/attachments/${one.id}`);
    assert.equal(response.status, 200);
    assert.equal(
      response.headers.get('content-disposition'),
      "attachment; filename*=UTF-8''R%C4%93%C4%B7ins.pdf",
    );
    assert.equal(response.headers.get('content-type'), 'application/pdf');
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.match(response.headers.get('content-security-policy') ?? '', /^sandbox/);
    assert.ok(Buffer.from(await response.arrayBuffer()).equals(PDF));

    const bare = `/v1/admin/requests/${receipt.number}/attachments/${one.id}`;
    assert.equal((await world.fetch(bare)).status, 401);
    const other = await world.received(request());
    const astray = await world.desk(`requests/${other.number}/attachments/${one.id}`);
    assert.equal(astray.status, 404);
  });
  test('cannot take those of another one, or too many', async () => {
    const one = await kept('a.pdf', PDF);
    await world.received(request({ attachments: [one.id] }));
    const taken = await world.refused(422, request({ attachments: [one.id] }));
    assert.match(taken.errors?.[0]?.reason ?? '', /belongs to another request/);
    const ids = [];
    for (let n = 0; n < 3; n++) ids.push((await kept('a.pdf', PDF)).id);
    const many = await world.refused(422, request({ attachments: ids }));
    assert.match(many.errors?.[0]?.reason ?? '', /2 files at most/);
  });
  test('are erased with it', async () => {
    const { id } = await kept('a.pdf', PDF);
    const { number } = await world.received(request({ attachments: [id] }));
    await world.desk(`requests/${number}`, { method: 'DELETE' });
    assert.equal((await world.desk(`requests/${number}/attachments/${id}`)).status, 404);
    await world.refused(422, request({ attachments: [id] }));
  });
});

test('files that nobody names fill no disk', async (t) => {
  const small = await RequestWorld.open(t, {
    settings: { difficulty: 0, attachments: { unclaimedBytes: 2 * PDF.length } },
  });
  const statuses = [];
  for (let n = 0; n < 4; n++) {
    const response = await send('a.pdf', PDF, 'application/pdf', small);
    statuses.push(response.status);
    await checked('createUpload', response);
  }
  assert.deepEqual(statuses, [201, 201, 503, 503]);
});

/** A ZIP file whose one entry, stored as it is, says what the whole is. */
function container(mimetype: string): Buffer {
  const name = Buffer.from('mimetype');
  const content = Buffer.from(mimetype);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt32LE(crc32(content), 14);
  local.writeUInt32LE(content.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt32LE(crc32(content), 16);
  central.writeUInt32LE(content.length, 20);
  central.writeUInt32LE(content.length, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + content.length, 16);
  return Buffer.concat([local, name, content, central, name, end]);
}
