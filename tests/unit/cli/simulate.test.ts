import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'simulate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const simulate = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync('npx', ['tsx', 'src/cli/simulate.ts', ...words], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

describe('simulate', { timeout: 60_000 }, () => {
  it('names the programs', () => {
    const { status, stdout } = simulate('--list');
    expect(status).toBe(0);
    for (const id of ['post-marathon', 'desk-side', 'first-time']) expect(stdout).toContain(id);
  });

  it.each([
    { words: ['post-maraton'], says: 'post-marathon' },
    { words: ['post-marathon', '--minuts', '3'], says: '--minutes' },
    { words: ['post-marathon', '--zones', '9'], says: '3 to 8' },
    { words: ['post-marathon', '--peak', 'NaN'], says: '15 to 100' },
    { words: ['strong'], says: '--confirm' },
    { words: ['post-marathon', '--peak', '81'], says: '--peak 80' },
    { words: ['post-marathon', '--boots', 'hob'], says: 'hub' },
    { words: ['post-marathon', '--legs', 'huge'], says: 'medium' },
    { words: ['post-marathon', '--pump', '3'], says: '4 to 20' },
    { words: ['post-marathon', '--fault', 'leek'], says: '"leak"' },
    { words: ['post-marathon', '--fault', 'leak@x'], says: 'NAME@SECONDS:ZONE' },
    { words: ['post-marathon', '--fault', 'leak@5:10'], says: 'no zone 10' },
    { words: ['post-marathon', '--boots', 'left', '--fault', 'legs-swapped'], says: 'legs-swapped' },
    { words: ['post-marathon', '--out', 'README.md'], says: 'README.md' },
    { words: [], says: '--list' },
  ])('refuses $words with the reason, and exit code 2', ({ words, says }) => {
    const { status, stdout, stderr } = simulate(...words);
    expect(status).toBe(2);
    expect(stderr).toContain(says);
    expect(stdout).toBe('');
  });

  it('names the faults', () => {
    const { status, stdout } = simulate('--list-faults');
    expect(status).toBe(0);
    for (const name of ['leak', 'pump-stall', 'link-loss']) expect(stdout).toContain(name);
  });

  it('lets a fault strike when and where it was asked to', () => {
    const { status, stdout, stderr } = simulate(
      'post-marathon',
      '--minutes',
      '4',
      '--fault',
      'unplugged@90:6',
    );
    expect(status).toBe(1);
    expect(stdout).toContain('ended fault');
    expect(stderr).toContain('Right boot, ankle');
  });

  it('writes table, picture and figures of what was asked for', () => {
    const { status } = simulate(
      'post-marathon',
      '--minutes',
      '2',
      '--zones',
      '3',
      '--seed',
      '4',
      '--out',
      folder,
    );
    expect(status).toBe(0);
    const rows = readFileSync(join(folder, 'trace.csv'), 'utf8').trimEnd().split('\n');
    expect(rows[0]).toBe('t_s,boot,zone,target_mmhg,pressure_mmhg');
    // 10 rows a second for each of 2 × 3 zones.
    const summary = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8'));
    expect((rows.length - 1) / 60).toBeCloseTo(summary.duration_s, 0);
    const zones = new Set(rows.slice(1).map((row) => row.split(',').slice(1, 3).join(' ')));
    expect([...zones]).toEqual(['left 0', 'left 1', 'left 2', 'right 0', 'right 1', 'right 2']);
    expect(summary).toMatchObject({ ended: 'finished', alarms: [], underruns: 0, zones_per_leg: 3, seed: 4 });
    expect(summary.zones).toHaveLength(6);
    expect(summary.keyframes_sent).toBeGreaterThan(10);
    expect(readFileSync(join(folder, 'trace.svg'), 'utf8')).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
    expect(readFileSync(join(folder, 'program.svg'), 'utf8')).toContain('Post-marathon');
  });
});
