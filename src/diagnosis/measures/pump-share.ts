/**
 * How the flow of one pump divides among the zones whose fill valves are open, if valves and hoses are as they should be. A zone that
 * takes more than this says has a narrower way, or the pump gives less than the boots state.
 */

/** Pressure at which a pump of this kind delivers nothing more, mmHg (150 to 350). An estimate, as in air/predicted-air.ts. */
const STALL = 250;
/** Of a fill valve with its hose, L/min/√mmHg (1 to 3). An estimate. */
const CONDUCTANCE = 1.6;
const HALVINGS = 24;

/** Through a valve, L/min; linear near zero. */
const through = (difference: number): number =>
  CONDUCTANCE *
  (Math.abs(difference) > 1 ? Math.sign(difference) * Math.sqrt(Math.abs(difference)) : difference);

/**
 * @param pressures of the zones that are being filled, mmHg
 * @param pump flow that the pump gives freely now, L/min
 * @returns the flow into each of them, L/min at the pressure of the room
 */
export function pumpShare(pressures: readonly number[], pump: number): readonly number[] {
  if (pump <= 0 || pressures.length === 0) return pressures.map(() => 0);
  let low = Math.min(...pressures);
  let high = Math.max(STALL, ...pressures);
  for (let i = 0; i < HALVINGS; i++) {
    const manifold = (low + high) / 2;
    const given = Math.max(0, pump * (1 - manifold / STALL));
    const taken = pressures.reduce((sum, pressure) => sum + through(manifold - pressure), 0);
    if (given > taken) low = manifold;
    else high = manifold;
  }
  return pressures.map((pressure) => Math.max(0, through((low + high) / 2 - pressure)));
}
