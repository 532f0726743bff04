import './pvp-service-card.ts';
import './pvp-service-catalogue.ts';
