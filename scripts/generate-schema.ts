/** Regenerates public/program.schema.json: `npm run schema`. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programSchemaText } from './program-schema.ts';

writeFileSync(join(import.meta.dirname, '../public/program.schema.json'), programSchemaText());
