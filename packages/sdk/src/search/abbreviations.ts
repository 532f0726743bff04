/**
 * Abbreviations of the public administration that stand in titles and questions alike, folded; the
 * abbreviation comes first. Those of further institutions follow from the institutions' names.
 */
export const ABBREVIATIONS = [
  'nin nekustama ipasuma nodoklis',
  'iin iedzivotaju ienakuma nodoklis',
  'pvn pievienotas vertibas nodoklis',
  'vsaoi valsts socialas apdrosinasanas obligatas iemaksas',
  'pii pirmsskolas izglitibas iestade',
  'gmi garantetais minimalais ienakums',
  'evak eiropas veselibas apdrosinasanas karte',
  'eid personas apliecibas',
  'vpvkac valsts un pasvaldibas vienotais klientu apkalposanas centrs',
  'pmlp pilsonibas un migracijas lietu parvalde',
  'csdd celu satiksmes drosibas direkcija',
  'vsaa valsts socialas apdrosinasanas agentura',
  'nva nodarbinatibas valsts agentura',
  'vid valsts ienemumu dienests',
  'ur uznemumu registrs',
];
