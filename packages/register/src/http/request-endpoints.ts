/** The endpoints of requests, feedback and counters, for people and for the staff. */
import { addHelpDeskEndpoints } from './help-desk.ts';
import type { RegisterApp, RegisterContext } from './register-context.ts';
import { addRequestFormEndpoints } from './request-forms.ts';
import { addSubmissionEndpoints } from './requests.ts';
import { addUploadEndpoint } from './uploads.ts';
import { addUsageEndpoints } from './usage.ts';

export function addRequestEndpoints(app: RegisterApp, context: RegisterContext): void {
  addRequestFormEndpoints(app, context);
  addUploadEndpoint(app, context);
  addSubmissionEndpoints(app, context);
  addHelpDeskEndpoints(app, context);
  addUsageEndpoints(app, context);
}
