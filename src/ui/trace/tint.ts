/** Colours of the zones in the trace, mixed from the page's five trace tokens, foot to hip. */

const TINTS = 5;

/** A CSS colour. @param zone 0 at the foot @param zones zones per leg */
export function tint(zone: number, zones: number): string {
  const at = zones > 1 ? (zone / (zones - 1)) * (TINTS - 1) : 0;
  const lower = Math.min(TINTS - 2, Math.floor(at));
  const share = Math.round((at - lower) * 100);
  return `color-mix(in oklab, var(--trace-${lower + 1}) ${share}%, var(--trace-${lower}))`;
}
