import type { DutiesMessages } from './duties-messages.ts';

export const dutiesLv: DutiesMessages = {
  title: 'Atbalsta veidi',
  intro: {
    service: 'Kāda palīdzība pieejama saistībā ar šo pakalpojumu un kas to sniedz.',
    institution:
      'Kāda palīdzība pieejama saistībā ar visiem iestādes pakalpojumiem un kas to sniedz.',
    country: 'Kāda palīdzība pieejama visā Latvijā un kas to sniedz.',
  },
  duty: {
    information: { title: 'Informācija', about: 'Skaidrojumi un atbildes par pakalpojumiem.' },
    consultation: {
      title: 'Konsultācija',
      about: 'Padoms tieši Jūsu situācijā.',
    },
    training: {
      title: 'Apmācība',
      about: 'Pamācības un palīdzība, lai e-pakalpojumus varētu izmantot pašu spēkiem.',
    },
    access: {
      title: 'Piekļuve un aprīkojums',
      about: 'Vietas un ierīces, kas palīdz saņemt pakalpojumu.',
    },
    partners: {
      title: 'Sadarbības partneri',
      about: 'Palīdzība, kurā iesaistās arī citas organizācijas.',
    },
  },
  lifeEvents: 'Dzīves situācijas',
  needs: 'Vajadzības',
  only: 'Tieši šim pakalpojumam',
  everywhere: 'Visā Latvijā',
  together: 'Palīdz arī:',
  nobody: 'Šādu atbalstu te pašlaik nesniedz neviens.',
};
