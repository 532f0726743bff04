import { css, type LitElement } from 'lit';
import { addStyles } from './add-styles.ts';

/**
 * Small pictures before a text that says the same: `class="i i-person"`. They are shapes cut out of
 * the text's colour, so that a row of facts costs one element for each fact and no image, which a
 * page's policy might refuse. Drawn in a square of 20 px, for which the foundation keeps the room:
 * they may come after the text.
 */
const pictures = css`
  .i::before {
    background: currentColor;
    clip-path: var(--_i);
  }
  .i-person {
    --_i: path(
      evenodd,
      'M10 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8zm0 1.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM2 18c0-4.2 3.6-6.5 8-6.5s8 2.3 8 6.5zm1.7-1.5h12.6c-.6-2.2-3-3.5-6.3-3.5s-5.7 1.3-6.3 3.5z'
    );
  }
  .i-price {
    --_i: path(
      evenodd,
      'M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16zm0 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM13.6 6.9A4 4 0 1 0 13.6 13.1L12.7 12.1A2.7 2.7 0 1 1 12.7 7.9zM5.4 8.6h1.7v.9H5.4zM8.5 8.6h3.2v.9H8.5zM5.4 10.5h1.7v.9H5.4zM8.5 10.5h3.2v.9H8.5z'
    );
  }
  .i-clock {
    --_i: path(
      evenodd,
      'M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16zm0 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM9.2 5.5h1.5v4.1l3 2-.8 1.3-3.7-2.5z'
    );
  }
  .i-online {
    --_i: path(evenodd, 'M2 3h16v11H2zM3.5 4.5v8h13v-8zM9.2 14h1.6v2H14v1.5H6V16h3.2z');
  }
  .i-place {
    --_i: path(
      evenodd,
      'M10 1.5a6.5 6.5 0 0 1 6.5 6.5c0 5-6.5 10.5-6.5 10.5S3.5 13 3.5 8A6.5 6.5 0 0 1 10 1.5zM10 3a5 5 0 0 0-5 5c0 3.4 3.6 7.2 5 8.5 1.4-1.3 5-5.1 5-8.5a5 5 0 0 0-5-5zm0 3a2 2 0 1 1 0 4 2 2 0 0 1 0-4z'
    );
  }
  .i-phone {
    --_i: path(evenodd, 'M5 1.5h10v17H5zM6.5 3v11.5h7V3zM9 16v1h2v-1z');
  }
  .i-letter {
    --_i: path(evenodd, 'M2 4h16v12H2zM3.5 7.2v7.3h13V7.2L10 11.6zM4.6 5.5L10 9.6l5.4-4.1z');
  }
  .i-sign {
    --_i: path(
      evenodd,
      'M13.5 2.4l4.1 4.1L7 17.2H2.8V13zM13.5 4.5l-9.2 9.1v2.1h2.1l9.1-9.2zM10.6 16h6.6v1.4h-6.6z'
    );
  }
  .i-search {
    --_i: path(
      evenodd,
      'M8.5 2a6.5 6.5 0 0 1 5.2 10.4l4.6 4.6-1.3 1.3-4.6-4.6A6.5 6.5 0 1 1 8.5 2zm0 1.7a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6z'
    );
  }
  .i-warning {
    --_i: path(
      evenodd,
      'M10 2l9 16H1zM10 5.1L3.6 16.5h12.8zM9.2 8.5h1.6v4.3H9.2zM9.2 13.8h1.6v1.6H9.2z'
    );
  }
  @media (forced-colors: active) {
    .i::before {
      background: CanvasText;
    }
    button.i::before {
      background: ButtonText;
    }
  }
`;

export const addPictures = (host: LitElement): void => addStyles(host, pictures);
