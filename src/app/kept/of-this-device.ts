/** Opens what this browser keeps: its store, and the localStorage of earlier versions. */

import { systemClock } from '../../clock/system-clock.ts';
import { deviceStore } from './device-store.ts';
import { type FirstKept, firstKept } from './first-kept.ts';
import { localKept } from './local-kept.ts';

export const keptOnThisDevice = (): Promise<FirstKept> => firstKept(deviceStore, localKept, systemClock);
