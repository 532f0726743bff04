import { define } from '../define/define.ts';
import { PvpRequestState } from './request-state.ts';

define('pvp-request-state', PvpRequestState);
