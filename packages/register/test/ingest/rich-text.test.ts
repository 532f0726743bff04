import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RICH_TEXT_TAGS, type RichText, type RichTextNode } from '@pvp/contract';
import {
  plainParagraphs,
  plainText,
  richTextFromHtml,
  richTextFromMarkdown,
  UnreadableText,
} from '../../src/ingest/rich-text/rich-text.ts';
import { validateRecord } from '../../src/record/validate.ts';

/** A tree in the notation of HTML, for reading in an assertion. */
function shown(tree: RichText): string {
  const show = (node: RichTextNode): string => {
    if (node.type === 'text') return node.value;
    const properties = Object.entries(node.properties ?? {});
    const attributes = properties.map(([name, value]) => ` ${name}=${String(value)}`).join('');
    if (node.tagName === 'br') return '<br>';
    return `<${node.tagName}${attributes}>${node.children.map(show).join('')}</${node.tagName}>`;
  };
  return tree.children.map(show).join('');
}

/** What every tree must keep, however it came about. */
function assertClosed(tree: RichText): void {
  const visit = (node: RichTextNode, depth: number): void => {
    assert.ok(depth < 30, 'a tree stays shallow');
    if (node.type === 'text') {
      assert.deepEqual(Object.keys(node), ['type', 'value']);
      return;
    }
    assert.ok((RICH_TEXT_TAGS as readonly string[]).includes(node.tagName), node.tagName);
    for (const [name, value] of Object.entries(node.properties ?? {})) {
      assert.ok(['href', 'colSpan', 'rowSpan', 'scope', 'start'].includes(name), name);
      if (name === 'href') assert.match(String(value), /^(https?:\/\/|mailto:|tel:)/);
    }
    assert.ok(Object.keys(node).every((key) => /^(type|tagName|properties|children)$/.test(key)));
    node.children.forEach((child) => visit(child, depth + 1));
  };
  tree.children.forEach((node) => visit(node, 1));
  const record = { type: 'life-event', id: 'x', title: { lv: 'X' }, description: { lv: tree } };
  assert.deepEqual(validateRecord(record), []);
}

test('HTML of an editor becomes paragraphs, lists and headings of the closed set', () => {
  const html =
    '<h1>Virsraksts&nbsp;</h1><div>Teksts <b> treknraksts </b> un <i>slīpraksts</i><br><br>otra rindkopa</div>' +
    '<section><ul><li><p>viens</p><ul><li>iekšējs</li></ul></li></ul></section><ol start="3"><li>trīs</ol>';
  assert.equal(
    shown(richTextFromHtml(html)),
    '<h3>Virsraksts</h3><p>Teksts <strong>treknraksts </strong>un <em>slīpraksts</em></p>' +
      '<p>otra rindkopa</p><ul><li>viens<ul><li>iekšējs</li></ul></li></ul><ol start=3><li>trīs</li></ol>',
  );
});

test('scripts, styles, frames and forms leave nothing; attributes but a few go', () => {
  const html =
    '<script>alert(1)</script><style>p{}</style><iframe src=x>a</iframe><form>b<input></form>' +
    '<svg><script>c</script><text>d</text></svg><img src=x onerror=alert(1)><p onclick=x style=y id=z>paliek</p>';
  assert.equal(shown(richTextFromHtml(html)), '<p>paliek</p>');
});

test('links lead to pages, mailboxes and telephones only; others keep their words', () => {
  const html =
    '<a href="javascript:alert(1)">a</a> <a href="java\tscript:x">b</a> <a href="data:text/html,x">c</a> ' +
    '<a href="/relatīvi">d</a> <a href="//x.example">e</a> <a href="HTTPS://x.example/f" target=_blank>f</a> <a href="tel:+37160000000">g</a>';
  assert.equal(
    shown(richTextFromHtml(html)),
    '<p>a b c d e <a href=https://x.example/f>f</a> <a href=tel:+37160000000>g</a></p>',
  );
});

test('bare addresses of pages and mailboxes become links without the sentence’s punctuation', () => {
  assert.equal(
    shown(plainParagraphs('Skat. www.latvija.example. Raksti pa e-pastu:dome@ozolleja.example!')),
    '<p>Skat. <a href=https://www.latvija.example>www.latvija.example</a>. Raksti pa ' +
      'e-pastu:<a href=mailto:dome@ozolleja.example>dome@ozolleja.example</a>!</p>',
  );
});

test('tables keep heads and spans; layout tables and empty rows go', () => {
  const html =
    '<table><caption>Cenas</caption><thead><tr><th scope=col colspan=2>A</th></tr></thead>' +
    '<tr><td><td></tr><tr><td>1<td rowspan=2 style=x>2</tr></table><table><tr><td>viena šūna</table>';
  assert.equal(
    shown(richTextFromHtml(html)),
    '<p>Cenas</p><table><thead><tr><th colSpan=2 scope=col>A</th></tr></thead>' +
      '<tbody><tr><td>1</td><td rowSpan=2>2</td></tr></tbody></table><p>viena šūna</p>',
  );
});

test('characters are cleaned and words are not', () => {
  const html =
    '<p>e\u2011pasts Nr.\u00a0309 vār\u00addi\u200b „PĒDIŅAS” un "PĒDIŅAS"</p><p>&nbsp;</p><b></b>';
  assert.equal(
    shown(richTextFromHtml(html)),
    '<p>e-pasts Nr. 309 vārdi „PĒDIŅAS” un "PĒDIŅAS"</p>',
  );
});

test('Markdown with a table, a nested list and HTML within', () => {
  const markdown =
    '# Kas jādara\n\n- viens\n  - divi\n\n**Svarīgi** <b>arī</b> https://x.example.\n\n|a|b|\n|-|-|\n|1|2|\n\n<div>bloks</div>\n\n3. trīs\n4. četri';
  const tree = richTextFromMarkdown(markdown);
  assertClosed(tree);
  assert.equal(
    shown(tree),
    '<h3>Kas jādara</h3><ul><li>viens<ul><li>divi</li></ul></li></ul>' +
      '<p><strong>Svarīgi</strong> arī <a href=https://x.example>https://x.example</a>.</p>' +
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>' +
      '<p>bloks</p><ol start=3><li>trīs</li><li>četri</li></ol>',
  );
});

test('plain text: bullets and running numbers are lists, a date at the start of a line is none', () => {
  assert.equal(
    shown(plainParagraphs('Pievieno:\n1. a;\n2) b.\n\n• c; • d\n- e\n\n1. janvārī\nslēgts')),
    '<p>Pievieno:</p><ol><li>a;</li><li>b.</li></ol><ul><li>c;</li><li>d</li><li>e</li></ul>' +
      '<p>1. janvārī<br>slēgts</p>',
  );
});

test('the words of a tree, a line per block', () => {
  const tree = richTextFromHtml('<p>a<br>b</p><ul><li>c</li></ul><table><tr><td>1<td>2</table>');
  assert.equal(plainText(tree), 'a\nb\nc\n1 2');
});

test('hostile markup is read within bounds, keeps its text, and stays in the closed set', () => {
  const deep = 50_000;
  const hostile: Record<string, string> = {
    div: '<div>'.repeat(deep) + 'x',
    inline: '<b><i>'.repeat(deep / 2) + 'x',
    misnested: '<i></b>'.repeat(deep) + 'x',
    lists: '<ul><li>'.repeat(deep / 2) + 'x',
    tables: '<table><tr><td>'.repeat(10_000) + 'x',
    attributes: '<a "><div '.repeat(10_000) + '>x',
    comments: '<!--'.repeat(deep) + '-->x',
    foreign: '<svg>'.repeat(deep) + 'x',
    quotes: `<a ="><div>`.repeat(20_000) + 'x',
  };
  for (const [name, html] of Object.entries(hostile)) {
    const tree = richTextFromHtml(html);
    assertClosed(tree);
    assert.match(plainText(tree), /x/, name);
  }
  for (const markdown of [
    '>'.repeat(deep) + ' x',
    '- '.repeat(40_000) + 'x',
    '[a]('.repeat(20_000),
    '*a_ '.repeat(20_000),
    '<div>\n\n'.repeat(10_000) + 'x',
    `${'|a'.repeat(10_000)}\n${'|-'.repeat(10_000)}`,
  ]) {
    assertClosed(richTextFromMarkdown(markdown));
  }
});

test('any mixture of tags, quotes and entities gives a valid tree', () => {
  // A small generator with a fixed start: the same texts in every run.
  let state = 20_261_121;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
  const pieces =
    '<p>|</p>|<div class="x>|<ul>|<li>|</ul>|<table>|<tr>|<td colspan=999>|</table>|<a href="javascript:x">|<a href=https://x.example>|</a>|<b>|</i>|<br/>|<script>|</script>|<!--|-->|<svg>|<math>|<template>|&lt;|&#0;|&amp|"|\'|=|>|<|vārds|\ud800|<h2>|<ol start=-5>|<th scope=row>|<form>|</form>|<select><option>|<![CDATA[|<?x|<plaintext>|<title>'.split(
      '|',
    );
  for (let round = 0; round < 400; round += 1) {
    const html = Array.from({ length: 1 + next(60) }, () => pieces[next(pieces.length)]).join('');
    assertClosed(richTextFromHtml(html));
    assertClosed(richTextFromMarkdown(html));
  }
});

test('a text beyond the limit is refused and told by its length, not by its words', () => {
  assert.throws(
    () => richTextFromHtml('slepens '.repeat(60_000)),
    (error) => error instanceof UnreadableText && !error.message.includes('slepens'),
  );
});
