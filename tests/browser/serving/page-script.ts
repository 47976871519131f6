import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Bundles a TypeScript module and its imports. @returns the HTML of a page with this script */
export const pageWithScript = async (module: URL): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: fileURLToPath(module) },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((part) =>
    'output' in part ? part.output : [],
  );
  const scripts = outputs.filter((output) => output.type === 'chunk').map(({ code }) => code);
  if (scripts.length !== 1)
    throw new Error(`${module.pathname} became ${scripts.length} scripts instead of one.`);
  const script = scripts.join('').replaceAll('</script', '<\\/script');
  return `<!doctype html><html lang="en"><title>test</title><link rel="icon" href="data:,"><body>
<script type="module">${script}</script></body></html>`;
};
