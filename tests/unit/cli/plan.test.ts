import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, describe, expect, it } from 'vitest';
import { readPlan } from '../../../src/plan/document.ts';
import { callable } from '../called.ts';

const folder = mkdtempSync(join(tmpdir(), 'plan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const called = await callable('src/cli/plan.ts');
const plan = (...words: string[]) => called(words);
const marathon = [
  'marathon',
  '--finished',
  '2026-11-29T13:10',
  '--zone',
  'Europe/Berlin',
  '--now',
  '2026-11-29T13:15',
];

describe('plan', { timeout: 120_000 }, () => {
  it('prints every day with its steps, and writes a calendar and a file that it reads again', () => {
    const ics = join(folder, 'plan.ics');
    const json = join(folder, 'plan.json');
    const words = [...marathon, '--owns', 'boots,roller', '--soreness', '5', '--ics', ics, '--save', json];
    const { status, stdout, stderr } = plan(...words);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Day 14, Sunday 13 December');
    expect(stdout).toContain('Now: Walk 10 min');
    expect(stdout).not.toMatch(/NaN|undefined|plate, gentlest/);
    const entries = new ICAL.Component(ICAL.parse(readFileSync(ics, 'utf8'))).getAllSubcomponents('vevent');
    expect(entries.length).toBeGreaterThan(40);
    expect(readPlan(readFileSync(json, 'utf8'))).toMatchObject({
      ok: true,
      request: { reports: [{ kind: 'soreness', soreness: 5, at: '2026-11-29T13:15' }] },
    });
    const again = plan(json, '--now', '2026-12-01T07:30', '--soreness', '8');
    expect(again.status).toBe(0);
    expect(again.stdout).toContain('gentler, because you are very sore');
  });

  it.each([
    { words: [], says: 'event' },
    { words: ['maraton', '--finished', '2026-11-29T13:10'], says: '"marathon"' },
    { words: ['marathon'], says: '--finished' },
    { words: ['desk', '--finished', '2026-11-29T13:10'], says: '--begins' },
    { words: ['marathon', '--finished', '2026-02-30T13:10'], says: 'exist' },
    { words: [...marathon, '--owns', 'boots,rollr'], says: '"roller"' },
    { words: [...marathon, '--soreness', '11'], says: '0 to 10' },
    { words: [...marathon, '--highest', '90'], says: '20 to 80 mmHg' },
    { words: [...marathon, '--zone', 'Europe/Berln'], says: 'Europe/Berlin' },
    { words: [...marathon, '--sorenes', '3'], says: '--soreness' },
    { words: [...marathon, '--ics', join(folder, 'none', 'x.ics')], says: 'Cannot write to' },
    { words: [join(folder, 'none.json')], says: 'cannot be read' },
  ])('refuses $words with the reason, and exit code 2', ({ words, says }) => {
    const { status, stderr } = plan(...words);
    expect(status).toBe(2);
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/at .*\.ts:\d+/);
  });

  it('writes pressures in kPa on request, and reads them in mmHg', () => {
    const { status, stdout } = plan(...marathon, '--owns', 'boots', '--highest', '30', '--units', 'kPa');
    expect(status).toBe(0);
    expect(stdout).toMatch(/, 4\.0 kPa, \d+ min/);
    expect(stdout).not.toContain('mmHg');
  });

  it('reports everything wrong with a plan file', () => {
    const file = join(folder, 'wrong.json');
    writeFileSync(
      file,
      '{"format":"heartward-plan","version":1,"event":{"kind":"run","at":"x","zone":"UTC"},"person":{"owns":[],"ownz":[]}}',
    );
    const { status, stderr } = plan(file);
    expect(status).toBe(2);
    expect(stderr.split('\n').filter((line) => line.startsWith('  '))).toEqual([
      expect.stringContaining('event, kind: It is "run".'),
      expect.stringContaining('event, at: It is "x".'),
      expect.stringContaining('person, "ownz": Nothing by that name belongs there.'),
    ]);
  });
});
