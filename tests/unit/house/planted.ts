/** Writes files of a test into an empty folder together with the repository's lint rules, and returns what Biome finds there. */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './repository.ts';

export interface Finding {
  /** Such as `lint/style/noRestrictedImports`; `plugin` for any of the repository's own rules. */
  readonly rule: string;
  readonly message: string;
}

interface Diagnostic {
  readonly category: string;
  readonly message: string;
  readonly severity: string;
  readonly location: { readonly path: string };
}

/** @param files texts by path @returns errors by path; an empty list for a file without errors. Throws if Biome did not check all files. */
export function lintPlanted(
  files: Readonly<Record<string, string>>,
): ReadonlyMap<string, readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'heartward-walls-'));
  try {
    for (const rules of ['biome.json', 'scripts/lint'])
      cpSync(join(root, rules), join(folder, rules), { recursive: true });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const biome = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/@biomejs/biome/bin/biome'),
        'lint',
        '--vcs-enabled=false',
        '--reporter=json',
        '--max-diagnostics=none',
        ...Object.keys(files),
      ],
      { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 },
    );
    const report = JSON.parse(biome.stdout.slice(biome.stdout.indexOf('{'))) as {
      readonly summary: { readonly unchanged: number };
      readonly diagnostics: readonly Diagnostic[];
    };
    if (report.summary.unchanged !== Object.keys(files).length)
      throw new Error(`Biome looked at ${report.summary.unchanged} of ${Object.keys(files).length} files`);
    const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
    const found = new Map<string, Finding[]>(Object.keys(files).map((path) => [path, []]));
    for (const { category, message, location } of errors) {
      const findings = found.get(location.path);
      if (findings === undefined) throw new Error(`${location.path}: ${message}`);
      findings.push({ rule: category, message });
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const refusalsOfImports = (findings: readonly Finding[] | undefined): readonly string[] =>
  (findings ?? [])
    .filter(({ rule }) => rule === 'lint/style/noRestrictedImports' || rule === 'plugin')
    .map(({ message }) => message);
