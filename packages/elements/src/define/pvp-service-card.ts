import { PvpServiceCard } from '../service-card/service-card.ts';
import { define } from './define.ts';

define('pvp-service-card', PvpServiceCard);
