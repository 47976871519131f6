/** Writes numbers, quantities, lists and plurals in a language, with Intl; dates-and-times.ts writes days and times. Other files leave the conversion of pressures to this one. */

import {
  type Mmhg,
  type MmhgPerSecond,
  mmhg,
  type Seconds,
  seconds as secondsOf,
} from '../../firmware-protocol/quantities.ts';
import { type Dates, datesIn } from './dates-and-times.ts';

/** The unit in which pressures are shown. Values in code are in mmHg. */
export type PressureUnit = 'mmHg' | 'kPa';

export const pressureUnits = ['mmHg', 'kPa'] as const satisfies readonly PressureUnit[];

export const isPressureUnit = (text: unknown): text is PressureUnit =>
  pressureUnits.some((unit) => unit === text);

/** mmHg in 1 kPa, for the conventional millimetre of mercury, 133.322 Pa. */
const MMHG_PER_KPA = 7.50062;

export interface NumberOptions {
  readonly pressureUnit: PressureUnit;
  /** Language of lists and plurals, as a BCP 47 tag. */
  readonly language: string;
  /** Locale of digits and separators, the device's own if left out. */
  readonly locale?: string | undefined;
  /** Locale of dates and times, if it is a variant of `language`; `locale` if left out. */
  readonly dateLocale?: string | undefined;
}

type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

export type Unit = 's' | 'min' | 'h' | 'm' | 'km' | 'mm' | 'Hz' | '°C' | 'L/min';

export interface Numbers {
  readonly pressureUnit: PressureUnit;
  readonly dates: Dates;
  readonly rateUnit: string;
  readonly doseUnit: string;
  /** Rounded: "55", "65,536". */
  count(value: number): string;
  /** Up to three decimals: "0.585". */
  figure(value: number): string;
  /** Rounded: "20 min". */
  whole(value: number, unit: Unit): string;
  /** Up to three decimals: "2.5 s". */
  measure(value: number, unit: Unit): string;
  /** Without the unit, and never below 0: "55"; in kPa with one decimal, "7.3". */
  pressure(value: Mmhg): string;
  /** Without the unit, to a tenth: "38.5", "−20". */
  exactPressure(value: Mmhg): string;
  /** With the unit, to a tenth: "38.5 mmHg", "7.3 kPa". */
  withUnit(value: Mmhg): string;
  /** With the unit, as `pressure` writes it: "55 mmHg". */
  shown(value: Mmhg): string;
  /** Adds the unit to figures that are written: "15 to 22 mmHg". */
  pressures(figures: string): string;
  rates(figures: string): string;
  seconds(figures: string): string;
  /** The number that a field for a pressure shows: in the current unit, to a tenth. @param value mmHg */
  typed(value: number): number;
  /** In the current unit: how much one step changes a field for a pressure. */
  readonly typedStep: number;
  /** The pressure that a person typed, to a tenth of a mmHg. @param typed in the current unit */
  fromTyped(typed: number): Mmhg;
  rate(value: MmhgPerSecond): string;
  /** "120 mmHg·min". @param value mmHg·min */
  dose(value: number): string;
  /** Without the unit. @param value mmHg·min */
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
  /** Chooses the form of a text that the number needs; `other` stands in for a form that is missing. */
  plural(value: number, forms: PluralForms): string;
}

/** Four-digit numbers get no separator, because they are easier to read without one: 3600, but 65,536. */
const useGrouping = 'min2';

const toTenth = (value: number): number => Math.round(value * 10) / 10;

/** Replaces the hyphen that Intl writes for minus in many locales. */
const minus = (text: string): string => text.replace(/^-/, '−');

export function numbersIn({ pressureUnit, language, locale, dateLocale = locale }: NumberOptions): Numbers {
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
    dates: datesIn(language, dateLocale),
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
