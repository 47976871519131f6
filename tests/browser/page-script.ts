/** A TypeScript module and all that it imports as one script for a page. */

import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** An HTML page with the module in it. `module`: relative to this folder. */
export const pageWithScript = async (module: string): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: fileURLToPath(new URL(module, import.meta.url)) },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((part) =>
    'output' in part ? part.output : [],
  );
  const scripts = outputs.filter((output) => output.type === 'chunk').map(({ code }) => code);
  if (scripts.length !== 1) throw new Error(`${module} became ${scripts.length} scripts instead of one.`);
  const script = scripts.join('').replaceAll('</script', '<\\/script');
  return `<!doctype html><html lang="en"><title>test</title><link rel="icon" href="data:,"><body>
<script type="module">${script}</script></body></html>`;
};
