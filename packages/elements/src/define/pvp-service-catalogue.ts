import { PvpServiceCatalogue } from '../service-catalogue/service-catalogue.ts';
import { define } from './define.ts';

define('pvp-service-catalogue', PvpServiceCatalogue);
