import { css } from 'lit';

/**
 * The page's custom properties as the elements use them, each with what stands in for it.
 *
 * Text takes the page's own colour and stands on the page's own ground; quieter tones are mixed
 * from it. The other colours follow the page's `color-scheme`, so a page that knows light alone
 * never gets a dark element. A browser without `light-dark()` draws those in the text's colour.
 *
 * Colours that belong together are set together: a ground with the text on it.
 *
 * @cssproperty --pvp-accent - Colour of links, and ground of the main button.
 * @cssproperty --pvp-on-accent - Text on the accent colour.
 * @cssproperty --pvp-text - Colour of text.
 * @cssproperty --pvp-muted - Colour of text of second rank.
 * @cssproperty --pvp-surface - Ground of the element and of its fields and buttons.
 * @cssproperty --pvp-soft - Ground of what is set apart and of what the pointer is on.
 * @cssproperty --pvp-panel - Ground of a panel that lies over the page.
 * @cssproperty --pvp-on-panel - Text on that ground.
 * @cssproperty --pvp-border - Colour of lines that part.
 * @cssproperty --pvp-control-border - Edge of fields and filters; 3:1 against the ground.
 * @cssproperty --pvp-notice - Ground of notices.
 * @cssproperty --pvp-on-notice - Text in notices.
 * @cssproperty --pvp-notice-border - Edge of notices.
 * @cssproperty --pvp-focus - Outline of what has the focus; 3:1 against the ground.
 * @cssproperty --pvp-radius - Radius of corners.
 * @cssproperty --pvp-space - Unit of distance; smaller for a denser page.
 * @cssproperty --pvp-padding - Distance between the edge of the element and what is in it.
 * @cssproperty --pvp-font - Font family.
 * @cssproperty --pvp-font-size - Size of text; all other sizes follow it.
 */
export const tokens = css`
  :host {
    --_muted: var(--pvp-muted, color-mix(in srgb, currentColor 78%, transparent));
    --_accent: var(--pvp-accent, light-dark(#1d4f91, #9cc4f5));
    --_on-accent: var(--pvp-on-accent, light-dark(#fff, #10151b));
    --_surface: var(--pvp-surface, transparent);
    --_soft: var(--pvp-soft, color-mix(in srgb, currentColor 6%, transparent));
    --_line: var(--pvp-border, color-mix(in srgb, currentColor 22%, transparent));
    --_edge: var(--pvp-control-border, color-mix(in srgb, currentColor 62%, transparent));
    --_notice: var(--pvp-notice, light-dark(#fdf3dc, #33290f));
    --_on-notice: var(--pvp-on-notice, light-dark(#1b1f24, #f3ead6));
    --_notice-edge: var(--pvp-notice-border, light-dark(#b45f06, #e3a53a));
    --_focus: var(--pvp-focus, light-dark(#1d4f91, #9cc4f5));
    --_radius: var(--pvp-radius, 4px);
    --_space: var(--pvp-space, 1em);
    --_panel: var(--pvp-panel, Canvas);
    --_on-panel: var(--pvp-on-panel, CanvasText);
  }
`;
