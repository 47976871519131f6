/** Draws docs/composer.svg anew: `npm run composer-picture`. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composerPicture } from './composer-picture.ts';

writeFileSync(join(import.meta.dirname, '../docs/composer.svg'), composerPicture());
