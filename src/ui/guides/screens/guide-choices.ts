/**
 * The variants of a guide: other lengths or, for the roller flush, after running or after a flight. Each variant has an address of its own.
 */

import { html } from 'lit';
import { type Figures, flightFigures, guideWith, lengthsOf, pathOf } from '../../../guide/address.ts';
import { type Guide, guideLength } from '../../../guide/guide.ts';
import { firstWords } from '../../../words/first/first-in-use.ts';
import { guideWords } from '../../../words/guides/guides-in-use.ts';
import { addressOf } from '../../places/place.ts';

const isLike = (one: Guide, other: Guide): boolean =>
  guideLength(one) === guideLength(other) &&
  one.phases.every(({ muscle }, n) => muscle === other.phases[n]?.muscle);

/** Null = the guide has no variants. */
export function guideChoices(guide: Guide) {
  const { texts } = guideWords();
  const choices: readonly (readonly [label: string, figures: Figures])[] =
    guide.id === 'roller-flush'
      ? [
          [texts.afterRunning, {}],
          [texts.afterFlight, flightFigures],
        ]
      : (lengthsOf[guide.id] ?? []).map((minutes) => [
          `${firstWords.numbers.count(minutes)} min`,
          { minutes },
        ]);
  if (choices.length === 0) return null;
  return html`<ul class="choices" aria-label=${texts.choose}>
    ${choices.map(
      ([label, figures]) => html`<li>
        <a
          href=${addressOf({ name: 'guides', path: pathOf(guide.id, figures) })}
          aria-current=${isLike(guide, guideWith(guide.id, figures)) ? 'true' : 'false'}
          >${label}</a
        >
      </li>`,
    )}
  </ul>`;
}
