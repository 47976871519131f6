/** PROTOCOL.md and the codecs list the same codes with the same numbers. */

import { expect, it } from 'vitest';
import { commandHead, commands, opCodes, opOf } from '../../../firmware-protocol/command.ts';
import { faultCodes, graver, gravestFirst } from '../../../firmware-protocol/fault-codes.ts';
import { kindCodes } from '../../../firmware-protocol/feature.ts';
import { TARGET_SEAL, TARGET_VENT } from '../../../firmware-protocol/keyframe.ts';
import { CRC_BYTES } from '../../../firmware-protocol/layout/frame.ts';
import { profile, uuids } from '../../../firmware-protocol/profile.ts';
import { permissionReasons, resultCodes } from '../../../firmware-protocol/response.ts';
import {
  endReasonCodes,
  operationCodes,
  statusFlags,
  therapyCodes,
  timelineRefusalCodes,
} from '../../../firmware-protocol/status.ts';
import { bodyPartCodes, ZONES_MAX, ZONES_MIN, zoneLayouts } from '../../../firmware-protocol/zones.ts';
import { camel, leading, sectionOf, type Table, tableOf } from './protocol-text.ts';

const cellOf = (table: Table, offset: number, column = 3): string =>
  table.find(([first]) => first === String(offset))?.[column] ?? '';

/** Parses `0 stopped, 1 paused at a gate; 2 …` into pairs of words and number. */
const listed = (cell: string): [string, number][] =>
  Array.from(cell.matchAll(/(?<!u)\b(\d+) ([a-z][a-z ]*)/g), ([, code, words = '']) => [
    words.trim(),
    Number(code),
  ]);

it('op codes and command lengths', () => {
  const table = tableOf('4. Control Point', ['op', 'command']);
  expect(
    Object.fromEntries(table.map(([op = '', name = '']) => [camel(name), Number.parseInt(op, 16)])),
  ).toEqual(opCodes);
  for (const [code = '', name, bytes = '', length] of table) {
    const op = opOf(Number.parseInt(code, 16));
    const own = op ? commands[op].parameters.bytes : Number.NaN;
    expect([name, own]).toEqual([name, bytes === '–' ? 0 : Number(bytes)]);
    expect([name, commandHead.bytes + own + CRC_BYTES]).toEqual([name, Number(length)]);
  }
});

it('results', () => {
  const table = tableOf('4. Control Point', ['result', 'name']);
  const named = table.map(([code, name = '']) => [
    camel(name.replace(' a press on the boots', ' press')),
    Number(code),
  ]);
  expect(Object.fromEntries(named)).toEqual(resultCodes);
});

it('the reasons given with the result "not permitted"', () => {
  const [, , cell = ''] =
    tableOf('4. Control Point', ['result', 'name']).find(([code]) => code === '5') ?? [];
  expect(listed(cell)).toEqual([
    ['you do not hold control', permissionReasons.noControl],
    ['another holds control', permissionReasons.heldByAnother],
    ['not in this state', permissionReasons.wrongState],
  ]);
});

it('states and kinds', () => {
  const status = tableOf('6. Status', ['offset', 'type']);
  expect(Object.fromEntries(listed(cellOf(status, 1)))).toEqual(therapyCodes);
  const operations = listed(cellOf(status, 2)).map(([words, code]) => [words.split(' ')[0], code]);
  expect(Object.fromEntries(operations)).toEqual(operationCodes);
  const kinds = listed(cellOf(tableOf('3. Feature', ['offset', 'type']), 2)).map(([words, code]) => [
    words.split(' ')[0],
    code,
  ]);
  expect(Object.fromEntries(kinds)).toEqual(kindCodes);
});

it('status flags, in the order of their bits', () => {
  const cell = cellOf(tableOf('6. Status', ['offset', 'type']), 26);
  const flags = listed(cell.replace('bit 0 therapy', '0').replace(/; 8–15.*/, ''));
  expect(flags.map(([words, bit]) => [bit, camel(words)])).toEqual([...statusFlags.entries()]);
});

it('reasons for refusing a batch', () => {
  const table = tableOf('6. Status', ['refusal', 'reason']);
  const names = table.map(([code, words = '']) => [
    camel(words.replace('not in this state', 'wrong state')),
    Number(code),
  ]);
  expect(Object.fromEntries([['none', 0], ...names])).toEqual(timelineRefusalCodes);
});

it('end reasons', () => {
  const spelled: Record<string, string> = {
    noneYet: 'none',
    stoppedByAController: 'stoppedByController',
    stoppedAtTheBoots: 'stoppedAtBoots',
    aloneTooLong: 'alone',
    longestWallTimeReached: 'wallTime',
  };
  const table = tableOf('6. Status', ['end reason']);
  const names = table.map(([code, words = '']) => [spelled[camel(words)] ?? camel(words), Number(code)]);
  expect(Object.fromEntries(names)).toEqual(endReasonCodes);
});

it('faults', () => {
  const table = tableOf('7. Faults', ['code', 'name']);
  const names = table.map(([code, words = '']) => [
    words === 'over-pressure, independent' ? 'independentOverPressure' : camel(words),
    Number(code),
  ]);
  expect(Object.fromEntries([['none', 0], ...names])).toEqual(faultCodes);
});

it('target codes', () => {
  const table = tableOf('5.1 The batch', ['code', 'target']);
  const named = table.filter(([, words = '']) => words.startsWith('**'));
  expect(named.map(([code, words = '']) => [leading(code), /\*\*(\w+)\*\*/.exec(words)?.[1]])).toEqual([
    [TARGET_SEAL, 'seal'],
    [TARGET_VENT, 'vent'],
  ]);
});

it('body parts, and the zones of a leg with 3 to 8 of them', () => {
  const codes = tableOf('3.1 Body parts', ['code', 'part']).flatMap(([a, part, , b, other]) => [
    [part, Number(a)],
    [other, Number(b)],
  ]);
  expect(Object.fromEntries(codes)).toEqual(bodyPartCodes);
  const legs = tableOf('3.1 Body parts', ['n', 'zones']).length;
  expect(legs).toBe(ZONES_MAX - ZONES_MIN + 1);
  const layouts = tableOf('3.1 Body parts', ['n', 'zones']).map(([n, parts = '']) => [n, parts.split(', ')]);
  expect(Object.fromEntries(layouts)).toEqual(zoneLayouts);
});

it('UUIDs and properties of the attributes', () => {
  const base = /`([0-9a-f]{4})XXXX(-[0-9a-f-]+)`/.exec(sectionOf('2. Attributes'));
  const attributes = tableOf('2. Attributes', ['XXXX', 'attribute']).filter(
    ([, name = '']) => !name.includes('reserved'),
  );
  const uuidOf = (short = ''): string => `${base?.[1]}${short}${base?.[2]}`;
  const service = profile[0];
  expect(uuidOf(attributes[0]?.[0])).toBe(service?.uuid);
  expect(
    attributes.slice(1).map(([short, , properties = '']) => [uuidOf(short), properties.split(', ').sort()]),
  ).toEqual(
    service?.characteristics.map(({ uuid, properties }) => [
      uuid,
      properties.map((property) => property.replaceAll('-', ' ')).sort(),
    ]),
  );
  const standard = sectionOf('2. Attributes').match(/0x[0-9A-F]{4}/g) ?? [];
  const known = Object.values(uuids).map((uuid) => `0x${uuid.slice(4, 8).toUpperCase()}`);
  expect(standard.filter((short) => short !== '0x2A25' && !known.includes(short))).toEqual([]);
});

it('every fault has its place in the order of gravity', () => {
  const [, list = ''] =
    /^- \*\*FAULT-3\*\*[\s\S]*?the first of ([\d, ]+)/m.exec(sectionOf('7. Faults')) ?? [];
  const said = list.split(',').map(Number);
  expect(gravestFirst.map((fault) => faultCodes[fault])).toEqual(said);
  expect([...said].sort((one, other) => one - other)).toEqual(
    Object.values(faultCodes).filter((code) => code !== faultCodes.none),
  );
  expect([graver('gate', 'notEmptying'), graver('none', 'gate'), graver('none', 'none')]).toEqual([
    'notEmptying',
    'gate',
    'none',
  ]);
});
