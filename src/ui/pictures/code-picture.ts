/** The picture of a QR code: black on white in either theme, because that is what readers read. */

import { html, svg } from 'lit';

type Rows = readonly (readonly boolean[])[];

function runFrom(row: readonly boolean[], x: number): number {
  const end = row.indexOf(false, x);
  return (end < 0 ? row.length : end) - x;
}

/** Dark squares of a row, as runs: few shapes for many squares. */
const pathOf = (rows: Rows): string =>
  rows
    .flatMap((row, y) =>
      row.flatMap((dark, x) =>
        dark && !row[x - 1] ? [`M${x} ${y}h${runFrom(row, x)}v1h-${runFrom(row, x)}z`] : [],
      ),
    )
    .join('');

/** @param rows dark squares, with the light border around the code */
export const codePicture = (rows: Rows, label: string) => html`<svg
  class="code"
  viewBox="0 0 ${rows.length} ${rows.length}"
  role="img"
  aria-label=${label}
>
  ${svg`<rect width=${rows.length} height=${rows.length} fill="#fff"></rect><path d=${pathOf(rows)} fill="#000"></path>`}
</svg>`;
