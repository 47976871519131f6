/** The schema of a program document. The published one (public/program.schema.json) is generated from it. */

import * as v from 'valibot';
import { type BodyPart, bodyPartCodes, ZONES_MAX, ZONES_MIN } from '../../../firmware-protocol/zones.ts';
import { legParts } from '../program.ts';
import { type Range, ranges, texts } from '../ranges.ts';
import type { ExpectedName, RangeName, TextName } from './expected.ts';
import { FORMAT, type ProgramDocument, unsaid, VERSION } from './form.ts';
import { unsaidZone } from './form-set.ts';

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

/** One line that can be read; see check/figures.ts. */
function text(name: TextName) {
  const most = texts[name];
  const message = expects(`line ${name}`);
  const seen = `^(?=.*(?!\\p{DI})[\\p{L}\\p{N}\\p{Extended_Pictographic}])(?:[^\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Cf}]|[\\u200c\\u200d]){1,${most}}$`;
  return v.pipe(v.string(message), v.regex(new RegExp(seen, 'u'), message));
}

/** Left out and null mean the same. */
const perhaps = <T extends v.GenericSchema>(schema: T) => v.optional(v.nullable(schema), null);
const yesOrNo = v.boolean(expects('yesOrNo'));
const oneOf = <const T extends readonly string[]>(words: T) => v.picklist(words, expects('oneOf'));

const part = v.strictObject(
  {
    enabled: v.optional(yesOrNo, unsaid.part.enabled),
    fraction: v.pipe(
      figure('fraction'),
      v.description('Peak of this part, as a share of the peak of the program.'),
    ),
    holdFraction: v.pipe(
      figure('holdFraction'),
      v.description(
        'What it is held at behind the wave, as a share of the peak of the program; 1 = its own peak.',
      ),
    ),
    trimMmhg: v.optional(figure('trim'), unsaid.part.trimMmhg),
    boostMmhg: v.optional(figure('boostPressure'), unsaid.part.boostMmhg),
    boostHoldSeconds: v.optional(figure('boostHold'), unsaid.part.boostHoldSeconds),
  },
  expects('part'),
);

const pulse = v.strictObject(
  {
    onSeconds: figure('pulseOn'),
    offSeconds: figure('pulseOff'),
    count: v.pipe(figure('pulseCount'), v.description('Squeezes in all, the first included.')),
    floor: v.pipe(figure('pulseFloor'), v.description('It is let down to this share between them.')),
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
    mouldMmhg: v.pipe(figure('mould'), v.description('All parts are brought to this first, each cycle.')),
    onsetDelaySeconds: v.pipe(
      perhaps(figure('onsetDelay')),
      v.description(
        'From the onset of one step to the next; 0 = all together; left out = when the step before is done.',
      ),
    ),
    breathing: v.pipe(
      v.optional(yesOrNo, unsaid.pattern.breathing),
      v.description('A step is a breath; the delay between onsets says how long one takes.'),
    ),
    steps: v.pipe(figure('steps'), v.description('Most steps of the wave; more zones go in pairs.')),
    rampMmhgPerSecond: figure('ramp'),
    holdSeconds: v.pipe(figure('hold'), v.description('Counted from target reached.')),
    pulse: perhaps(pulse),
    trailingHolds: v.pipe(
      figure('trailingHolds'),
      v.description('How many steps behind the wave stay held.'),
    ),
    release: v.pipe(
      oneOf(['trailing', 'together']),
      v.description('Trailing: a part lets go as soon as it is no longer held; together: all at the end.'),
    ),
    restSeconds: figure('rest'),
    warmUpCycles: v.pipe(
      v.optional(figure('warmUpCycles'), unsaid.pattern.warmUpCycles),
      v.description('The intensity grows from 60 % to 100 % over this many cycles.'),
    ),
    legs: v.optional(oneOf(['together', 'alternate', 'left', 'right']), unsaid.pattern.legs),
    sections: v.pipe(
      v.optional(
        v.pipe(v.array(section, expects('list')), v.maxLength(ranges.sections.most, expects('sectionsMost'))),
        [],
      ),
      v.description('Stretches of the leg that are swept in turns; none = every cycle is of the whole leg.'),
    ),
  },
  expects('pattern'),
);

const zone = v.strictObject(
  {
    on: v.optional(yesOrNo, unsaidZone.on),
    trimMmhg: v.optional(figure('trim'), unsaidZone.trimMmhg),
    boostMmhg: v.optional(figure('boostPressure'), unsaidZone.boostMmhg),
    boostHoldSeconds: v.optional(figure('boostHold'), unsaidZone.boostHoldSeconds),
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
    intensityMmhg: perhaps(figure('peak')),
    minutes: perhaps(figure('minutes')),
    zones: v.pipe(
      perhaps(
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
        'Single zones of the boots named in "of"; on other boots they are as the program has them.',
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
    peakMmhg: v.pipe(figure('peak'), v.description('Above 80 it is confirmed each time.')),
    minutes: figure('minutes'),
    set: v.pipe(
      perhaps(set),
      v.description('What somebody set on top of the program: it is begun with instead of peak and minutes.'),
    ),
    pattern,
    shape: v.strictObject(
      { foot: part, ankle: part, calf: part, knee: part, 'lower thigh': part, 'upper thigh': part },
      expects('shape'),
    ),
  },
  expects('program'),
) satisfies v.GenericSchema<unknown, ProgramDocument>;
