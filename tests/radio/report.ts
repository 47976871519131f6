/** What a scenario found: demands that were met or not, and figures. */

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** It is wrong above this; none if left out. */
  readonly most?: number | undefined;
}

export class Report {
  readonly figures: Figure[] = [];
  readonly broken: string[] = [];
  /** Folder with what was on screen when it failed. */
  kept: string | null = null;

  /** Notes it when it does not hold, and goes on. */
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

  /** Of what happened several times. */
  worst(name: string, values: readonly number[], unit: string, most?: number): void {
    if (values.length > 0) this.figure(name, Math.max(...values), unit, most);
  }
}
