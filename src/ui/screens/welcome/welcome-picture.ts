/** The picture of the home and welcome screens: a wave that climbs two legs. */

import { html, svg } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { LEG_BOTTOM, legOutline } from '../../legs/outline.ts';

const parts = ['foot', 'ankle', 'calf', 'knee', 'thigh'] as const;
const legs = [legOutline(parts, 'left', 160), legOutline(parts, 'right', 320)];

export const welcomePicture = html`
  <svg class="wave" viewBox="50 0 380 ${LEG_BOTTOM}" aria-hidden="true">
    ${legs.map((leg) =>
      leg.map(
        (zone, i) => svg`
          <path class="chamber" d=${zone.chamber}></path>
          <path class="squeeze" d=${zone.chamber} style=${styleMap({ '--turn': `${i}` })}></path>
        `,
      ),
    )}
  </svg>
`;
