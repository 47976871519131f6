/** Regenerates docs/boots.svg, the screen of `npm run boots` during a session: `npm run boots-picture`. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootsPicture } from './boots-picture.ts';

writeFileSync(join(import.meta.dirname, '../docs/boots.svg'), await bootsPicture());
