/** Colours of the zones in the trace: foot to hip along five tints of the page. */

const TINTS = 5;

/** CSS colour of zone `zone` of `zones`. */
export function tint(zone: number, zones: number): string {
  const at = zones > 1 ? (zone / (zones - 1)) * (TINTS - 1) : 0;
  const lower = Math.min(TINTS - 2, Math.floor(at));
  const share = Math.round((at - lower) * 100);
  return `color-mix(in oklab, var(--trace-${lower + 1}) ${share}%, var(--trace-${lower}))`;
}
