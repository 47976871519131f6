import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { plainPrograms } from '../../../src/program/patterns.ts';
import { programs as presets } from '../../../src/program/presets.ts';
import { callable } from '../called.ts';

const folder = mkdtempSync(join(tmpdir(), 'gallery-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const called = await callable('src/cli/programs.ts');
const programs = (...words: string[]) => called(words);

describe('programs', { timeout: 240_000 }, () => {
  it('lists all programs with their purposes', () => {
    const { status, stdout } = programs();
    expect(status).toBe(0);
    for (const { id, purpose } of [...presets, ...plainPrograms]) {
      expect(stdout).toContain(id);
      expect(stdout).toContain(purpose);
    }
    expect(stdout).not.toMatch(/NaN|undefined/);
  });

  it('writes pressures in kPa with --units kPa', () => {
    const { status, stdout } = programs('--units', 'kPa');
    expect(status).toBe(0);
    expect(stdout).toContain('7.3 kPa');
    expect(stdout).not.toContain('mmHg');
    expect(programs('--units', 'bar').status).toBe(2);
  });

  it('draws all programs, and writes a page that shows them and loads nothing else', () => {
    const { status, stdout } = programs('--gallery', folder, '--zones', '8', '--boots', 'pair');
    expect(status).toBe(0);
    expect(stdout).toContain('22 programs');
    const all = [...presets, ...plainPrograms];
    expect(readdirSync(folder).sort()).toEqual(['index.html', ...all.map(({ id }) => `${id}.svg`)].sort());
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    for (const { name, purpose } of presets) {
      expect(page).toContain(name);
      expect(page).toContain(purpose);
    }
    expect(page).toContain('8 zones per leg');
    expect(page.match(/<svg class="hw"/g)).toHaveLength(all.length);
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|src=|@import|<script|<link/,
    );
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    { words: ['--zones', '9'], says: '3 to 8' },
    { words: ['--pump', '3'], says: '4 to 20' },
    { words: ['--boots', 'hob'], says: 'hub' },
    { words: ['--galery', 'x'], says: '--gallery' },
    { words: ['--gallery', 'README.md'], says: 'README.md' },
  ])('rejects $words with the reason, and exit code 2', ({ words, says }) => {
    const { status, stderr } = programs(...words);
    expect(status).toBe(2);
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/at .*\.ts:\d+/);
  });
});
