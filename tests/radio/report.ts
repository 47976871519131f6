/** What a scenario found: demands met or not, and figures. */

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** A larger value is a failure; no limit if left out. */
  readonly most?: number | undefined;
}

export class Report {
  readonly figures: Figure[] = [];
  readonly broken: string[] = [];
  /** Folder with the screen at the time of the failure. */
  kept: string | null = null;

  /** Records the demand if it is not met, and continues. */
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

  /** The worst of several values. */
  worst(name: string, values: readonly number[], unit: string, most?: number): void {
    if (values.length > 0) this.figure(name, Math.max(...values), unit, most);
  }
}
