/** What a document of a program looks like. The published schema (public/program.schema.json) is made from this. */

import * as v from 'valibot';
import { type BodyPart, bodyPartCodes, ZONES_MAX, ZONES_MIN } from '../../../firmware-protocol/zones.ts';
import { legParts } from '../program.ts';
import { type Range, ranges, rangeWords, texts } from '../ranges.ts';
import { FORMAT, type ProgramDocument, unsaid, VERSION } from './form.ts';
import { unsaidZone } from './form-set.ts';

/** Messages are what to do: "Write 15 to 22 mmHg." */
function figure(range: Range) {
  const message = `Write ${rangeWords(range)}.`;
  const between = v.pipe(
    v.number(message),
    v.minValue(range.least, message),
    v.maxValue(range.most, message),
  );
  return range.whole ? v.pipe(between, v.integer(message)) : between;
}

/** One line that can be read; see check/figures.ts. */
function text(most: number) {
  const message = `Write it in quotes, in one line of ${most} characters at most.`;
  const seen = `^(?=.*(?!\\p{DI})[\\p{L}\\p{N}\\p{Extended_Pictographic}])(?:[^\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Cf}]|[\\u200c\\u200d]){1,${most}}$`;
  return v.pipe(v.string(message), v.regex(new RegExp(seen, 'u'), message));
}

/** What is left out, or null, is nothing. */
const perhaps = <T extends v.GenericSchema>(schema: T) => v.optional(v.nullable(schema), null);
const yesOrNo = v.boolean('Write true or false, without quotes.');
const oneOf = <const T extends readonly string[]>(words: T) =>
  v.picklist(words, `Write ${words.map((word) => `"${word}"`).join(' or ')}.`);

const part = v.strictObject(
  {
    enabled: v.optional(yesOrNo, unsaid.part.enabled),
    fraction: v.pipe(
      figure(ranges.fraction),
      v.description('Peak of this part, as a share of the peak of the program.'),
    ),
    holdFraction: v.pipe(
      figure(ranges.holdFraction),
      v.description(
        'What it is held at behind the wave, as a share of the peak of the program; 1 = its own peak.',
      ),
    ),
    trimMmhg: v.optional(figure(ranges.trim), unsaid.part.trimMmhg),
    boostMmhg: v.optional(figure(ranges.boostPressure), unsaid.part.boostMmhg),
    boostHoldSeconds: v.optional(figure(ranges.boostHold), unsaid.part.boostHoldSeconds),
  },
  'Write { "fraction": 1, "holdFraction": 1 }.',
);

const pulse = v.strictObject(
  {
    onSeconds: figure(ranges.pulseOn),
    offSeconds: figure(ranges.pulseOff),
    count: v.pipe(figure(ranges.pulseCount), v.description('Squeezes in all, the first included.')),
    floor: v.pipe(figure(ranges.pulseFloor), v.description('It is let down to this share between them.')),
  },
  'Write { "onSeconds": 1.5, "offSeconds": 1, "count": 2, "floor": 0.75 }.',
);

const section = v.strictObject(
  {
    parts: v.pipe(
      v.array(oneOf(legParts), 'Write a list of parts of the leg in [ ].'),
      v.minLength(1, 'Name a part of the leg.'),
      v.maxLength(legParts.length, 'Name each part once.'),
    ),
    sweeps: v.pipe(figure(ranges.sweeps), v.description('Cycles in a row.')),
  },
  'Write { "parts": ["foot", "ankle", "calf"], "sweeps": 10 }.',
);

const pattern = v.strictObject(
  {
    id: v.pipe(
      v.string('Write it in quotes.'),
      v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and hyphens: "slow-wave".'),
      v.maxLength(40, 'Use 40 characters at most.'),
    ),
    name: text(texts.pattern),
    mouldMmhg: v.pipe(
      figure(ranges.mould),
      v.description('All parts are brought to this first, each cycle.'),
    ),
    onsetDelaySeconds: v.pipe(
      perhaps(figure(ranges.onsetDelay)),
      v.description(
        'From the onset of one step to the next; 0 = all together; left out = when the step before is done.',
      ),
    ),
    breathing: v.pipe(
      v.optional(yesOrNo, unsaid.pattern.breathing),
      v.description('A step is a breath; the delay between onsets says how long one takes.'),
    ),
    steps: v.pipe(figure(ranges.steps), v.description('Most steps of the wave; more zones go in pairs.')),
    rampMmhgPerSecond: figure(ranges.ramp),
    holdSeconds: v.pipe(figure(ranges.hold), v.description('Counted from target reached.')),
    pulse: perhaps(pulse),
    trailingHolds: v.pipe(
      figure(ranges.trailingHolds),
      v.description('How many steps behind the wave stay held.'),
    ),
    release: v.pipe(
      oneOf(['trailing', 'together']),
      v.description('Trailing: a part lets go as soon as it is no longer held; together: all at the end.'),
    ),
    restSeconds: figure(ranges.rest),
    warmUpCycles: v.pipe(
      v.optional(figure(ranges.warmUpCycles), unsaid.pattern.warmUpCycles),
      v.description('The intensity grows from 60 % to 100 % over this many cycles.'),
    ),
    legs: v.optional(oneOf(['together', 'alternate', 'left', 'right']), unsaid.pattern.legs),
    sections: v.pipe(
      v.optional(
        v.pipe(
          v.array(section, 'Write a list in [ ].'),
          v.maxLength(ranges.sections.most, `Use ${ranges.sections.most} sections at most.`),
        ),
        [],
      ),
      v.description('Stretches of the leg that are swept in turns; none = every cycle is of the whole leg.'),
    ),
  },
  'Write the figures of the pattern in { }.',
);

const zone = v.strictObject(
  {
    on: v.optional(yesOrNo, unsaidZone.on),
    trimMmhg: v.optional(figure(ranges.trim), unsaidZone.trimMmhg),
    boostMmhg: v.optional(figure(ranges.boostPressure), unsaidZone.boostMmhg),
    boostHoldSeconds: v.optional(figure(ranges.boostHold), unsaidZone.boostHoldSeconds),
  },
  'Write { } for a zone as the program has it, or { "on": false }.',
);
const leg = v.optional(
  v.pipe(
    v.array(zone, 'Write a list of zones in [ ], the foot first.'),
    v.maxLength(ZONES_MAX, `A leg has ${ZONES_MAX} zones at most.`),
  ),
  [],
);
const bodyParts = Object.keys(bodyPartCodes) as [BodyPart, ...BodyPart[]];

const set = v.strictObject(
  {
    intensityMmhg: perhaps(figure(ranges.peak)),
    minutes: perhaps(figure(ranges.minutes)),
    zones: v.pipe(
      perhaps(
        v.strictObject(
          {
            of: v.pipe(
              v.array(oneOf(bodyParts), 'Write the zones of a leg in [ ], the foot first.'),
              v.minLength(ZONES_MIN, `A leg has ${ZONES_MIN} zones at least.`),
              v.maxLength(ZONES_MAX, `A leg has ${ZONES_MAX} zones at most.`),
            ),
            left: leg,
            right: leg,
          },
          'Write { "of": ["foot", "calf", "thigh"], "left": [{ "on": false }] }.',
        ),
      ),
      v.description(
        'Single zones of the boots named in "of"; on other boots they are as the program has them.',
      ),
    ),
  },
  'Write { "intensityMmhg": 50, "minutes": 20 }.',
);

export const programSchema = v.strictObject(
  {
    $schema: v.optional(
      v.pipe(
        v.string('Leave it out.'),
        v.maxLength(200, 'Leave it out.'),
        v.description('For editors; ignored.'),
      ),
    ),
    format: v.literal(FORMAT, `Write "${FORMAT}".`),
    version: v.literal(VERSION, `Write ${VERSION}.`),
    name: text(texts.name),
    purpose: v.pipe(text(texts.purpose), v.description('What it is for, in one honest sentence.')),
    peakMmhg: v.pipe(figure(ranges.peak), v.description('Above 80 it is confirmed each time.')),
    minutes: figure(ranges.minutes),
    set: v.pipe(
      perhaps(set),
      v.description('What somebody set on top of the program: it is begun with instead of peak and minutes.'),
    ),
    pattern,
    shape: v.strictObject(
      { foot: part, ankle: part, calf: part, knee: part, 'lower thigh': part, 'upper thigh': part },
      'Write what each part of the leg gets in { }.',
    ),
  },
  'Write a program in { }.',
) satisfies v.GenericSchema<unknown, ProgramDocument>;
