/**
 * Computes how one pump's flow divides among the zones whose fill valves are open, if valves and hoses are in good order. If a zone seems
 * to take more air than that, its hose is narrow or the pump gives less than the boots state.
 */

/** Pressure at which a pump of this kind delivers no more air, mmHg (150 to 350). An estimate, as in air/predicted-air.ts. */
const STALL_PRESSURE = 250;
/** Conductance of a fill valve with its hose, L/min/√mmHg (1 to 3). An estimate. */
const VALVE_CONDUCTANCE = 1.6;
const BISECTIONS = 24;

/** In L/min. @param difference of pressure, mmHg; below 1 mmHg the flow is linear */
const flowThroughValve = (difference: number): number =>
  VALVE_CONDUCTANCE *
  (Math.abs(difference) > 1 ? Math.sign(difference) * Math.sqrt(Math.abs(difference)) : difference);

/**
 * @param pressures pressures of the zones that are being filled, mmHg
 * @param pump the pump's flow at its present speed without back pressure, L/min
 * @returns the flow into each zone, L/min at room pressure
 */
export function pumpShare(pressures: readonly number[], pump: number): readonly number[] {
  if (pump <= 0 || pressures.length === 0) return pressures.map(() => 0);
  let low = Math.min(...pressures);
  let high = Math.max(STALL_PRESSURE, ...pressures);
  for (let i = 0; i < BISECTIONS; i++) {
    const manifold = (low + high) / 2;
    const given = Math.max(0, pump * (1 - manifold / STALL_PRESSURE));
    const taken = pressures.reduce((sum, pressure) => sum + flowThroughValve(manifold - pressure), 0);
    if (given > taken) low = manifold;
    else high = manifold;
  }
  return pressures.map((pressure) => Math.max(0, flowThroughValve((low + high) / 2 - pressure)));
}
