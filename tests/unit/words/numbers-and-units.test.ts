import { describe, expect, it } from 'vitest';
import { mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import { numbersIn } from '../../../src/words/numbers-and-units.ts';

const mmHg = numbersIn({ pressureUnit: 'mmHg', language: 'en', locale: 'en' });
const kPa = numbersIn({ pressureUnit: 'kPa', language: 'en', locale: 'en' });

describe('a pressure', () => {
  it('in mmHg is whole if it is measured, and as exact as it was set if it is a setting', () => {
    expect(mmHg.pressure(mmhg(54.6))).toBe('55');
    expect(mmHg.pressure(mmhg(-0.4))).toBe('0');
    expect(mmHg.withUnit(mmhg(54.5))).toBe('54.5 mmHg');
    expect(mmHg.exactPressure(mmhg(-20))).toBe('−20');
    expect(mmHg.rate(mmhgPerSecond(16))).toBe('16 mmHg/s');
    expect(mmHg.dose(120)).toBe('120 mmHg·min');
  });

  it('in kPa has one decimal: 1 kPa is 7.50062 mmHg', () => {
    expect(kPa.withUnit(mmhg(7.50062))).toBe('1.0 kPa');
    expect(kPa.withUnit(mmhg(55))).toBe('7.3 kPa');
    expect(kPa.pressure(mmhg(80))).toBe('10.7');
    expect(kPa.pressure(mmhg(-0.4))).toBe('0.0');
    expect(kPa.exactPressure(mmhg(-20))).toBe('−2.7');
    expect(kPa.rate(mmhgPerSecond(45))).toBe('6.0 kPa/s');
    expect(kPa.dose(120)).toBe('16 kPa·min');
  });
});

describe('numbers', () => {
  it('are written as the language and the locale write them', () => {
    expect(mmHg.count(-0.4)).toBe('0');
    expect(mmHg.count(65_536)).toBe('65,536');
    expect(mmHg.figure(0.585)).toBe('0.585');
    expect(mmHg.percent(42)).toBe('42%');
    expect(mmHg.list(['foot', 'ankle', 'calf'])).toBe('foot, ankle, and calf');
    const german = numbersIn({ pressureUnit: 'kPa', language: 'de', locale: 'de' });
    expect(german.withUnit(mmhg(55))).toBe('7,3 kPa');
    expect(german.list(['Fuß', 'Knie'])).toBe('Fuß und Knie');
  });

  it('choose the plural forms of their language', () => {
    const minutes = { one: 'minute', other: 'minutes' };
    expect([0, 1, 2].map((value) => mmHg.plural(value, minutes))).toEqual(['minutes', 'minute', 'minutes']);
    const french = numbersIn({ pressureUnit: 'kPa', language: 'fr' });
    expect(french.plural(0, minutes)).toBe('minute');
  });

  it('write durations in minutes and seconds', () => {
    expect(mmHg.lasting(seconds(760))).toBe('12 min 40 s');
    expect(mmHg.lasting(seconds(60))).toBe('1 min');
    expect(mmHg.clockTime(seconds(59.2))).toBe('1:00');
  });
});
