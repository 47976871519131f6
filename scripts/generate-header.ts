/** Regenerates firmware-protocol/heartward.h: `npm run header`. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cHeader } from '../firmware-protocol/header.ts';

writeFileSync(join(import.meta.dirname, '../firmware-protocol/heartward.h'), cHeader());
