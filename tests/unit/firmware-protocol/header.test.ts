/** The C header (heartward.h) is the one generated from the codecs, and a C program compiles with it. */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cHeader } from '../../../firmware-protocol/header.ts';

const folder = join(import.meta.dirname, '../../../firmware-protocol');

/** Values that PROTOCOL.md states, copied by hand. */
const claims: Readonly<Record<string, number>> = {
  HEARTWARD_FEATURE_LENGTH: 52,
  HEARTWARD_FEATURE_OFFSET_SERIAL: 25,
  HEARTWARD_STATUS_LENGTH: 48,
  HEARTWARD_STATUS_OFFSET_END_REASON: 36,
  HEARTWARD_COMMAND_STOP_LENGTH: 8,
  HEARTWARD_COMMAND_REQUEST_CONTROL_LENGTH: 14,
  HEARTWARD_COMMAND_PREPARE_LENGTH: 41,
  HEARTWARD_COMMAND_START_LENGTH: 12,
  HEARTWARD_COMMAND_PAUSE_LENGTH: 8,
  HEARTWARD_COMMAND_RESUME_LENGTH: 12,
  HEARTWARD_COMMAND_CEILING_LENGTH: 9,
  HEARTWARD_COMMAND_DROP_LENGTH: 12,
  HEARTWARD_COMMAND_ACKNOWLEDGE_FAULT_LENGTH: 9,
  HEARTWARD_COMMAND_IDENTIFY_LENGTH: 9,
  HEARTWARD_COMMAND_READ_CLOCK_LENGTH: 8,
  HEARTWARD_COMMAND_KEEP_ALIVE_LENGTH: 8,
  HEARTWARD_COMMAND_RESET_FLAGS_LENGTH: 10,
  HEARTWARD_COMMAND_REPORT_RECORDS_LENGTH: 10,
  HEARTWARD_COMMAND_DELETE_RECORDS_LENGTH: 10,
  HEARTWARD_OP_RESET_FLAGS: 0x0d,
  HEARTWARD_RECORD_SESSION_LENGTH: 44,
  HEARTWARD_RECORD_LEG_LENGTH: 54,
  HEARTWARD_RECORD_SESSION_OFFSET_BEGAN: 9,
  HEARTWARD_RECORDS_KEPT: 20,
  HEARTWARD_SIG_UUID_BATTERY_SERVICE: 0x180f,
  HEARTWARD_FLAG_REBOOTED: 0x80,
  HEARTWARD_LIMIT_TIME_ABOVE_30_HARD: 120,
  HEARTWARD_FIGURE_ZERO_LONGEST: 8,
  HEARTWARD_FIGURE_REST_LEAST: -5,
  'HEARTWARD_BATCH_LENGTH(3, 3)': 38,
  'HEARTWARD_TELEMETRY_LENGTH(16, 1)': 61,
};

const program = `#include "heartward.h"
${Object.entries(claims)
  .map(([name, value]) => `_Static_assert(${name} == ${value}, "${name}");`)
  .join('\n')}
static const unsigned char service[16] = HEARTWARD_UUID_BOOTS_SERVICE_BYTES;
static const unsigned char parts[] = HEARTWARD_PARTS_8;
int main(void)
{
    return service[15] == 0xA9 && service[12] == 0x01 && sizeof parts == 8 && parts[5] == HEARTWARD_PART_LOWER_THIGH &&
           sizeof HEARTWARD_UUID_STATUS == 37 ? 0 : 1;
}
`;

it('is committed as generated (npm run header)', () => {
  expect(readFileSync(join(folder, 'heartward.h'), 'utf8')).toBe(cHeader());
});

it('defines every name once', () => {
  const names = Array.from(cHeader().matchAll(/^#define (\w+)/gm), ([, name]) => name);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

it('compiles in a C program that checks it against the lengths in PROTOCOL.md', ({ skip }) => {
  if (spawnSync('cc', ['--version']).status !== 0 && process.env.CI !== 'true')
    skip('no C compiler (cc) here');
  const workplace = mkdtempSync(join(tmpdir(), 'heartward-header-'));
  try {
    const source = join(workplace, 'use.c');
    const binary = join(workplace, 'use');
    writeFileSync(source, program);
    const strict = ['-std=c11', '-Wall', '-Wextra', '-Werror', '-pedantic'];
    execFileSync('cc', [...strict, '-I', folder, '-o', binary, source], { stdio: 'pipe' });
    expect(spawnSync(binary).status).toBe(0);
  } finally {
    rmSync(workplace, { recursive: true });
  }
}, 240_000);
