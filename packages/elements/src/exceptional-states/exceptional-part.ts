import type { ReactiveControllerHost } from 'lit';
import { LazyPart } from '../controllers/lazy-part.ts';
import type { UiLanguage } from '../translations/messages.ts';

export type ExceptionalStates = typeof import('./exceptional-states.ts');

/** What is seldom said, with its sentences in the language that it is asked for. */
export function exceptionalPart(
  host: ReactiveControllerHost & Element,
): LazyPart<ExceptionalStates> {
  return new LazyPart(host, async (lang) => {
    const part = await import('./exceptional-states.ts');
    await part.prepareExceptional(lang as UiLanguage);
    return part;
  });
}
