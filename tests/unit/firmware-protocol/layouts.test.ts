/** The byte tables and limits of PROTOCOL.md agree with the layouts: offsets, types, ranges, lengths. */

import { expect, it } from 'vitest';
import { commandHead, commands } from '../../../firmware-protocol/command.ts';
import { featureLayout } from '../../../firmware-protocol/feature.ts';
import { keyframeLayout } from '../../../firmware-protocol/keyframe.ts';
import { CRC_BYTES } from '../../../firmware-protocol/layout/frame.ts';
import type { Layout } from '../../../firmware-protocol/layout/layout.ts';
import { limits } from '../../../firmware-protocol/limits.ts';
import { recordBodies, recordHead, recordZone } from '../../../firmware-protocol/record.ts';
import { responseHead } from '../../../firmware-protocol/response.ts';
import { statusLayout } from '../../../firmware-protocol/status.ts';
import { telemetryLayout } from '../../../firmware-protocol/telemetry.ts';
import { batchLayout } from '../../../firmware-protocol/timeline.ts';
import { leading, sectionOf, type Table, tableOf } from './protocol-text.ts';

type AnyLayout = Layout<never> | Layout<unknown>;

/** Offset and type of each field in a table, without the CRC and without fields of variable length. */
const ofText = (table: Table): string[] =>
  table
    .filter(([, type, field]) => type !== '…' && field !== 'CRC')
    .map(([offset, type = '']) => `${offset} ${type.split(' ')[0]}`);
const ofLayout = (shape: AnyLayout, start = 0): string[] =>
  shape.places.map(({ offset, field }) => `${start + offset} ${field.note.type.split('[')[0]}`);

const byteTables: [string, AnyLayout, number][] = [
  ['3. Feature', featureLayout, 0],
  ['4. Control Point', commandHead, 0],
  ['4.3 Prepare', commands.prepare.parameters, commandHead.bytes],
  ['4.2 Request control', commands.requestControl.parameters, commandHead.bytes],
  ['4.4 Start', commands.start.parameters, commandHead.bytes],
  ['4.6 Resume', commands.resume.parameters, commandHead.bytes],
  ['4.7 Ceiling', commands.ceiling.parameters, commandHead.bytes],
  ['4.8 Drop', commands.drop.parameters, commandHead.bytes],
  ['4.9 Acknowledge', commands.acknowledgeFault.parameters, commandHead.bytes],
  ['5.1 The batch', batchLayout(0, true), 0],
  ['6. Status', statusLayout, 0],
  ['6.1 Telemetry', telemetryLayout(0), 0],
  ['6.2 Records', recordHead, 0],
];

it.each(byteTables)('%s: fields are where PROTOCOL.md puts them', (heading, shape, start) => {
  expect(ofLayout(shape, start)).toEqual(ofText(tableOf(heading, ['offset', 'type'])));
});

it('a keyframe is laid out as in PROTOCOL.md', () => {
  const [, keyframe = ''] = sectionOf('5.1 The batch').split('One keyframe:');
  const rows = keyframe
    .split('\n')
    .filter((line) => /^\| \d/.test(line))
    .slice(0, 5);
  const table = rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  expect(ofLayout(keyframeLayout(3, false))).toEqual(ofText(table));
});

it('the head of a response, and the body that grants control, are laid out as in PROTOCOL.md', () => {
  const [, response = ''] = sectionOf('4. Control Point').split('The response, an indication');
  expect(ofLayout(responseHead)).toEqual(
    Array.from(response.matchAll(/^\| (\d) \| (u8) \|/gm), ([, at, type]) => `${at} ${type}`).slice(0, 4),
  );
  const [, granted = ''] = sectionOf('4.2 Request control').split('On success the body is');
  expect(ofLayout(commands.requestControl.answer, responseHead.bytes)).toEqual(
    Array.from(granted.matchAll(/^\| (\d) \| (u\d+) \|/gm), ([, at, type]) => `${at} ${type}`),
  );
});

it.each([
  ['The piece of the session', recordBodies.session, recordHead.bytes],
  ['The piece of a leg', recordBodies.leg, recordHead.bytes],
  ['What a zone got', recordZone, 0],
] as [string, AnyLayout, number][])('a record: %s is laid out as in PROTOCOL.md', (title, shape, start) => {
  const [, after = ''] = sectionOf('6.2 Records').split(`${title}`);
  const [table = ''] = after.split('\n\n').filter((part) => part.startsWith('| offset'));
  const rows = Array.from(table.matchAll(/^\| (\d+) \| ([^|]+) \| ([^|]+) \|/gm), ([, ...cells]) =>
    cells.map((cell) => cell?.trim() ?? ''),
  );
  const text = ofText(
    rows.map(([at = '', type = '', field = '']) => [at, type.replace('6 bytes', 'layout'), field]),
  );
  expect(ofLayout(shape, start)).toEqual(text);
});

it.each([
  ['3. Feature', featureLayout],
  ['6. Status', statusLayout],
])('%s: has the length given in PROTOCOL.md, and its CRC at the end', (heading, shape) => {
  const [length] = /^(\d+) bytes\./m.exec(sectionOf(heading)) ?? [];
  expect(shape.bytes + CRC_BYTES).toBe(leading(length));
  const crc = tableOf(heading, ['offset', 'type']).find(([, , field]) => field === 'CRC');
  expect(shape.bytes).toBe(leading(crc?.[0]));
});

it('fields have the ranges given in PROTOCOL.md', () => {
  const compared = byteTables.flatMap(([heading, shape, start]) => {
    const table = tableOf(heading, ['offset', 'type']);
    return shape.places.flatMap(({ name, offset, field }) => {
      const cell = table.find(([at]) => at === String(start + offset))?.[3] ?? '';
      const [, low, high] = cell.startsWith('bit') ? [] : (/(?:^|, )([\d.]+)–([\d.]+)/.exec(cell) ?? []);
      if (low === undefined || high === undefined) return [];
      const { min = 0, max = 2 ** (8 * field.bytes) - 1 } = field.note;
      return [{ field: `${heading} ${name}`, coded: [min, max], text: [Number(low), Number(high)] }];
    });
  });
  expect(compared.map(({ field, coded }) => ({ field, coded }))).toEqual(
    compared.map(({ field, text }) => ({ field, coded: text })),
  );
  expect(compared.length).toBeGreaterThan(25);
});

it('the limits are those of section 8', () => {
  const table = tableOf('8. Limits', ['id', 'limit']).map(([id, name, unit, byDefault, hard]) => ({
    id: Number(id),
    name,
    unit,
    byDefault: leading(byDefault),
    hard: leading(hard),
  }));
  expect(Object.values(limits)).toEqual(table);
});
