/**
 * Abbreviations of the public administration that stand in titles and questions alike. Those of
 * institutions are not among them: they are made of the institutions' names.
 */
export const ABBREVIATIONS: readonly (readonly [string, string])[] = [
  ['NĪN', 'nekustamā īpašuma nodoklis'],
  ['IIN', 'iedzīvotāju ienākuma nodoklis'],
  ['PVN', 'pievienotās vērtības nodoklis'],
  ['VSAOI', 'valsts sociālās apdrošināšanas obligātās iemaksas'],
  ['PII', 'pirmsskolas izglītības iestāde'],
  ['GMI', 'garantētais minimālais ienākums'],
  ['EVAK', 'Eiropas veselības apdrošināšanas karte'],
  ['eID', 'personas apliecība'],
  ['VPVKAC', 'valsts un pašvaldības vienotais klientu apkalpošanas centrs'],
  ['DAC', 'dienas aprūpes centrs'],
  ['PMLP', 'pilsonības un migrācijas lietu pārvalde'],
  ['CSDD', 'ceļu satiksmes drošības direkcija'],
  ['VSAA', 'valsts sociālās apdrošināšanas aģentūra'],
  ['NVA', 'nodarbinātības valsts aģentūra'],
  ['VID', 'valsts ieņēmumu dienests'],
  ['UR', 'uzņēmumu reģistrs'],
  ['VZD', 'valsts zemes dienests'],
  ['LAD', 'lauku atbalsta dienests'],
  ['PVD', 'pārtikas un veterinārais dienests'],
  ['VMD', 'valsts meža dienests'],
  ['TLP', 'transportlīdzeklis'],
];
