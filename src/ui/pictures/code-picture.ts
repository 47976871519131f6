/** The picture of a QR code, black on white in both themes: readers need a dark code on a light ground. */

import { html, svg } from 'lit';

type Rows = readonly (readonly boolean[])[];

function runFrom(row: readonly boolean[], x: number): number {
  const end = row.indexOf(false, x);
  return (end < 0 ? row.length : end) - x;
}

/** Adjacent dark squares in a row become one rectangle, which keeps the path short. */
const pathOf = (rows: Rows): string =>
  rows
    .flatMap((row, y) =>
      row.flatMap((dark, x) =>
        dark && !row[x - 1] ? [`M${x} ${y}h${runFrom(row, x)}v1h-${runFrom(row, x)}z`] : [],
      ),
    )
    .join('');

/** @param rows the squares of the code and of the light border around it, row by row; true = dark @param label accessible name */
export const codePicture = (rows: Rows, label: string) => html`<svg
  class="code"
  viewBox="0 0 ${rows.length} ${rows.length}"
  role="img"
  aria-label=${label}
>
  ${svg`<rect width=${rows.length} height=${rows.length} fill="#fff"></rect><path d=${pathOf(rows)} fill="#000"></path>`}
</svg>`;
