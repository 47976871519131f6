/** What a scenario has found: demands that were not met, and figures. */

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** If `value` is above this, a demand is not met. Absent = no limit. */
  readonly most?: number | undefined;
}

export class Report {
  readonly figures: Figure[] = [];
  readonly broken: string[] = [];
  kept: string | null = null;

  /** Notes a demand that is not met. The scenario goes on. */
  demand(what: string, held: boolean): void {
    if (!held) this.broken.push(what);
  }

  figure(name: string, value: number, unit: string, most?: number): void {
    this.figures.push({ name, value, unit, most });
    this.demand(
      `${name} ${value.toFixed(2)} ${unit}, not ${most} at most`,
      most === undefined || value <= most,
    );
  }

  worst(name: string, values: readonly number[], unit: string, most?: number): void {
    if (values.length > 0) this.figure(name, Math.max(...values), unit, most);
  }
}
