/** All rules. A new one is a line of data in the file of its kind; where it cannot be kept, place/ says so. */

import { boots } from './boots.ts';
import { manual } from './by-hand.ts';
import { coldTravelDesk } from './cold-travel-desk.ts';
import { movement } from './movement.ts';
import { rest } from './rest.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [...movement, ...rest, ...coldTravelDesk, ...boots, ...manual];
