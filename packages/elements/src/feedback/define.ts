import { define } from '../define/define.ts';
import { PvpFeedback } from './feedback.ts';

define('pvp-feedback', PvpFeedback);
