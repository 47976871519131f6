/** The complete French `Words`. Words of plans, guides, the journal and other places load with their screens (part.ts). */

import type { FirstWords } from '../first/first-words.ts';
import { sessionLines } from '../live/session-lines.ts';
import type { NumberOptions } from '../numbers-and-units.ts';
import type { Words } from '../words.ts';
import { parts, sides } from './body.ts';
import { adaptationWords } from './choosing/adaptations.ts';
import { highPressure } from './choosing/high-pressure.ts';
import { intensityMarks, nearestStop } from './choosing/intensity.ts';
import { library, libraryOutcome, setWords } from './choosing/library.ts';
import { drawing } from './choosing/preview.ts';
import { programPurpose } from './choosing/purposes.ts';
import { button, other, simulated } from './choosing/simulated.ts';
import { stepper, zoneSettings } from './choosing/zone-settings.ts';
import { firstFrench } from './first/first-french.ts';
import { airAfter } from './live/air-after.ts';
import { breath } from './live/breath.ts';
import { desk } from './live/desk.ts';
import { endings } from './live/endings.ts';
import { detail, happening, timeLeft, waves } from './live/happening.ts';
import { zones } from './live/zones.ts';
import { commands, results } from './notices/causes.ts';
import { faults } from './notices/faults.ts';
import { againstResume, againstStart } from './notices/hindrance.ts';
import { leftBehind } from './notices/left-behind.ts';
import { notices } from './notices/notices.ts';
import { problems } from './problems/problems.ts';
import { choose, ended, noChart, session } from './screens.ts';
import { capital, typeset } from './text.ts';

export const french = (options: Omit<NumberOptions, 'language'>): Words =>
  completeFrench(firstFrench(options));

export function completeFrench(first: FirstWords): Words {
  const n = first.numbers;
  const sentences = problems(n);
  const sessionTexts = session(n);
  const zoneWords = zones(n, sessionTexts);
  return typeset({
    ...first,
    capital,
    parts,
    sides,
    notice: notices(n, sentences),
    problem: sentences.problem,
    setting: sentences.setting,
    faults,
    endings,
    airAfter,
    againstStart: (view) => againstStart(n, sentences.problem, view),
    againstResume,
    leftBehind,
    libraryOutcome: libraryOutcome(n),
    ...sessionLines({
      happening: (now) => happening(n, now),
      detail: (now) => detail(n, now),
      waves: (count) => waves(n, count),
      timeLeft: (minutes) => timeLeft(n, minutes),
      legsAloud: zoneWords.legsAloud,
      endings,
    }),
    breath,
    ...zoneWords,
    intensityMarks: intensityMarks(n),
    nearestStop,
    intensityAloud: (intensity) => `${n.withUnit(intensity)}, ${nearestStop(intensity).feels}`,
    minutesAloud: (minutes) =>
      `${n.count(minutes)} ${n.plural(minutes, { one: 'minute', other: 'minutes' })}`,
    setWords: setWords(n),
    adaptations: (adaptations) => adaptationWords(n, adaptations),
    highPressure: highPressure(n),
    stepper,
    zoneSettings: zoneSettings(n),
    drawing: drawing(n),
    programPurpose,
    choose: choose(n),
    session: sessionTexts,
    desk,
    ended: ended(n),
    library,
    simulated,
    button,
    noChart,
    pressLeft: (left) => n.whole(left, 's'),
    other,
    commands,
    results,
  });
}
