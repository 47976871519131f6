import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import {
  type EndReason,
  endReasonCodes,
  type Fault,
  faultCodes,
} from '../../../../firmware-protocol/status.ts';
import { plainPrograms } from '../../../../src/program/patterns.ts';
import { postMarathon } from '../../../../src/program/presets/post-marathon.ts';
import { programs } from '../../../../src/program/presets.ts';
import type { Notice } from '../../../../src/session/view.ts';
import type { Said } from '../../../../src/ui/settings/library.ts';
import { acknowledgement } from '../../../../src/words/en/acknowledgement.ts';
import { breathWords } from '../../../../src/words/en/breath.ts';
import { airAfter, endings } from '../../../../src/words/en/endings.ts';
import { faults } from '../../../../src/words/en/faults.ts';
import { highPressure } from '../../../../src/words/en/high-pressure.ts';
import { stops } from '../../../../src/words/en/intensity.ts';
import { library, saidWords } from '../../../../src/words/en/library.ts';
import { noticeWords } from '../../../../src/words/en/notices.ts';
import { clockTime, lasting, pressure } from '../../../../src/words/en/numbers.ts';
import { choose, ended, page, session, welcome } from '../../../../src/words/en/screens.ts';
import { other, simulated } from '../../../../src/words/en/simulated.ts';
import { zoneSettings } from '../../../../src/words/en/zone-settings.ts';
import { askedWords, measuredWords } from '../../../../src/words/en/zones.ts';
import { bootsView } from '../../session-view.ts';

const boots = bootsView({ simulated: false });
const faultNames = Object.keys(faultCodes) as Fault[];
const notices: readonly Notice[] = [
  { kind: 'noBluetooth' },
  { kind: 'bluetoothOff' },
  { kind: 'chooserCancelled' },
  { kind: 'notBoots', detail: 'no service' },
  { kind: 'wrongVersion', theirs: '2.0', ours: '1.0' },
  { kind: 'payloadTooSmall', bytes: 20 },
  { kind: 'limitsTooWide', limit: 'target pressure' },
  { kind: 'couldNotConnect', detail: 'timed out' },
  { kind: 'linkLost', playingOn: true },
  { kind: 'linkLost', playingOn: false },
  { kind: 'heldByAnother', sides: [] },
  { kind: 'controlLost' },
  { kind: 'needsPress', sides: [] },
  { kind: 'silent' },
  { kind: 'garbled', detail: 'crc' },
  { kind: 'refused', command: 'start', reason: 'busy' },
  {
    kind: 'programRefused',
    problems: [{ place: 'minutes', reason: 'Too long.', suggestion: 'Choose 30 minutes.' }],
  },
  { kind: 'clamped', problem: { place: 'intensity', reason: 'Too much.', suggestion: 'It is 80 now.' } },
  { kind: 'notAPair', detail: 'It is a left boot too' },
  { kind: 'stopNotConfirmed', sides: [] },
  { kind: 'notEmptying', places: [{ side: 'left', part: 'calf' }], sides: ['left'] },
  { kind: 'notEmptying', places: [], sides: [] },
  { kind: 'airNotKnown', places: [{ side: 'left', part: 'calf' }], sides: [] },
  { kind: 'airNotKnown', places: [], sides: [] },
  { kind: 'notBegun' },
  { kind: 'calledOff', by: 'button' },
  { kind: 'calledOff', by: 'unknown' },
  { kind: 'rebooted' },
  ...faultNames.flatMap((fault): Notice[] => [
    { kind: 'fault', fault, side: 'left', part: 'calf' },
    { kind: 'warning', fault, side: null, part: null },
  ]),
];

const problem = { place: 'minutes', reason: 'Too long.', suggestion: 'Choose 30 minutes.' };
const saids: readonly Said[] = [
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
  { kind: 'partMissing' },
];

function sentences(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(sentences);
  return [];
}

describe('words', () => {
  it.each(notices)('say what happened and what to do about $kind', (notice) => {
    const words = noticeWords(notice, boots);
    expect(words.title.length).toBeGreaterThan(8);
    expect(words.advice.length + (words.problems?.length ?? 0)).toBeGreaterThan(0);
    for (const sentence of words.advice) expect(sentence).toMatch(/^[A-Z].*[.)]$|^too long$/s);
  });

  it.each(saids)('say what came of a program from outside: $kind', (said) => {
    for (const linked of [true, false]) {
      const words = saidWords(said, linked);
      expect(words.title.length).toBeGreaterThan(4);
      expect(words.answer).toBe('dismiss');
      for (const sentence of words.advice) expect(sentence).toMatch(/^[A-Zev].*\.$/s);
    }
  });

  it('say the first ten problems of a program and count the others', () => {
    const problems = Array.from({ length: 13 }, (_, i) => ({ ...problem, reason: `Reason ${i}.` }));
    const words = saidWords({ kind: 'refused', what: 'a.json', problems }, true);
    expect(words.problems).toEqual(problems.slice(0, 10));
    expect(words.advice).toEqual(['And 3 more.']);
  });

  it('name a fault by boot and zone and ask for it to be acknowledged', () => {
    const words = noticeWords({ kind: 'fault', fault: 'leak', side: 'left', part: 'calf' }, boots);
    expect(words.title).toBe('Left boot, calf: not holding pressure');
    expect(words.advice).toContain('Check the zip and the hose.');
    expect(words.answer).toBe('acknowledge');
  });

  it('point to the hose when the boots have no button', () => {
    const words = (physicalStop: boolean): string =>
      noticeWords({ kind: 'stopNotConfirmed', sides: [] }, { ...boots, physicalStop }).advice.join(' ');
    expect(words(true)).toContain('Press the button on the boots');
    expect(words(false)).not.toContain('button');
    expect(words(false)).toContain('Unplug the hose');
  });

  it('say of boots that did not answer only what stays true once they are heard again', () => {
    const { title, advice } = noticeWords({ kind: 'silent' }, boots);
    expect([title, ...advice].join(' ')).not.toMatch(/have gone quiet|What you see is old/);
  });

  it('name the boot of a pair that is meant', () => {
    const titleOf = (notice: Notice): string => noticeWords(notice, boots).title;
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
      'Somebody else is controlling the right boot',
    );
  });

  it('give every fault and every end its own sentence', () => {
    const whats = faultNames.map((fault) => faults[fault].what);
    expect(new Set(whats).size).toBe(whats.length);
    const titles = (Object.keys(endReasonCodes) as EndReason[]).map((reason) => endings[reason].title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('say that the air is out only once it is, and of no ending by itself', () => {
    expect(airAfter('no')).toBe('The air is still going out.');
    expect(airAfter('yes')).toBe('The air is out.');
    expect(airAfter('unknown')).toBe('It is not known whether the air is out.');
    for (const { title, why, next } of Object.values(endings)) {
      expect(`${title} ${why} ${next}`).not.toMatch(/\bair\b|empty/);
    }
  });

  it('claim nothing medical', () => {
    const words = [
      ...sentences([acknowledgement, endings, faults, choose, ended, page, session, welcome]),
      ...sentences([library, highPressure, simulated, zoneSettings, breathWords]),
      ...[other.what('left'), other.add('right'), highPressure.confirmed(mmhg(100))],
      ...saids.flatMap((said) => sentences(saidWords(said, true))),
      ...[...programs, ...plainPrograms].flatMap(({ name, purpose }) => [name, purpose]),
      ...notices.flatMap((notice) => sentences(noticeWords(notice, boots))),
    ].join('\n');
    expect(words.length).toBeGreaterThan(2000);
    expect(words).not.toMatch(/recovers? faster|\btreats?\b|\bdrains?\b|lymph|\bDVT\b/i);
  });

  it('never read a missing pressure or an open valve as zero', () => {
    expect(measuredWords(null)).toBe('not known');
    expect(askedWords('vent')).toBe('open');
    expect(askedWords('seal')).toBe('sealed');
    expect(askedWords(mmhg(0))).toBe('0');
  });

  it('count time up to the whole second, so that 0:00 means over', () => {
    expect(clockTime(seconds(760))).toBe('12:40');
    expect(clockTime(seconds(0.2))).toBe('0:01');
    expect(clockTime(seconds(-3))).toBe('0:00');
    expect(lasting(seconds(45))).toBe('45 s');
    expect(lasting(seconds(1040))).toBe('17 min 20 s');
  });

  it('read a gauge just below zero as 0', () => {
    expect(pressure(mmhg(-0.4))).toBe('0');
  });

  it('name the seven stops of the design', () => {
    expect(stops.map((stop) => stop.pressure)).toEqual([30, 38, 46, 54, 62, 70, 80]);
  });
});
