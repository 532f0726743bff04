/**
 * Draws a rich-text tree. The tree is data: every element has a template of its own here, so a
 * tag outside the closed set has no way to the page, and its children stand in its place.
 */
import type { RichText, RichTextElement, RichTextNode } from '@pvp/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../templates/heading.ts';

/** Deeper trees than any register accepts: what lies below is left out rather than overflowing. */
const DEEPEST = 100;

/**
 * @param headingLevel Level that a top heading of the text (`h3`) gets on the page; lower ones
 *   follow, none below 6.
 */
export function renderRichText(text: RichText, headingLevel: number): unknown {
  return renderNodes(text.children, headingLevel, 0);
}

function renderNodes(nodes: readonly RichTextNode[], level: number, depth: number): unknown[] {
  if (depth > DEEPEST) return [];
  return nodes.map((node) =>
    node.type === 'text' ? node.value : renderElement(node, level, depth + 1),
  );
}

/** Addresses that may be followed. The register checks them too; a page trusts no register. */
const FOLLOWED = /^(https?:|mailto:|tel:)/i;

function renderElement(node: RichTextElement, level: number, depth: number): unknown {
  const inside = renderNodes(node.children, level, depth);
  const { href, start, colSpan, rowSpan, scope, lang } = node.properties ?? {};
  switch (node.tagName) {
    case 'p':
      return html`<p lang=${lang ?? nothing}>${inside}</p>`;
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return heading(Math.min(6, level + Number(node.tagName[1]) - 3), inside);
    case 'ul':
      return html`<ul>
        ${inside}
      </ul>`;
    case 'ol':
      return html`<ol start=${start ?? nothing}>
        ${inside}
      </ol>`;
    case 'li':
      return html`<li>${inside}</li>`;
    case 'a':
      return href && FOLLOWED.test(href) ? html`<a href=${href}>${inside}</a>` : inside;
    case 'strong':
      return html`<strong>${inside}</strong>`;
    case 'em':
      return html`<em>${inside}</em>`;
    case 'br':
      return html`<br />`;
    case 'sup':
      return html`<sup>${inside}</sup>`;
    case 'sub':
      return html`<sub>${inside}</sub>`;
    case 'blockquote':
      return html`<blockquote>${inside}</blockquote>`;
    case 'table':
      return renderTable(inside);
    case 'thead':
      return html`<thead>
        ${inside}
      </thead>`;
    case 'tbody':
      return html`<tbody>
        ${inside}
      </tbody>`;
    case 'tr':
      return html`<tr>
        ${inside}
      </tr>`;
    case 'th':
      return html`<th
        scope=${scope ?? 'col'}
        colspan=${colSpan ?? nothing}
        rowspan=${rowSpan ?? nothing}
      >
        ${inside}
      </th>`;
    case 'td':
      return html`<td colspan=${colSpan ?? nothing} rowspan=${rowSpan ?? nothing}>${inside}</td>`;
    default:
      return inside;
  }
}

/** A table scrolls in a frame of its own, which the keyboard reaches, instead of the page. */
export function renderTable(inside: unknown, label?: string): TemplateResult {
  return html`<div
    class="table"
    role=${label ? 'region' : nothing}
    aria-label=${label ?? nothing}
    tabindex="0"
  >
    <table>
      ${inside}
    </table>
  </div>`;
}
