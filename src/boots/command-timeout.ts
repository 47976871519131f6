/** How long a command waits for its answer. */

import { type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';

/** The boots answer within 500 ms (PROTOCOL.md 4). After twice that, no answer will come. */
export const COMMAND_TIMEOUT: Milliseconds = milliseconds(1000);
