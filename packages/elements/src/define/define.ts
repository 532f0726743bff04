import { VERSION } from '../version.ts';

/**
 * Registers an element, and never throws at the page: on a server there is nothing to register
 * with; the same version twice is silent; another version keeps its place and is named once.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (typeof customElements === 'undefined') return;
  try {
    const present = customElements.get(tag) as { version?: string } | undefined;
    if (!present) customElements.define(tag, element);
    else if (present.version !== VERSION) {
      import('../attributes/misuse.ts').then(
        (misuse) => misuse.reportOtherVersion(tag, present.version, VERSION),
        () => undefined,
      );
    }
  } catch (error) {
    console.error(`<${tag}> could not be defined; its fallback content stays.`, error);
  }
}
