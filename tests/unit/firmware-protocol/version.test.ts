/** The version of the protocol stands in PROTOCOL.md and in only one place of the code. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '../../../firmware-protocol/profile.ts';
import { protocolText } from './protocol-text.ts';

const root = join(import.meta.dirname, '../../..');
const sources = ['src', 'firmware-protocol'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(folder, path)),
);

it('is that of PROTOCOL.md', () => {
  expect(protocolText.startsWith(`# Heartward boots protocol, version ${PROTOCOL_VERSION}\n`)).toBe(true);
});

it('is written nowhere else', () => {
  const spelled = new RegExp(`['"\`]${PROTOCOL_VERSION.replace('.', '\\.')}['"\`]`);
  expect(sources.length).toBeGreaterThan(100);
  const code = (path: string) => readFileSync(join(root, path), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  expect(sources.filter((path) => spelled.test(code(path)))).toEqual([]);
});
