/** The form at once; the state of a request, which nobody looks at first, right after it. */
import { define } from '../define/define.ts';
import { PvpRequestForm } from './request-form.ts';

define('pvp-request-form', PvpRequestForm);
// Where it cannot be had now, the form asks for it again when a state is to be shown.
void import('./define-state.ts').catch(() => undefined);
