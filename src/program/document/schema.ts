/** The schema of a program document. The published schema (public/program.schema.json) is generated from it. */

import * as v from 'valibot';
import { type BodyPart, bodyPartCodes, ZONES_MAX, ZONES_MIN } from '../../../firmware-protocol/zones.ts';
import { legParts } from '../program.ts';
import { type Range, ranges, texts } from '../ranges.ts';
import type { ExpectedName, RangeName, TextName } from './expected.ts';
import { defaults, FORMAT, type ProgramDocument, VERSION } from './form.ts';
import { zoneDefaults } from './form-set.ts';

const expects = (name: ExpectedName): ExpectedName => name;

function figure(name: RangeName) {
  const range: Range = ranges[name];
  const message = expects(`figure ${name}`);
  const between = v.pipe(
    v.number(message),
    v.minValue(range.least, message),
    v.maxValue(range.most, message),
  );
  return range.whole ? v.pipe(between, v.integer(message)) : between;
}

/** One line with at least one letter, digit or emoji, as in `textProblem` of check/figures.ts. */
function text(name: TextName) {
  const most = texts[name];
  const message = expects(`line ${name}`);
  const seen = `^(?=.*(?!\\p{DI})[\\p{L}\\p{N}\\p{Extended_Pictographic}])(?:[^\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Cf}]|[\\u200c\\u200d]){1,${most}}$`;
  return v.pipe(v.string(message), v.regex(new RegExp(seen, 'u'), message));
}

/** A key that may be left out; null means the same. */
const nullByDefault = <T extends v.GenericSchema>(schema: T) => v.optional(v.nullable(schema), null);
const yesOrNo = v.boolean(expects('yesOrNo'));
const oneOf = <const T extends readonly string[]>(words: T) => v.picklist(words, expects('oneOf'));

const part = v.strictObject(
  {
    enabled: v.optional(yesOrNo, defaults.part.enabled),
    fraction: v.pipe(
      figure('fraction'),
      v.description('Peak of this part, as a share of the peak of the program.'),
    ),
    holdFraction: v.pipe(
      figure('holdFraction'),
      v.description(
        'Pressure held behind the wave, as a share of the peak of the program, but never above the peak of this part.',
      ),
    ),
    trimMmhg: v.optional(figure('trim'), defaults.part.trimMmhg),
    boostMmhg: v.optional(figure('boostPressure'), defaults.part.boostMmhg),
    boostHoldSeconds: v.optional(figure('boostHold'), defaults.part.boostHoldSeconds),
  },
  expects('part'),
);

const pulse = v.strictObject(
  {
    onSeconds: figure('pulseOn'),
    offSeconds: figure('pulseOff'),
    count: v.pipe(figure('pulseCount'), v.description('Number of squeezes, the first included.')),
    floor: v.pipe(
      figure('pulseFloor'),
      v.description('Pressure between the squeezes, as a share of the peak of the part.'),
    ),
  },
  expects('pulse'),
);

const section = v.strictObject(
  {
    parts: v.pipe(
      v.array(oneOf(legParts), expects('sectionParts')),
      v.minLength(1, expects('sectionPart')),
      v.maxLength(legParts.length, expects('sectionPartOnce')),
    ),
    sweeps: v.pipe(figure('sweeps'), v.description('Cycles in a row.')),
  },
  expects('section'),
);

const pattern = v.strictObject(
  {
    id: v.pipe(
      v.string(expects('quotes')),
      v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, expects('patternId')),
      v.maxLength(40, expects('patternIdLength')),
    ),
    name: text('pattern'),
    mouldMmhg: v.pipe(figure('prefill'), v.description('Each cycle first brings all parts to this.')),
    onsetDelaySeconds: v.pipe(
      nullByDefault(figure('onsetDelay')),
      v.description(
        'From the onset of one step to that of the next; 0 = all together; left out = each begins when the one before is done.',
      ),
    ),
    breathing: v.pipe(
      v.optional(yesOrNo, defaults.pattern.breathing),
      v.description('Each step is a breath; the onset delay is its length.'),
    ),
    steps: v.pipe(
      figure('steps'),
      v.description(
        'Maximum steps of the wave; where there are more zones, neighbouring zones share a step.',
      ),
    ),
    rampMmhgPerSecond: figure('ramp'),
    holdSeconds: v.pipe(figure('hold'), v.description('From when the target is reached.')),
    pulse: nullByDefault(pulse),
    trailingHolds: v.pipe(figure('trailingHolds'), v.description('Number of steps held behind the wave.')),
    release: v.pipe(
      oneOf(['trailing', 'together']),
      v.description(
        'Trailing: a part is released as soon as it is no longer held; together: all at the end.',
      ),
    ),
    restSeconds: figure('rest'),
    warmUpCycles: v.pipe(
      v.optional(figure('warmUpCycles'), defaults.pattern.warmUpCycles),
      v.description('The intensity grows from 60 % to 100 % over this many cycles.'),
    ),
    legs: v.optional(oneOf(['together', 'alternate', 'left', 'right']), defaults.pattern.legs),
    sections: v.pipe(
      v.optional(
        v.pipe(v.array(section, expects('list')), v.maxLength(ranges.sections.most, expects('sectionsMost'))),
        [],
      ),
      v.description('Stretches of the leg that take turns; none = every cycle sweeps the whole leg.'),
    ),
  },
  expects('pattern'),
);

const zone = v.strictObject(
  {
    on: v.optional(yesOrNo, zoneDefaults.on),
    trimMmhg: v.optional(figure('trim'), zoneDefaults.trimMmhg),
    boostMmhg: v.optional(figure('boostPressure'), zoneDefaults.boostMmhg),
    boostHoldSeconds: v.optional(figure('boostHold'), zoneDefaults.boostHoldSeconds),
  },
  expects('zone'),
);
const leg = v.optional(
  v.pipe(v.array(zone, expects('zones')), v.maxLength(ZONES_MAX, expects('zonesMost'))),
  [],
);
const bodyParts = Object.keys(bodyPartCodes) as [BodyPart, ...BodyPart[]];

const set = v.strictObject(
  {
    intensityMmhg: nullByDefault(figure('peak')),
    minutes: nullByDefault(figure('minutes')),
    zones: v.pipe(
      nullByDefault(
        v.strictObject(
          {
            of: v.pipe(
              v.array(oneOf(bodyParts), expects('setLayout')),
              v.minLength(ZONES_MIN, expects('zonesLeast')),
              v.maxLength(ZONES_MAX, expects('zonesMost')),
            ),
            left: leg,
            right: leg,
          },
          expects('setZones'),
        ),
      ),
      v.description(
        'Settings of single zones, for boots with the zones named in "of"; on other boots they have no effect.',
      ),
    ),
  },
  expects('set'),
);

export const programSchema = v.strictObject(
  {
    $schema: v.optional(
      v.pipe(
        v.string(expects('schemaKey')),
        v.maxLength(200, expects('schemaKey')),
        v.description('For editors; ignored.'),
      ),
    ),
    format: v.literal(FORMAT, expects('format')),
    version: v.literal(VERSION, expects('version')),
    name: text('name'),
    purpose: v.pipe(text('purpose'), v.description('What it is for, in one honest sentence.')),
    peakMmhg: v.pipe(figure('peak'), v.description('Above 80, the person confirms it for each session.')),
    minutes: figure('minutes'),
    set: v.pipe(
      nullByDefault(set),
      v.description(
        'Settings saved with the program: a session starts with these instead of peak and minutes.',
      ),
    ),
    pattern,
    shape: v.strictObject(
      { foot: part, ankle: part, calf: part, knee: part, 'lower thigh': part, 'upper thigh': part },
      expects('shape'),
    ),
  },
  expects('program'),
) satisfies v.GenericSchema<unknown, ProgramDocument>;
