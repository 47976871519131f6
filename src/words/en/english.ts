/** English. */

import { type NumberOptions, numbersIn } from '../numbers.ts';
import type { Words } from '../words.ts';
import { acknowledgement } from './acknowledgement.ts';
import { adaptationWords } from './adaptations.ts';
import { breath } from './breath.ts';
import { detail, happening, waves } from './doing.ts';
import { airAfter, endings } from './endings.ts';
import { faults } from './faults.ts';
import { highPressure } from './high-pressure.ts';
import { againstResume, againstStart } from './hindrance.ts';
import { nearestStop, stops } from './intensity.ts';
import { library, said, setWords } from './library.ts';
import { commands, results } from './notices/causes.ts';
import { notices } from './notices/notices.ts';
import { drawing } from './preview.ts';
import { problems } from './problems/problems.ts';
import { choose, ended, page, pageTitle, session, welcome } from './screens.ts';
import { button, other, simulated } from './simulated.ts';
import { capital } from './text.ts';
import { stepper, zoneSettings } from './zone-settings.ts';
import { zones } from './zones.ts';

const LANGUAGE = 'en';

export function english({ pressureUnit, locale }: Omit<NumberOptions, 'language'>): Words {
  const n = numbersIn({ pressureUnit, language: LANGUAGE, locale });
  const sentences = problems(n);
  const sessionTexts = session(n);
  return {
    language: LANGUAGE,
    numbers: n,
    capital,
    notice: notices(n, sentences),
    problem: sentences.problem,
    setting: sentences.setting,
    faults,
    endings,
    airAfter,
    againstStart: (view) => againstStart(n, sentences.problem, view),
    againstResume,
    said: said(n),
    happening: (view) => happening(n, view),
    detail: (view) => detail(n, view),
    waves: (view) => waves(n, view),
    breath,
    ...zones(n, sessionTexts),
    pageTitle: pageTitle(n),
    stops,
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
    page,
    welcome,
    acknowledgement,
    choose: choose(n),
    session: sessionTexts,
    ended: ended(n),
    library,
    simulated,
    button,
    other,
    commands,
    results,
  };
}
