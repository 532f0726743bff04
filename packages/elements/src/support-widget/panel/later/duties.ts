/**
 * The five kinds of support that are owed with every service and institution, and who gives them:
 * the service's own places before those of its institution, and these before the country's.
 */
import type { SupportAnswer, SupportDuty, SupportPartner, SupportPlace } from '@pvp/contract';
import { css, html, nothing, type TemplateResult } from 'lit';
import { plain } from '../../../rich-text/registered-text.ts';
import { addStyles } from '../../../styles/add-styles.ts';
import { heading } from '../../../templates/heading.ts';
import type { UiLanguage } from '../../../translations/messages.ts';
import { button, goToStep, subheading, type Drawing, type PanelHost } from '../drawing.ts';
import type { Step } from '../messages.ts';
import type { Offers } from '../offers.ts';
import { dutiesTexts, type DutiesMessages } from './duties-messages.ts';

const styles = css`
  .duty + .duty {
    margin-block-start: 1em;
  }
  .duty > :is(p, ul) {
    margin-block-start: 0.25em;
  }
  .duty-title {
    font-weight: 600;
  }
  .helpers {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.25em;
    margin-block-start: 0.25em;
  }
  .helpers > li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    align-items: baseline;
  }
  .partners {
    flex-basis: 100%;
  }
  .partners,
  .partners ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    align-items: baseline;
  }
  .partners li:not(:last-child)::after {
    content: ',';
  }
  .partners a {
    display: inline-block;
    min-height: 24px;
  }
  .helpers small {
    color: var(--_muted);
    font-size: 0.9375em;
  }
`;

export type DrawDuties = typeof renderDuties;

export async function prepareDuties(host: PanelHost, lang: UiLanguage): Promise<DrawDuties> {
  await dutiesTexts.prepare(lang);
  addStyles(host, styles);
  return renderDuties;
}

function renderDuties(drawing: Drawing, answer: SupportAnswer, offers: Offers): TemplateResult {
  const text = dutiesTexts.of(drawing.lang);
  const { service, institution } = answer.about;
  const instead = bestStep(answer, offers);
  const whose = service ? 'service' : institution ? 'institution' : 'country';
  return html`<section class="step" part="section" data-step="duties" aria-labelledby="step-duties">
    ${heading(
      Math.min(6, drawing.headingLevel + 1),
      html`<span class="step-title" id="step-duties" .textContent=${text.title}></span>`,
    )}
    <p .textContent=${text.intro[whose]}></p>
    <ul class="duties" role="list">
      ${(Object.keys(text.duty) as SupportDuty[]).map(
        (duty) =>
          html`<li class="duty" data-duty=${duty}>
            ${renderDuty(drawing, answer, duty, text, instead)}
          </li>`,
      )}
    </ul>
  </section>`;
}

/** Who helps where nobody gives a kind of support. */
function bestStep({ takesRequests }: SupportAnswer, { experts, remote, inPerson }: Offers): Step {
  if (takesRequests || experts.length) return 'expert';
  return remote.length ? 'remote' : inPerson.length ? 'inPerson' : 'ask';
}

function renderDuty(
  drawing: Drawing,
  { about, levels, duties, partners }: SupportAnswer,
  duty: SupportDuty,
  text: DutiesMessages,
  instead: Step,
): TemplateResult {
  const known = new Map(
    levels.flatMap(({ places }) => places.map(({ place }) => [place.id, place] as const)),
  );
  const helpers = (duties[duty] ?? []).flatMap((id) => known.get(id) ?? []);
  const { goTo, step } = drawing.text;
  return html`${subheading(
      drawing,
      html`<span class="duty-title" .textContent=${text.duty[duty].title}></span>`,
    )}
    <p class="label" .textContent=${text.duty[duty].about}></p>
    ${
      duty === 'information'
        ? [
            renderNames(drawing, text.lifeEvents, about.lifeEvents),
            renderNames(drawing, text.needs, about.needs),
          ]
        : nothing
    }
    ${
      helpers.length
        ? html`<ul class="helpers" role="list">
            ${helpers.map((place) => {
              const others = partners.filter(({ places }) => places.includes(place.id));
              return renderHelper(
                drawing,
                place,
                about,
                text,
                duty === 'partners' && others.length
                  ? renderPartners(drawing, others, text.together)
                  : nothing,
              );
            })}
          </ul>`
        : html`<p .textContent=${text.nobody}></p>
            <p class="actions">
              ${button(goTo(step[instead]), () => goToStep(drawing, instead), 'link')}
            </p>`
    }`;
}

function renderNames(
  drawing: Drawing,
  label: string,
  named: SupportAnswer['about']['needs'],
): unknown {
  return named.length
    ? html`<p class="label" .textContent=${`${label}:`}></p>
        <ul class="names" role="list">
          ${named.map(({ title }) => html`<li>${plain(drawing, title)}</li>`)}
        </ul>`
    : nothing;
}

/**
 * A place by its name, which leads to where all is told of it, and whose it is. Support of the
 * country alone says so once, above.
 */
function renderHelper(
  drawing: Drawing,
  place: SupportPlace,
  { institution }: SupportAnswer['about'],
  text: DutiesMessages,
  more: unknown,
): TemplateResult {
  const { organization, services } = place;
  const goThere = (): void => goToPlace(drawing, place.id);
  return html`<li data-helper=${place.id}>
    <button type="button" class="link" part="button" @click=${goThere}>
      ${plain(drawing, place.title)}
    </button>
    <small>
      ${
        services
          ? html`<span .textContent=${text.only}></span>`
          : institution && organization === undefined
            ? html`<span .textContent=${text.everywhere}></span>`
            : plain(drawing, institution?.title)
      }
    </small>
    ${more}
  </li>`;
}

/** The others that help at a place, each with its own page where it has one. */
function renderPartners(
  drawing: Drawing,
  partners: readonly SupportPartner[],
  label: string,
): TemplateResult {
  return html`<div class="partners">
    <span class="label" .textContent=${label}></span>
    <ul class="names" role="list">
      ${partners.map(
        ({ title, homepage }) =>
          html`<li>
            ${
              homepage
                ? html`<a href=${homepage}>${plain(drawing, title)}</a>`
                : plain(drawing, title)
            }
          </li>`,
      )}
    </ul>
  </div>`;
}

/** Where many places are narrowed to others, it leads to the step that narrows them. */
function goToPlace(drawing: Drawing, id: string): void {
  const places = drawing.host.renderRoot.querySelectorAll<HTMLElement>('[data-place]');
  const place = [...places].find(({ dataset }) => dataset['place'] === id);
  if (!place) {
    goToStep(drawing, 'inPerson');
    return;
  }
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: 'start' });
}
