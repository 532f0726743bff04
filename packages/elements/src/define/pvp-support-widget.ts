import { PvpSupportWidget } from '../support-widget/support-widget.ts';
import { define } from './define.ts';

define('pvp-support-widget', PvpSupportWidget);
