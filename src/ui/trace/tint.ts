/** Colours of the zones in a trace, foot to hip, mixed from the trace colours of the page. */

/** Number of the custom properties --trace-0, --trace-1, … in page.css. */
const TINT_COUNT = 5;

/** The colour of a zone, as CSS. @param zone 0 at the foot @param zones number of zones of a leg */
export function tint(zone: number, zones: number): string {
  const at = zones > 1 ? (zone / (zones - 1)) * (TINT_COUNT - 1) : 0;
  const lower = Math.min(TINT_COUNT - 2, Math.floor(at));
  const share = Math.round((at - lower) * 100);
  return `color-mix(in oklab, var(--trace-${lower + 1}) ${share}%, var(--trace-${lower}))`;
}
