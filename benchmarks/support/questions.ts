/**
 * Questions as people ask them, in their own words, and the answers that are right: ids of entries
 * of the knowledge base, or `service#section` of a description. Written from the situations, not
 * from the texts of the answers.
 */
export interface SupportQuestion {
  q: string;
  right: readonly string[];
  service?: string;
  institution?: string;
}

export const at = (institution: string, q: string, ...right: string[]): SupportQuestion => ({
  q,
  right,
  institution,
});
const about = (service: string, q: string, ...right: string[]): SupportQuestion => ({
  q,
  right,
  service,
});

export const QUESTIONS: readonly SupportQuestion[] = [
  at('ozolleja', 'nupat pārcēlos, cik ātri jāpiereģistrē jaunā adrese', 'KB-001'),
  at('ozolleja', 'saimnieks negrib lai es pierakstos dzīvoklī ko īrēju', 'KB-002'),
  at('ozolleja', 'kā izrakstīt no mājas bijušo vīru kurš te nedzīvo', 'KB-003'),
  at('ozolleja', 'bērnam pieraksts ja vecāki šķīrušies', 'KB-004'),
  at('kalnupe', 'vai sestdien var tikt pie jums deklarēties', 'KB-005'),
  at('ozolleja', 'kāds sods ja neesmu deklarējies', 'KB-006'),
  at('ozolleja', 'gribu pieteikt meitu bērnudārzā', 'KB-007'),
  at('ozolleja', 'kurie mēs esam rindā uz dārziņu', 'KB-008'),
  at('ozolleja', 'var nomainīt dārziņu uz citu kamēr gaidām rindā', 'KB-009'),
  at('ozolleja', 'vai pašvaldība palīdz samaksāt auklei', 'KB-010'),
  at('ozolleja', 'pārvācamies uz citu novadu kas būs ar vietu dārziņā', 'KB-011'),
  at('liepsala', 'vai pats drīkstu nozāģēt bērzu pie mājas', 'KB-012', 'PV-1023#summary'),
  at('liepsala', 'vētrā koks uzkritis uz jumta ko darīt', 'KB-013'),
  at('liepsala', 'kaimiņam liels koks kas aizēno dārzu', 'KB-014'),
  at('liepsala', 'cik naudas prasa par koku nociršanu', 'KB-015', 'PV-1023#cost'),
  at('ozolleja', 'līdz kuram laikam der atļauja cirst kokus', 'KB-016'),
  at('ozolleja', 'piedzima dēls kur viņu jāreģistrē', 'KB-017'),
  at('ozolleja', 'neesam apprecējušies vai abiem jānāk reģistrēt mazuli', 'KB-018'),
  at('ozolleja', 'dzimšanas apliecība elektroniski', 'KB-019'),
  at('ozolleja', 'pazaudēta dzimšanas apliecība', 'KB-020'),
  at('socialais-atbalsts', 'kādu naudu dod par jaundzimušo', 'KB-021'),
  at('socialais-atbalsts', 'cik ilgi pēc dzemdībām var prasīt pabalstu', 'KB-022'),
  at('socialais-atbalsts', 'kur palika mans pabalsts vēl nav ieskaitīts', 'KB-023'),
  at('socialais-atbalsts', 'mani atbrīvoja no darba', 'KB-024'),
  at('socialais-atbalsts', 'pats uzteicu darbu vai būs bezdarbnieka nauda', 'KB-025'),
  at('socialais-atbalsts', 'vai esot bezdarbniekam var strādāt pāris stundas', 'KB-026'),
  at('transports', 'nopirku auto cik dienās jāpārraksta', 'KB-027'),
  at('transports', 'ko vajag līdzi pārrakstot mašīnu', 'KB-028'),
  at('transports', 'ar auto nebraucu vai tik un tā nodoklis', 'KB-029'),
  at('ozolleja', 'gribu uzbūvēt malkas šķūnīti vai vajag atļauju', 'KB-030'),
  at('ozolleja', 'cik ilgi taisa būvatļauju', 'KB-031'),
  at('ozolleja', 'gribam nosiltināt māju kas jāsaskaņo', 'KB-032'),
  at('berzkrogs', 'vai varu pārdot savus ābolus ielas malā', 'KB-033'),
  at('berzkrogs', 'kafijas busiņš ko vajag lai tirgotu', 'KB-034'),
  at('berzkrogs', 'cik agri jāpiesakās tirgoties pilsētas svētkos', 'KB-035'),
  at('ozolleja', 'vecmāmiņa viena netiek galā vajag kādu kas palīdz mājās', 'KB-036'),
  at('ozolleja', 'cik pensionāram jāmaksā par aprūpi mājās', 'KB-037'),
  at('ozolleja', 'vai aprūpētāja aizies uz veikalu un uztaisīs ēst', 'KB-038'),
  at('ozolleja', 'vai aprūpe būs arī Ziemassvētkos', 'KB-039'),
  at('ozolleja', 'kas var dabūt drošības pogu', 'KB-040'),
  at('ozolleja', 'e-veidlapa neveras vaļā', 'KB-041'),
  at('ozolleja', 'man nav elektroniskā paraksta', 'KB-042'),
  at('ozolleja', 'vai drīkstu mammas vietā visu nokārtot', 'KB-043'),
  at('ozolleja', 'kam domāta e-adrese', 'KB-044'),
  at('ozolleja', 'kur jāmaksā nodeva valstij', 'KB-045'),
  at('ozolleja', 'pašvaldība neatbild uz vēstuli jau divus mēnešus', 'KB-046'),
  at('ozolleja', 'gribu pārsūdzēt pašvaldības lēmumu', 'KB-047'),
  at('ozolleja', 'vai runājat angļu valodā', 'KB-048'),
  at('ozolleja', 'vai ar ratiņkrēslu var tikt iekšā', 'KB-049'),
  at('ozolleja', 'esmu nedzirdīgs kā ar jums runāt', 'KB-050'),
  at('ozolleja', 'invalīdu stāvvietas karte', 'KB-051'),
  at('ozolleja', 'kur likt veco dīvānu', 'KB-053'),
  at('kalnupe', 'vai var dedzināt sausās lapas', 'KB-054'),
  at('ozolleja', 'gribam precēties cik laicīgi jāpiesakās', 'KB-055'),
  at('ozolleja', 'nomainīju uzvārdu ko tagad mainīt', 'KB-056'),
  at('ozolleja', 'nomira tētis ko darīt', 'KB-057'),
  at('socialais-atbalsts', 'kas apmaksās bēres bezdarbniekam', 'KB-058'),
  at('socialais-atbalsts', 'kādus papīrus ņemt uz nodarbinātības dienestu', 'KB-059'),
  at('ozolleja', 'jaunuzceltai mājai nav adreses kā pierakstīties', 'KB-060'),
  at('smilgaine', 'kā uzzināt vai bērns ticis dārziņā', 'KB-052', 'KB-008'),
  about('PV-1001', 'cik tas maksā', 'PV-1001#cost'),
  about('PV-1001', 'cik dienas jāgaida', 'PV-1001#term'),
  about('PV-1001', 'kādi papīri jāņem', 'PV-1001#documents'),
  about('PV-1001', 'kā tas notiek', 'PV-1001#steps'),
  about('PV-1001', 'kur tas izdarāms', 'PV-1001#channels'),
  about('PV-1021', 'cena', 'PV-1021#cost', 'KB-015'),
  about('PV-1021', 'cik ātri izskata', 'PV-1021#term'),
  about('PV-1021', 'nepiekrītu atteikumam', 'PV-1021#appeal', 'KB-047'),
  about('PV-1011', 'kādus dokumentus vajag', 'PV-1011#documents'),
  about('PV-1011', 'vai par to jāmaksā', 'PV-1011#cost'),
];

/** Written on 2026-11-26, after the weights were set; all of them are held back. */
export const LATER_QUESTIONS: readonly SupportQuestion[] = [
  at('kalnupe', 'vai pagalmā drīkst kurt ugunskuru no zariem', 'KB-054'),
  at('ozolleja', 'man atteica kur es varu sūdzēties', 'KB-047'),
  at('ozolleja', 'kā sievas vārdā iesniegt papīrus', 'KB-043'),
  at('socialais-atbalsts', 'bērniņš piedzima pirms četriem mēnešiem vai vēl var dabūt pabalstu', 'KB-022'), // prettier-ignore
  at('ozolleja', 'vecaistēvs bieži krīt vai ir kāda ierīce lai izsauktu palīdzību', 'KB-040'),
  at('transports', 'auto sen nav uz ceļa vai par to jāmaksā nodoklis', 'KB-029'),
  at('liepsala', 'vētrā nolūza koks un draud uzkrist mājai', 'KB-013'),
  at('ozolleja', 'lapa met kļūdu un nevar iesniegt iesniegumu', 'KB-041'),
  at('ozolleja', 'neprotu latviski vai kāds runās ar mani angliski', 'KB-048'),
  at('berzkrogs', 'gribu tirgū pārdot savus burkānus un bietes', 'KB-033'),
  at('ozolleja', 'dzīvokļa īpašnieks neļauj man piedeklarēties', 'KB-002'),
  about('PV-1103', 'cik maksā vieta kapos', 'PV-1103#cost'),
  about('PV-2012', 'cik ātri nomaina uzvārdu', 'PV-2012#term'),
  about('PV-1105', 'kas jāiesniedz lai bērnam būtu brīvpusdienas', 'PV-1105#documents'),
  about('PV-2010', 'ko man tur ņemt līdzi', 'PV-2010#documents'),
];
