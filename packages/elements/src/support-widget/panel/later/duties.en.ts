import type { DutiesMessages } from './duties-messages.ts';

export const dutiesEn: DutiesMessages = {
  title: 'Kinds of support',
  intro: {
    service: 'What help there is with this service, and who gives it.',
    institution: 'What help there is with all services of the institution, and who gives it.',
    country: 'What help there is all over Latvia, and who gives it.',
  },
  duty: {
    information: { title: 'Information', about: 'Explanations and answers about services.' },
    consultation: { title: 'Advice', about: 'Advice on your own situation.' },
    training: {
      title: 'Training',
      about: 'Guides and help so that you can use e-services on your own.',
    },
    access: {
      title: 'Access and equipment',
      about: 'Places and devices that help you to get a service.',
    },
    partners: { title: 'Partners', about: 'Help in which other organisations take part.' },
  },
  lifeEvents: 'Life events',
  needs: 'Needs',
  only: 'For this service in particular',
  everywhere: 'All over Latvia',
  together: 'Also helping:',
  nobody: 'Nobody gives this kind of support here at present.',
};
