/** What measurements probably mean: first the likely cause, then what to check. */

import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { ZoneCause, ZoneDiagnosis } from '../../../diagnosis/diagnose.ts';
import type { Finding, MakerWords } from '../../maker/maker-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { capital } from '../text.ts';

export const causes: Readonly<Record<ZoneCause, string>> = {
  noReading: 'Sensor reads nothing',
  frozen: 'Sensor stuck',
  zeroOff: 'Zero is off',
  stays: 'Keeps pressure, or zero far off',
  noRise: 'Air in, no rise',
  kinked: 'Kinked hose',
  leak: 'Leak',
  fillsSlowly: 'Fills slowly',
  emptiesSlowly: 'Empties slowly',
  worn: 'Loses a little',
  noisy: 'Noisy sensor',
  fine: 'Nothing found',
  notKnown: 'Not known yet',
};

const todos: Readonly<Record<ZoneCause, string>> = {
  noReading: 'The boots sent samples without a reading. Check the sensor’s plug and its wires.',
  frozen: 'The reading did not change at all for ten seconds or more. Check the sensor, then its tube.',
  zeroOff:
    'Open to the room, it reads differently from the other zones. Start again, so that the boots set their zero anew; if that does not help, replace the sensor.',
  stays:
    'Its valve is open and it still reads pressure. Feel the bag: if it is firm, the vent valve or the hose is blocked; if it is soft, the sensor reads wrong.',
  noRise:
    'The pump fills this zone, but its pressure does not rise. Its hose is likely kinked or off; if not, a valve is stuck. Check the hose first.',
  kinked:
    'It fills slowly and empties slowly: the same path is narrow in both directions. Follow the hose from the boots to the bag.',
  leak: 'It loses air while both valves are closed. Listen at the bag, the hose and the plug; soapy water shows bubbles.',
  fillsSlowly: 'It takes longer to fill than the other zones.',
  emptiesSlowly: 'It takes longer to empty than the other zones.',
  worn: 'It loses more than good boots do, but less than a leak would. Nothing to do now; watch it over the next sessions.',
  noisy: 'Its readings scatter. Check the sensor’s supply and wires, and keep them away from the pump’s.',
  fine: '',
  notKnown: '',
};

/** What to check at a zone that is slow in one direction. The advice depends on what is known about the other direction. */
function oneWay(cause: ZoneCause, { fill, release }: ZoneDiagnosis['compared']): string {
  if (cause === 'fillsSlowly')
    return release === 'well'
      ? ' It empties well, so check its fill valve, then its plug.'
      : ' How it empties is not measured yet. Check its hose first, then its fill valve and its plug.';
  if (cause === 'emptiesSlowly')
    return {
      well: ' It fills well, so check its vent valve and what is in front of it.',
      slow: ' Check its hose first, then its vent valve.',
      notMeasured: ' How it fills is not measured yet. Check its hose first, then its vent valve.',
    }[fill];
  return '';
}

export function findings(n: Numbers): Pick<MakerWords, 'finding' | 'whole' | 'causes'> {
  return {
    causes,
    finding: ({ cause, compared, figures: { side, part, falls } }): Finding => {
      const fall =
        cause === 'leak' && falls !== null
          ? ` It loses ${n.withUnit(mmhg(Math.round(falls * 60)))} a minute.`
          : '';
      return {
        title: `${capital(`${side} ${part}`)}: ${causes[cause].toLowerCase()}`,
        todo: `${todos[cause]}${fall}${oneWay(cause, compared)}`,
      };
    },
    whole: (cause): Finding => {
      switch (cause.kind) {
        case 'pumpWeak':
          return {
            title: 'All zones fill slowly: the pump likely delivers less than the boots state',
            todo: `Together they take ${n.figure(Math.round(cause.times * 10) / 10)} times the air that its stated flow should need. Check the battery, then the pump’s filter and the hose behind it.`,
          };
        case 'noLeg':
          return {
            title: `${capital(cause.side)} boot: likely no leg in it`,
            todo: `It is much stiffer than the other boot: it takes ${n.percent(cause.share * 100)} of the air for the same rise. A boot that is worn very tight can look the same.`,
          };
        case 'loose':
          return {
            title: `${capital(cause.side)} boot: likely loose, or its zip is open`,
            todo: `It took ${n.figure(Math.round(cause.times * 100) / 100)} times the air of the other boot before it was tight. Close the zip; air that was left in the other boot can look the same.`,
          };
      }
    },
  };
}
