import { describe, expect, it } from 'vitest';
import { type Fault, faultCodes } from '../../../../firmware-protocol/fault-codes.ts';
import { instant, mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { type EndReason, endReasonCodes } from '../../../../firmware-protocol/status.ts';
import { plainPrograms } from '../../../../src/program/patterns.ts';
import { postMarathon } from '../../../../src/program/presets/post-marathon.ts';
import { programs } from '../../../../src/program/presets.ts';
import type { Notice, Problem } from '../../../../src/session/view.ts';
import { french } from '../../../../src/words/fr/french.ts';
import { words } from '../../../../src/words/in-use.ts';
import type { LibraryOutcome } from '../../../../src/words/notices/library-outcome.ts';
import { bootsView } from '../../session-view.ts';

const inFrench = french({ pressureUnit: 'mmHg', locale: 'fr' });
const boots = bootsView({ simulated: false });
const faultNames = Object.keys(faultCodes) as Fault[];
const problem: Problem = {
  kind: 'minutes',
  wrong: 'tooHigh',
  least: 1,
  limit: { most: 30, because: 'boots' },
  setTo: 30,
};
const notices: readonly Notice[] = [
  ...(['noWebBluetooth', 'notSecure', 'noAdapter', 'off', 'denied', 'blocked', 'tooLate'] as const).map(
    (why): Notice => ({ kind: 'noBluetooth', why }),
  ),
  { kind: 'grantLost', sides: [] },
  { kind: 'misfit', findings: [{ kind: 'leak', side: 'left', part: 'calf', rate: 0.04 }], held: true },
  { kind: 'limitBroken', limit: 'overPressure', side: 'left', part: 'calf' },
  { kind: 'limitBroken', limit: 'plan', asked: mmhg(30), measured: mmhg(62), side: 'left', part: 'calf' },
  { kind: 'limitBroken', limit: 'session', side: null, part: null },
  { kind: 'limitBroken', limit: 'plan', asked: mmhg(0), measured: mmhg(62), side: 'left', part: 'calf' },
  { kind: 'standingStill', sides: [] },
  { kind: 'standingStill', sides: ['left'] },
  { kind: 'batteryLow', level: 'low' },
  { kind: 'batteryLow', level: 'nearlyEmpty' },
  { kind: 'notHeard', what: 'pause' },
  { kind: 'notHeard', what: 'resume' },
  ...(['pause', 'acknowledge', 'addOther', 'deleteRecords'] as const).map(
    (what): Notice => ({ kind: 'notNow', what }),
  ),
  ...(['done', 'notSent', 'unknown'] as const).map(
    (outcome): Notice => ({ kind: 'recordsDeleted', outcome }),
  ),
  { kind: 'chooserCancelled' },
  { kind: 'notBoots', cause: { kind: 'link', detail: 'no service' } },
  { kind: 'changedBoots', what: 'zones', side: null },
  { kind: 'wrongVersion', theirs: '2.0', ours: '1.0' },
  { kind: 'payloadTooSmall', bytes: 20 },
  { kind: 'limitsTooWide', limit: 'target' },
  { kind: 'couldNotConnect', cause: { kind: 'link', detail: 'timed out' } },
  { kind: 'linkLost', playingOn: true },
  { kind: 'linkLost', playingOn: false },
  ...(['playing', 'paused', 'other', 'none'] as const).map(
    (session): Notice => ({ kind: 'bluetoothLost', session }),
  ),
  { kind: 'permissionLost', session: 'playing' },
  { kind: 'notPermitted' },
  { kind: 'heldByAnother', sides: [] },
  { kind: 'controlLost' },
  { kind: 'otherTab' },
  { kind: 'needsPress', sides: [], toStart: true },
  { kind: 'pressed', sides: [], toStart: true, at: instant(0) },
  { kind: 'silent' },
  { kind: 'garbled', cause: { kind: 'frame', detail: 'crc' } },
  { kind: 'refused', command: 'start', reason: 'busy' },
  {
    kind: 'programRefused',
    problems: [problem],
  },
  { kind: 'clamped', problem },
  { kind: 'notAPair', why: { kind: 'sameLeg', side: 'left' } },
  { kind: 'stopNotConfirmed', sides: [] },
  { kind: 'stopNotSendable' },
  { kind: 'notEmptying', places: [{ side: 'left', part: 'calf' }], sides: ['left'] },
  { kind: 'notEmptying', places: [], sides: [] },
  { kind: 'airNotKnown', places: [{ side: 'left', part: 'calf' }], sides: [] },
  { kind: 'airNotKnown', places: [], sides: [] },
  { kind: 'notBegun' },
  { kind: 'notBegun', full: [{ side: 'left', part: 'calf' }] },
  { kind: 'calledOff', by: 'button' },
  { kind: 'calledOff', by: 'unknown' },
  { kind: 'calledOff', by: 'pair' },
  { kind: 'rebooted' },
  ...faultNames.flatMap((fault): Notice[] => [
    { kind: 'fault', fault, side: 'left', part: 'calf' },
    { kind: 'warning', fault, side: null, part: null },
  ]),
];

const saids: readonly LibraryOutcome[] = [
  { kind: 'added', program: postMarathon, again: false },
  { kind: 'added', program: postMarathon, again: true },
  { kind: 'sent', program: postMarathon },
  { kind: 'refused', what: null, problems: [problem] },
  { kind: 'refused', what: '', problems: [problem] },
  { kind: 'refused', what: 'evening.json', problems: [problem] },
  { kind: 'tooLarge', what: 'evening.json', most: 65_536 },
  { kind: 'saved', file: 'evening.json' },
  { kind: 'copied', program: postMarathon },
  { kind: 'link', link: 'https://host.example/#program=x' },
  { kind: 'notKept', program: postMarathon, why: 'storageFull' },
  { kind: 'notKept', program: postMarathon, why: 'noStorage' },
  { kind: 'notForgotten', program: postMarathon },
  { kind: 'notOpened', files: ['a.json', 'b.json'], most: 20 },
  { kind: 'partMissing' },
];

function sentences(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(sentences);
  return [];
}

describe('words', () => {
  it.each(notices)('say what happened and what to do about $kind', (notice) => {
    const { title, advice, problems } = words.notice(notice, boots);
    expect(title.length).toBeGreaterThan(8);
    expect(advice.length + (problems?.length ?? 0)).toBeGreaterThan(0);
    for (const sentence of advice) expect(sentence).toMatch(/^[A-Z].*[.)…]$|^too long$/s);
  });

  it('name every browser that can reach boots to someone whose browser cannot, Chrome on Linux with its flag among them', () => {
    const notice: Notice = { kind: 'noBluetooth', why: 'noWebBluetooth' };
    for (const said of [words, inFrench]) {
      const advice = said.notice(notice, null).advice.join(' ');
      for (const name of ['Chrome', 'Edge', 'Android', 'Linux', 'Bluefy']) expect(advice).toContain(name);
    }
  });

  it.each(saids)('say what happened to a program from outside: $kind', (said) => {
    for (const linked of [true, false]) {
      const { title, answer, advice } = words.libraryOutcome(said, linked);
      expect(title.length).toBeGreaterThan(4);
      expect(answer).toBe('dismiss');
      for (const sentence of advice) expect(sentence).toMatch(/^[A-Zev].*\.$/s);
    }
  });

  it('say the first ten problems of a program and count the others', () => {
    const problems = Array.from({ length: 13 }, (_, i) => ({ ...problem, setTo: i }));
    const said = words.libraryOutcome({ kind: 'refused', what: 'a.json', problems }, true);
    expect(said.problems).toEqual(problems.slice(0, 10));
    expect(said.advice).toEqual(['And 3 more.']);
  });

  it('name the boot and zone of a fault, and ask for an acknowledgement', () => {
    const { title, advice, answer } = words.notice(
      { kind: 'fault', fault: 'leak', side: 'left', part: 'calf' },
      boots,
    );
    expect(title).toBe('Left boot, calf: not holding pressure');
    expect(advice).toContain('Check the zip and the hose.');
    expect(answer).toBe('acknowledge');
  });

  it('point to the hose when the boots have no button', () => {
    const advice = (physicalStop: boolean): string =>
      words.notice({ kind: 'stopNotConfirmed', sides: [] }, { ...boots, physicalStop }).advice.join(' ');
    expect(advice(true)).toContain('Press the button on the boots');
    expect(advice(false)).not.toContain('button');
    expect(advice(false)).toContain('Unplug the hose');
  });

  it('say nothing about boots that did not answer that is wrong once they answer again', () => {
    const { title, advice } = words.notice({ kind: 'silent' }, boots);
    expect([title, ...advice].join(' ')).not.toMatch(/have gone quiet|What you see is old/);
  });

  it('name the boot of a pair that is meant', () => {
    const titleOf = (notice: Notice): string => words.notice(notice, boots).title;
    expect(titleOf({ kind: 'stopNotConfirmed', sides: ['left'] })).toBe(
      'The left boot has not confirmed the stop',
    );
    expect(titleOf({ kind: 'stopNotConfirmed', sides: ['left', 'right'] })).toBe(
      'Neither boot has confirmed the stop',
    );
    expect(titleOf({ kind: 'stopNotConfirmed', sides: [] })).toBe('The boots have not confirmed the stop');
    const calves = (['left', 'right'] as const).map((side) => ({ side, part: 'calf' }) as const);
    expect(titleOf({ kind: 'notEmptying', places: calves, sides: [] })).toBe(
      'Not emptying: left calf and right calf',
    );
    expect(titleOf({ kind: 'notEmptying', places: [...calves, ...calves], sides: ['left'] })).toBe(
      'Not emptying: the left boot',
    );
    expect(titleOf({ kind: 'heldByAnother', sides: ['right'] })).toBe(
      'Another page or phone is controlling the right boot',
    );
  });

  it('give every fault and every end its own sentence', () => {
    const whats = faultNames.map((fault) => words.faults[fault].what);
    expect(new Set(whats).size).toBe(whats.length);
    const titles = (Object.keys(endReasonCodes) as EndReason[]).map((reason) => words.endings[reason].title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('say that the air is out only once it is, and never in the sentences of an ending', () => {
    expect(words.airAfter('no')).toBe('The air is still going out.');
    expect(words.airAfter('yes')).toBe('The air is out.');
    expect(words.airAfter('unknown')).toBe('This page cannot tell whether the air is out.');
    for (const { title, why, next } of Object.values(words.endings)) {
      expect(`${title} ${why} ${next}`).not.toMatch(/\bair\b|empty/);
    }
  });

  it('claim nothing medical', () => {
    const all = [
      ...sentences(words),
      ...[words.other.what('left'), words.other.add('right'), words.highPressure.confirmed(mmhg(100))],
      ...saids.flatMap((said) => sentences(words.libraryOutcome(said, true))),
      ...[...programs, ...plainPrograms].flatMap(({ name, purpose }) => [name, purpose]),
      ...notices.flatMap((notice) => sentences(words.notice(notice, boots))),
    ].join('\n');
    expect(all.length).toBeGreaterThan(2000);
    expect(all).not.toMatch(/recovers? faster|\btreats?\b|\bdrains?\b|lymph|\bDVT\b/i);
  });

  it('never read a missing pressure or an open valve as zero', () => {
    expect(words.measured(null)).toBe('not known');
    expect(words.asked('vent')).toBe('open');
    expect(words.asked('seal')).toBe('sealed');
    expect(words.asked(mmhg(0))).toBe('0');
  });

  it('count time up to the whole second, so that 0:00 means over', () => {
    expect(words.numbers.clockTime(seconds(760))).toBe('12:40');
    expect(words.numbers.clockTime(seconds(0.2))).toBe('0:01');
    expect(words.numbers.clockTime(seconds(-3))).toBe('0:00');
    expect(words.numbers.lasting(seconds(45))).toBe('45 s');
    expect(words.numbers.lasting(seconds(1040))).toBe('17 min 20 s');
  });

  it('show a reading just below zero as 0', () => {
    expect(words.numbers.pressure(mmhg(-0.4))).toBe('0');
  });

  it('name the two ends of the usual intensities as the value beside the dial does', () => {
    expect(words.intensityMarks.map(({ feels }) => feels)).toEqual(['30 gentle', '80 firm']);
    for (const { pressure, feels } of words.intensityMarks)
      expect(feels).toBe(`${pressure} ${words.nearestStop(pressure).feels}`);
  });

  it('name an intensity halfway between two stops as the lower one, in both languages', () => {
    const between = [24, 36, 61.5].map(mmhg);
    expect(between.map((each) => words.nearestStop(each).feels)).toEqual(['very gentle', 'gentle', 'medium']);
    expect(between.map((each) => inFrench.nearestStop(each).feels)).toEqual(['très doux', 'doux', 'moyen']);
  });
});
