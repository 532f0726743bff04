import { defineWhenPresent } from './define-when-present.ts';
import { beginCatalogues } from '../first-load/begin-catalogues.ts';
import './pvp-service-card.ts';

void beginCatalogues(new Map());
defineWhenPresent('pvp-life-events', () => import('./pvp-life-events.ts'));
defineWhenPresent('pvp-support-widget', () => import('./pvp-support-widget.ts'));
// One file defines both.
defineWhenPresent('pvp-request-form, pvp-request-state', () => import('./pvp-request-form.ts'));
