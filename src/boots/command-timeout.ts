/** How long a command waits for its response once the command has been written; writing has a deadline of its own (gatt/gatt-link.ts). */

import { type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';

/** The boots must respond within 500 ms (PROTOCOL.md CMD-1). After twice that, the page stops waiting. */
export const COMMAND_TIMEOUT: Milliseconds = milliseconds(1000);
