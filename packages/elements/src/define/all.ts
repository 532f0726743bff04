import { defineWhenPresent } from './define-when-present.ts';
import './pvp-service-card.ts';
import './pvp-service-catalogue.ts';

defineWhenPresent('pvp-life-events', () => import('./pvp-life-events.ts'));
defineWhenPresent('pvp-support-widget', () => import('./pvp-support-widget.ts'));
