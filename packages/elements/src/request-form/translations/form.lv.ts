import { plural } from '../../translations/formats.ts';
import type { FormMessages } from './form-messages.ts';

const characters = (count: number) =>
  plural('lv', count, {
    zero: `${count} rakstzīmju`,
    one: `${count} rakstzīme`,
    other: `${count} rakstzīmes`,
  });

const minutes = (count: number) =>
  plural('lv', count, {
    zero: `${count} minūtēm`,
    one: `${count} minūtes`,
    other: `${count} minūtēm`,
  });

const days = (count: number) =>
  plural('lv', count, { zero: `${count} dienu`, one: `${count} dienu`, other: `${count} dienas` });

export const formLv: FormMessages = {
  lang: 'lv',
  loading: 'Ielādē veidlapu…',
  failed:
    'Veidlapu pašlaik neizdodas ielādēt. Pārbaudiet interneta savienojumu un mēģiniet vēlreiz.',
  notOffered: 'Šeit pieprasījumus elektroniski nepieņem.',
  retry: 'Mēģināt vēlreiz',
  step: (at, of) => `${at}. solis no ${of}`,
  back: 'Atpakaļ',
  next: 'Turpināt',
  optional: (label) => `${label} (neobligāti)`,
  to: 'Saņēmējs',
  about: 'Par pakalpojumu',
  errors: {
    title: 'Lūdzu, izlabojiet',
    kind: 'Izvēlieties, ko vēlaties darīt',
    text: 'Ierakstiet tekstu',
    'line-too-long': 'Atbilde ir par garu: drīkst būt 200 rakstzīmes',
    required: 'Atbildiet uz šo jautājumu',
    number: 'Ierakstiet skaitli, piemēram, 12 vai 3,5',
    date: 'Norādiet pilnu datumu, piemēram, 21.11.2026.',
    email: 'Ierakstiet e-pasta adresi, piemēram, vards@piemers.lv',
    phone: 'Ierakstiet tālruņa numuru ar cipariem, piemēram, +371 67000000',
    name: 'Vārds ir par garu: drīkst būt 120 rakstzīmes',
    refused: 'Šo atbildi nevar pieņemt. Lūdzu, izlabojiet to',
    tooLong: (most) => `Teksts ir par garu: drīkst būt ${most} rakstzīmes`,
    trap: 'Pārlūks bija aizpildījis slēptu lauku, kam jābūt tukšam. Mēs to iztukšojām: lūdzu, sūtiet vēlreiz',
    other: 'Pieprasījumu tādā veidā nevar pieņemt. Lūdzu, pārbaudiet atbildes',
    alreadySent:
      'Šis melnraksts jau ir nosūtīts citā cilnē. Ja vēlaties sūtīt vēl vienu pieprasījumu, nospiediet „Sūtīt” vēlreiz',
  },
  kind: { title: 'Ko vēlaties darīt?' },
  details: {
    text: {
      question: 'Jūsu jautājums',
      service: 'Ar ko Jums vajadzīga palīdzība?',
      incident: 'Kas notika?',
      complaint: 'Par ko sūdzaties?',
      suggestion: 'Jūsu ierosinājums',
      other: 'Pieprasījuma saturs',
    },
    hint: 'Nerakstiet personas kodu, bankas datus un citu, kas atbildei nav vajadzīgs.',
    left: (count) => `Vēl ${characters(count)}`,
    over: (count) =>
      `Par ${count} ${plural('lv', count, { one: 'rakstzīmi', other: 'rakstzīmēm' })} vairāk, nekā drīkst`,
    files: 'Pievienot datnes',
    chooseFiles: 'Izvēlēties datnes',
    filesHint: ({ count, size, types }) => `Ne vairāk kā ${count}, katra līdz ${size}: ${types}.`,
    filesAtOnce:
      'Datni nosūtām uzreiz, lai pārbaudītu tās veidu. Iestāde to saņem tikai kopā ar pieprasījumu; citādi to dzēš pēc dienas.',
    uploading: 'Sūta…',
    uploaded: 'Pievienota',
    uploadLater: 'Nosūtīsim kopā ar pieprasījumu',
    remove: (name) => `Noņemt datni „${name}”`,
    removed: (name) => `Datne „${name}” noņemta.`,
    added: (name) => `Datne „${name}” pievienota.`,
    tooLarge: (name, size) => `Datne „${name}” ir par lielu: drīkst būt līdz ${size}`,
    tooMany: (most) =>
      plural('lv', most, {
        zero: `Var pievienot ne vairāk kā ${most} datņu`,
        one: `Var pievienot ne vairāk kā ${most} datni`,
        other: `Var pievienot ne vairāk kā ${most} datnes`,
      }),
    wrongType: (name) => `Datne „${name}” nav pieļaujamā veidā. Saglabājiet to, piemēram, kā PDF`,
    yes: 'Jā',
    no: 'Nē',
    none: 'Nenorādīt',
  },
  contact: {
    title: 'Kā Jums atbildēt?',
    lead: 'Šos laukus varat atstāt tukšus: atbildi redzēsiet šeit ar pieprasījuma numuru un atslēgu.',
    name: 'Vārds, uzvārds',
    email: 'E-pasta adrese',
    phone: 'Tālrunis',
    hint: 'Ar valsts kodu, ja numurs nav Latvijā.',
    notKept: 'Kontaktinformāciju melnrakstā neglabājam.',
  },
  check: {
    title: 'Pārbaudiet un nosūtiet',
    kind: 'Pieprasījuma veids',
    files: 'Datnes',
    noFiles: 'Nav pievienotas',
    contact: 'Kontaktinformācija',
    noContact: 'Nav norādīta',
    change: (what) => `Labot: ${what}`,
    privacy: 'Kas notiek ar Jūsu datiem',
    more: 'Vairāk par datu aizsardzību',
    send: 'Sūtīt',
  },
  sending: {
    title: 'Nosūta pieprasījumu…',
    text: 'Tas parasti ilgst dažas sekundes. Ja aizvērsiet lapu, nosūtīsim, kad to atkal atvērsiet.',
  },
  waiting: {
    title: 'Pieprasījums vēl nav nosūtīts',
    text: 'Pieprasījums ir saglabāts šajā ierīcē. Nosūtīsim to vienu reizi, tiklīdz būs savienojums: kamēr lapa ir atvērta, uzreiz, citādi nākamajā reizē, kad atvērsiet šo vietni.',
    unsaved:
      'Pieprasījumu šajā pārlūkā nevar saglabāt. Neaizveriet lapu: nosūtīsim, tiklīdz būs savienojums.',
    busy: (count) => `Pašlaik ir daudz pieprasījumu. Mēģināsim vēlreiz pēc ${minutes(count)}.`,
    inDoubt:
      'Savienojums pārtrūka sūtīšanas laikā. Iespējams, pieprasījums jau ir saņemts, tāpēc labot to vairs nevar; divas reizes tas netiks pieņemts.',
    sendNow: 'Sūtīt tagad',
    correct: 'Labot',
    discard: 'Dzēst pieprasījumu',
  },
  sent: {
    title: 'Pieprasījums nosūtīts',
    number: 'Pieprasījuma numurs',
    secret: 'Slepenā atslēga',
    keep: 'Saglabājiet abus: ar tiem redzēsiet atbildi. Atslēgu citiem nerādiet.',
    copy: 'Kopēt numuru un atslēgu',
    copied: 'Numurs un atslēga nokopēti.',
    copyFailed: 'Nokopēt neizdevās: numurs un atslēga ir iezīmēti, kopējiet ar Ctrl+C.',
    clipboard: (number, secret) => `Pieprasījuma numurs: ${number}\nSlepenā atslēga: ${secret}`,
    next: 'Iestāde pieprasījumu izskatīs un atbildēs. Ja norādījāt kontaktinformāciju, tā var atbildēt arī tur.',
    stays: (count) =>
      `Numurs un atslēga ${days(count)} paliek arī šajā ierīcē. Ja ierīce nav Jūsu, lieciet tos aizmirst.`,
    forget: 'Aizmirst šajā ierīcē',
    forgotten: 'Numurs un atslēga no šīs ierīces izdzēsti.',
    show: 'Skatīt pieprasījuma stāvokli',
    another: 'Rakstīt vēl vienu pieprasījumu',
    close: 'Aizvērt',
  },
  draft: {
    kept: 'Melnraksts glabājas tikai šajā ierīcē, līdz to nosūtīsiet, ne ilgāk kā 14 dienas.',
    unkept: 'Šis pārlūks melnrakstu neglabā: ja lapu aizvērsiet, teksts zudīs.',
    restored: 'Turpināt var no vietas, kur apstājāties.',
    discard: 'Dzēst melnrakstu',
    discarded: 'Melnraksts izdzēsts.',
  },
  kept: {
    title: 'Jūsu pieprasījumi šajā ierīcē',
    waits: 'Pieprasījums gaida savienojumu',
    refused: 'Pieprasījumu neizdevās nosūtīt, tas jāizlabo',
    sent: (number) => `Pieprasījums ${number} nosūtīts`,
    open: 'Atvērt',
  },
};
