/** How long a command waits for its response once it has been written; writing has a deadline of its own (gatt/gatt-link.ts). */

import { type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';

/** The boots respond within 500 ms (PROTOCOL.md 4). After twice that, no response will come. */
export const COMMAND_TIMEOUT: Milliseconds = milliseconds(1000);
