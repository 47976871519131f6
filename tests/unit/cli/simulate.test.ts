import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { documentText } from '../../../src/program/document.ts';
import { deskSide } from '../../../src/program/presets/desk-side.ts';
import { callable } from '../called.ts';

const folder = mkdtempSync(join(tmpdir(), 'simulate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const called = await callable('src/cli/simulate.ts');
const simulate = (line: string) => called(line.split(' '));

describe('simulate', { timeout: 240_000 }, () => {
  it('lists the programs and the faults', () => {
    const { status, stdout } = simulate('--list --list-faults');
    expect(status).toBe(0);
    for (const name of ['post-marathon', 'strong', 'plain-wave', 'leak', 'link-loss', 'no-status']) {
      expect(stdout).toContain(name);
    }
  });

  it.each([
    { line: 'post-maraton', says: 'post-marathon' },
    { line: 'post-marathon --minuts 3', says: '--minutes' },
    { line: 'strong', says: '--confirm' },
    { line: 'post-marathon --peak 81', says: '--peak 80' },
    { line: 'post-marathon --fault leak@5:10', says: 'no zone 10' },
    { line: 'post-marathon --boots left --fault legs-swapped', says: 'legs-swapped' },
    { line: 'post-marathon --boots left --fault no-answers@5:1', says: 'no boot 1' },
    { line: 'post-marathon --out README.md', says: 'README.md' },
    { line: 'nowhere.json', says: 'no such file' },
    { line: 'package.json', says: 'format' },
    { line: '--zones 5', says: '--list' },
  ])('rejects $line with the reason, and exit code 2', ({ line, says }) => {
    const { status, stdout, stderr } = simulate(line);
    expect(status).toBe(2);
    expect(stderr).toContain(says);
    expect(stdout).toBe('');
  });

  it('runs a program file', () => {
    const file = join(folder, 'mine.json');
    writeFileSync(file, documentText({ ...deskSide, name: 'Mine' }));
    const { status, stdout } = simulate(`${file} --minutes 2`);
    expect(status).toBe(0);
    expect(stdout).toContain('Mine: ');
  });

  it('reports every problem of a program file', () => {
    const file = join(folder, 'wrong.json');
    writeFileSync(
      file,
      documentText(deskSide).replace('"mould', '"mold').replace('"peakMmhg": 35', '"peakMmhg": 350'),
    );
    const { status, stderr } = simulate(file);
    expect(status).toBe(2);
    expect(stderr).toContain('mold');
    expect(stderr).toContain('350');
  });

  it('injects a fault when and where requested', () => {
    const { status, stdout, stderr } = simulate('post-marathon --minutes 4 --fault unplugged@90:6');
    expect(status).toBe(1);
    expect(stdout).toContain('ended fault');
    expect(stderr).toContain('Right boot, ankle');
  });

  it('writes a table, pictures and a summary of the session', () => {
    const { status } = simulate(`post-marathon --minutes 2 --zones 3 --seed 4 --out ${folder}`);
    expect(status).toBe(0);
    const rows = readFileSync(join(folder, 'trace.csv'), 'utf8').trimEnd().split('\n');
    expect(rows[0]).toBe('t_s,boot,zone,target_mmhg,pressure_mmhg');
    // The table has ten rows a second for each of the 2 × 3 zones.
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

  it('runs a pair, with a trace for each boot', () => {
    const { status } = simulate(`wind-down --minutes 2 --boots pair --legs small --out ${folder}`);
    expect(status).toBe(0);
    const summary = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8'));
    expect(summary).toMatchObject({ ended: 'finished', boots: 'pair', legs: 'small' });
    const peaks = summary.zones.map(({ peak_mmhg }: { peak_mmhg: number }) => peak_mmhg);
    expect(peaks).toHaveLength(10);
    expect(Math.min(...peaks)).toBeGreaterThan(20);
  });
});
