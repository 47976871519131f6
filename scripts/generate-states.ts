/** Regenerates docs/states.md: `npm run states`. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { statesText } from './states-text.ts';

writeFileSync(join(import.meta.dirname, '../docs/states.md'), statesText());
