import { expect } from 'chai';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import { resizeViewport } from '../browser.ts';
import { clearPage, find, listed, place } from '../page.ts';

let register: BrowserRegister;

const sheet = document.createElement('link');
sheet.rel = 'stylesheet';

const pixel = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;

/** Relative luminance of the last of these colours, drawn over the others. */
function luminance(...colours: string[]): number {
  for (const colour of colours) {
    pixel.fillStyle = colour;
    pixel.fillRect(0, 0, 1, 1);
  }
  const [red, green, blue] = [...pixel.getImageData(0, 0, 1, 1).data].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** The ratio of WCAG between a colour and the grounds that it stands on, the lowest first. */
function ratio(colour: string, ...grounds: string[]): number {
  const [low, high] = [luminance(...grounds), luminance(...grounds, colour)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

async function applyTheme(name: string): Promise<void> {
  sheet.remove();
  if (name === 'none') return;
  sheet.href = new URL(`../../themes/${name}.css`, import.meta.url).href;
  await new Promise((resolve, reject) => {
    sheet.onload = resolve;
    sheet.onerror = () => reject(new Error(`${sheet.href} could not be read`));
    document.head.append(sheet);
  });
}

describe('contrast of edges', () => {
  before(async function () {
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    register = await openRegister();
    await resizeViewport(1280, 900);
  });
  afterEach(() => {
    clearPage();
    sheet.remove();
    document.documentElement.style.colorScheme = '';
  });

  for (const theme of ['none', 'government', 'municipality', 'dense']) {
    for (const scheme of ['light', 'dark']) {
      it(`reaches 3 : 1 for fields, buttons and focus, theme ${theme}, ${scheme}`, async () => {
        document.documentElement.style.colorScheme = scheme;
        await applyTheme(theme);
        const catalogue = place<HTMLElement>(
          `<pvp-service-catalogue register="${register.origin}" limit="1"></pvp-service-catalogue>`,
        );
        await listed(catalogue);
        const page = scheme === 'light' ? '#fff' : '#121212';
        const ground = getComputedStyle(catalogue).backgroundColor;
        const field = find<HTMLInputElement>(catalogue, 'input[type=search]')!;
        const ratios = {
          field: ratio(getComputedStyle(field).borderTopColor, page, ground),
          button: ratio(
            getComputedStyle(find(catalogue, '.submit')!).backgroundColor,
            page,
            ground,
          ),
          focus: 0,
        };
        field.focus();
        ratios.focus = ratio(getComputedStyle(field).outlineColor, page, ground);
        for (const [what, value] of Object.entries(ratios)) {
          expect(value, what).to.be.at.least(3);
        }
      });
    }
  }
});
