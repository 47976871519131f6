/**
 * Numbers, quantities, lists and plurals of a language, from Intl. No other file converts pressures to the person's unit.
 */

import {
  type Mmhg,
  type MmhgPerSecond,
  mmhg,
  type Seconds,
  seconds as secondsOf,
} from '../../firmware-protocol/quantities.ts';

/** The unit of pressures in words and on screen. Values in code are in mmHg. */
export type PressureUnit = 'mmHg' | 'kPa';

/** The first unit is the default. */
export const pressureUnits = ['mmHg', 'kPa'] as const satisfies readonly PressureUnit[];

export const isPressureUnit = (text: unknown): text is PressureUnit =>
  pressureUnits.some((unit) => unit === text);

/** 1 kPa in mmHg (conventional millimetre of mercury, 133.322 Pa). */
const MMHG_PER_KPA = 7.50062;

export interface NumberOptions {
  readonly pressureUnit: PressureUnit;
  /** Language of lists and plurals, BCP 47. */
  readonly language: string;
  /** Locale of digits and separators; left out = the device's own. */
  readonly locale?: string | undefined;
}

type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Units that are the same in the languages of the page. */
export type Unit = 's' | 'min' | 'h' | 'm' | 'km' | 'mm' | 'Hz' | '°C' | 'L/min';

export interface Numbers {
  readonly pressureUnit: PressureUnit;
  readonly rateUnit: string;
  readonly doseUnit: string;
  /** Rounded to a whole number: "55", "65,536". */
  count(value: number): string;
  /** Up to three decimals: "0.585". */
  figure(value: number): string;
  /** "20 min": rounded to a whole number. */
  whole(value: number, unit: Unit): string;
  /** Up to three decimals: "2.5 s". */
  measure(value: number, unit: Unit): string;
  /** A pressure without its unit: "55"; one decimal in kPa. Below zero reads 0. */
  pressure(value: Mmhg): string;
  /** A pressure without its unit, as exact as a setting may be: "38.5", "−20". */
  exactPressure(value: Mmhg): string;
  /** "55 mmHg", "7.3 kPa", as exact as a setting may be. */
  withUnit(value: Mmhg): string;
  /** "55 mmHg": as `pressure` writes it. */
  shown(value: Mmhg): string;
  /** Adds the unit to figures already written: "15 to 22 mmHg". */
  pressures(figures: string): string;
  rates(figures: string): string;
  seconds(figures: string): string;
  /** The number that a field for a pressure shows: from mmHg, in the current unit, to a tenth. */
  typed(value: number): number;
  /** How much one step changes a field for a pressure. */
  readonly typedStep: number;
  /** The pressure that a person typed in the current unit, to a tenth of a mmHg. */
  fromTyped(typed: number): Mmhg;
  /** "45 mmHg/s". */
  rate(value: MmhgPerSecond): string;
  /** A dose with its unit: "120 mmHg·min". @param value mmHg·min */
  dose(value: number): string;
  /** A dose without its unit. @param value mmHg·min */
  doseFigure(value: number): string;
  /** "38%". @param value 0 to 100 */
  percent(value: number): string;
  /** Minutes and seconds: "12:40". Rounded up, so that "0:00" means that the time is over. */
  clockTime(left: Seconds): string;
  /** "12 min 40 s", "45 s". */
  lasting(duration: Seconds): string;
  /** "foot, calf, and thigh". */
  list(items: readonly string[]): string;
  /** "foot, calf, or thigh". */
  choice(items: readonly string[]): string;
  /** Chooses the form of a text that a number needs. `other` replaces forms that are left out. */
  plural(value: number, forms: PluralForms): string;
}

/** No separator in numbers of four digits, which are easier to read without: 3600, but 65,536. */
const useGrouping = 'min2';

const toTenth = (value: number): number => Math.round(value * 10) / 10;

/** Intl writes a hyphen for minus in many locales. */
const minus = (text: string): string => text.replace(/^-/, '−');

export function numbersIn({ pressureUnit, language, locale }: NumberOptions): Numbers {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, useGrouping });
  const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const oneDecimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const thousandths = new Intl.NumberFormat(locale, { maximumFractionDigits: 3, useGrouping });
  const twoDigits = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2, maximumFractionDigits: 0 });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const conjunction = new Intl.ListFormat(language, { type: 'conjunction' });
  const disjunction = new Intl.ListFormat(language, { type: 'disjunction' });
  const plurals = new Intl.PluralRules(language);
  const isKpa = pressureUnit === 'kPa';
  const count = (value: number): string => minus(whole.format(Math.round(value) + 0));
  const inUnit = (mmHg: number): string => oneDecimal.format(Math.round((mmHg / MMHG_PER_KPA) * 10) / 10 + 0);
  const exact = (mmHg: number): string =>
    minus(isKpa ? inUnit(mmHg) : tenths.format(Math.round(mmHg * 10) / 10 + 0));
  const figure = (value: number): string => minus(thousandths.format(value));
  const pressure = (value: Mmhg): string => (isKpa ? inUnit(Math.max(0, value)) : count(Math.max(0, value)));
  const rateUnit = `${pressureUnit}/s`;
  const doseUnit = `${pressureUnit}·min`;
  const pressures = (figures: string): string => `${figures} ${pressureUnit}`;
  const rates = (figures: string): string => `${figures} ${rateUnit}`;
  const doseFigure = (value: number): string => count(isKpa ? value / MMHG_PER_KPA : value);
  return {
    pressureUnit,
    rateUnit,
    doseUnit,
    count,
    figure,
    whole: (value, unit) => `${count(value)} ${unit}`,
    measure: (value, unit) => `${figure(value)} ${unit}`,
    pressure,
    shown: (value) => pressures(pressure(value)),
    pressures,
    rates,
    seconds: (figures) => `${figures} s`,
    exactPressure: exact,
    typedStep: isKpa ? 0.1 : 1,
    typed: (value) => toTenth(isKpa ? value / MMHG_PER_KPA : value),
    fromTyped: (typed) => mmhg(toTenth(isKpa ? typed * MMHG_PER_KPA : typed)),
    withUnit: (value) => pressures(exact(value)),
    rate: (value) => rates(exact(value)),
    dose: (value) => `${doseFigure(value)} ${doseUnit}`,
    doseFigure,
    percent: (value) => share.format(value / 100),
    clockTime: (left) => {
      const total = Math.max(0, Math.ceil(left));
      return `${whole.format(Math.floor(total / 60))}:${twoDigits.format(total % 60)}`;
    },
    lasting: (duration) => {
      const total = Math.max(0, Math.round(duration));
      const minutes = Math.floor(total / 60);
      const rest = secondsOf(total % 60);
      if (minutes === 0) return `${whole.format(rest)} s`;
      return rest === 0
        ? `${whole.format(minutes)} min`
        : `${whole.format(minutes)} min ${whole.format(rest)} s`;
    },
    list: (items) => conjunction.format(items),
    choice: (items) => disjunction.format(items),
    plural: (value, forms) => forms[plurals.select(value)] ?? forms.other,
  };
}
