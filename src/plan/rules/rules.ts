/** All rules. A new rule is an entry in the file of its kind. place/ leaves out a step if it finds no time for it. */

import { boots } from './boots.ts';
import { manual } from './by-hand.ts';
import { coldTravelDesk } from './cold-travel-desk.ts';
import { movement } from './movement.ts';
import { rest } from './rest.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [...movement, ...rest, ...coldTravelDesk, ...boots, ...manual];
