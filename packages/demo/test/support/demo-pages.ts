/** The pages of the demo site, and what the register must bring to each. */
export interface DemoPage {
  path: string;
  elements: readonly {
    tag: 'pvp-service-card' | 'pvp-service-catalogue' | 'pvp-life-events';
    /** Where the register tells the same: what the element shows is compared with it. */
    told: string;
  }[];
}

export const DEMO_PAGES: readonly DemoPage[] = [
  {
    path: '/',
    elements: [
      { tag: 'pvp-service-catalogue', told: '/v1/services?institution=90009990001&limit=6' },
    ],
  },
  {
    path: '/dzivesvieta.html',
    elements: [{ tag: 'pvp-service-card', told: '/v1/services/PV-1001' }],
  },
  {
    path: '/agentura.html',
    elements: [{ tag: 'pvp-service-card', told: '/v1/services/PV-2003' }],
  },
  {
    path: '/iestadem.html',
    elements: [{ tag: 'pvp-service-catalogue', told: '/v1/services?profile=institutions&limit=4' }],
  },
  {
    path: '/dzives-situacijas.html',
    elements: [{ tag: 'pvp-life-events', told: '/v1/life-events?institution=90009990001' }],
  },
  {
    path: '/stingra-drosiba.html',
    elements: [
      { tag: 'pvp-service-card', told: '/v1/services/PV-2001' },
      { tag: 'pvp-service-catalogue', told: '/v1/services?institution=socialais-atbalsts&limit=4' },
    ],
  },
];

interface Told {
  /** Of a card in the language that was asked for, else in all. */
  title?: string | { lv: string };
  derived?: { serviceCount?: number };
}

/** Titles that an answer of the register holds, in its order: a list, or one description. */
export async function toldTitles(origin: string, told: string): Promise<string[]> {
  const answer = (await (await fetch(origin + told)).json()) as Told & { items?: Told[] };
  return (
    (answer.items ?? [answer])
      // Life events that lead to no service are not shown.
      .filter(({ derived }) => derived?.serviceCount !== 0)
      .flatMap(({ title }) => (typeof title === 'string' ? title : (title?.lv ?? [])))
  );
}
