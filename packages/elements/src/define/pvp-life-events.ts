import { PvpLifeEvents } from '../life-events/life-events.ts';
import { define } from './define.ts';

define('pvp-life-events', PvpLifeEvents);
