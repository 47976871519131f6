/** Each fault and warning of the boots: what it is, what it means, and what to do. */

import type { Fault } from '../../../../firmware-protocol/fault-codes.ts';
import type { FaultWords } from '../../words.ts';

export const faults: Readonly<Record<Fault, FaultWords>> = {
  none: {
    what: 'something is wrong',
    means: 'The boots report a fault but not which one.',
    todo: 'Take the boots off, switch them off and on again, and check the hoses before the next session.',
  },
  overPressure: {
    what: 'more pressure than asked for',
    means:
      'The pressure stayed too high even after the boots let air out of it, so they stopped and opened every vent.',
    todo: 'Check that nothing presses on the boot or kinks the hose. If it happens again, do not use this boot.',
  },
  independentOverPressure: {
    what: 'far too much pressure',
    means: 'The second, independent pressure guard had to step in.',
    todo: 'Take the boots off. Do not use them again until they have been checked.',
  },
  squeezedTooLong: {
    what: 'squeezed too long without a rest',
    means: 'The leg must be released fully from time to time, and it was not.',
    todo: 'Check that the hose is not kinked, so that the air can go out. Wait ten minutes before the next session.',
  },
  squeezedTooMuch: {
    what: 'squeezed for too much of the time',
    means: 'Over the last ten minutes there was too little rest between the squeezes.',
    todo: 'Wait ten minutes, then choose a lower intensity.',
  },
  reverseGradient: {
    what: 'pressure was higher toward the hip than toward the foot',
    means: 'The squeeze must never be stronger above than below for long. Swapped hoses do this.',
    todo: 'Check that each hose is in its own socket and that the lower part of the boot is closed.',
  },
  gate: {
    what: 'did not reach its pressure in time',
    means: 'The boots waited for the pressure as long as they may, then stopped.',
    todo: 'Check the zip and the hose, then try again with a lower intensity.',
  },
  notEmptying: {
    what: 'not emptying',
    means: 'There is still pressure in it although the air should be out.',
    todo: 'Open the zip where it is tight. Check the hose for a kink.',
  },
  leak: {
    what: 'not holding pressure',
    means: 'Air gets out of it faster than it should.',
    todo: 'Check the zip and the hose.',
  },
  notFilling: {
    what: 'not filling',
    means: 'Air went in, but the pressure did not rise.',
    todo: 'Check that the hose is plugged in and not kinked, and that the zip is closed all the way. If other zones do not fill either, the pump needs checking.',
  },
  fillValve: {
    what: 'takes air that is meant for other zones',
    means: 'One of its valves does not do what it should.',
    todo: 'Switch the boots off and on again. If it happens again, the boots need repair.',
  },
  sensor: {
    what: 'its pressure cannot be measured',
    means: 'The gauge gives no reading that can be trusted, and without one nothing is squeezed.',
    todo: 'Switch the boots off and on again. If it happens again, the boots need repair.',
  },
  pump: {
    what: 'no air arrives',
    means:
      'The boots gave several zones air and no pressure rose: a hose may be off, or the pump moves nothing.',
    todo: 'Check that every hose is plugged in, the air inlet free and the battery charged. If it happens again, the boots need repair.',
  },
};
