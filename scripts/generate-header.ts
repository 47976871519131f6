/** Writes firmware-protocol/heartward.h anew: `npx tsx scripts/generate-header.ts`. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cHeader } from '../firmware-protocol/header.ts';

writeFileSync(join(import.meta.dirname, '../firmware-protocol/heartward.h'), cHeader());
