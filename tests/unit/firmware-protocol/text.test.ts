/**
 * PROTOCOL.md is consistent: requirements have ids, references lead somewhere, and its thresholds equal those
 * of the code.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { figures } from '../../../firmware-protocol/figures.ts';
import { limits, rules, ruleUnits } from '../../../firmware-protocol/limits.ts';
import { protocolText, sectionOf, tableOf } from './protocol-text.ts';

const root = join(import.meta.dirname, '../../..');
const protocolFolder = join(root, 'firmware-protocol');
const vectorFiles = readdirSync(join(protocolFolder, 'vectors')).filter((file) => file.endsWith('.json'));

const withoutFences = (text: string): string => text.replace(/^```[\s\S]*?^```$/gm, '');
const prose = withoutFences(protocolText);
const headings = Array.from(prose.matchAll(/^#+ (.+)$/gm), ([, heading = '']) => heading);
const sections = new Set(headings.flatMap((heading) => /^(?:A\.)?\d+(?:\.\d+)?/.exec(heading)?.[0] ?? []));

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

/** The id of a requirement, such as `GATE-3`, or `L16-4` for one about limit 16: an area, and a number within the area. */
const ID = /\b([A-Z]+\d*)-(\d+)\b/g;
/** Words that look like the id of a requirement. */
const NO_IDS = new Set(['CRC-16', 'UTF-8']);
const requirements = Array.from(
  prose.matchAll(/^- \*\*([A-Z]+\d*)-(\d+)\*\* /gm),
  ([, area = '', number]) => ({
    area,
    number: Number(number),
    id: `${area}-${number}`,
  }),
);
const ids = new Set(requirements.map(({ id }) => id));
const areas = [...new Set(requirements.map(({ area }) => area))];

function textsUnder(folder: string, endings: readonly string[]): { path: string; text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => endings.some((ending) => path.endsWith(ending)) && !path.includes('node_modules'))
    .map((path) => ({ path: join(folder, path), text: readFileSync(join(root, folder, path), 'utf8') }));
}

const texts = [
  ...['src', 'tests', 'firmware-protocol', 'scripts'].flatMap((folder) =>
    textsUnder(folder, ['.ts', '.h', '.c']),
  ),
  ...textsUnder('docs', ['.md']),
  ...['README.md', 'CONTRIBUTING.md', 'DECISIONS.md', 'CHANGELOG.md'].map((path) => ({
    path,
    text: readFileSync(join(root, path), 'utf8'),
  })),
];

describe('a requirement', () => {
  it('has an id of its own', () => {
    expect(requirements.length).toBeGreaterThan(150);
    const all = requirements.map(({ id }) => id);
    expect(all.filter((id, i) => all.indexOf(id) !== i)).toEqual([]);
  });

  it('is a must by its id alone: the text uses the word only to explain that', () => {
    const convention = /^\*\*How requirements are written\.\*\*[\s\S]*?\n\n/m.exec(prose)?.[0] ?? '';
    expect(convention).toMatch(/\bmust\b/);
    expect(prose.replace(convention, '').match(/.*\bmust\b.*/g) ?? []).toEqual([]);
  });

  it('has an area that one of the ten steps names', () => {
    const steps = tableOf('12. Boots in ten steps', ['', 'make this work']);
    expect(steps).toHaveLength(10);
    const named = steps.map(([, , cell = '']) => cell).join(', ');
    const ofBoots = areas.filter((area) => area !== 'CON');
    const missing = ofBoots.filter((area) => !new RegExp(`\\b${area}\\b`).test(named));
    expect(missing.filter((area) => !/^L([4-9]|1[0-8])$/.test(area))).toEqual([]);
  });
});

describe('a reference', () => {
  it('to a requirement names one that exists', () => {
    const named = Array.from(prose.matchAll(ID), ([id]) => id).filter((id) => !NO_IDS.has(id));
    expect(named.length).toBeGreaterThan(requirements.length);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('to a section names one that exists', () => {
    const named = Array.from(prose.matchAll(/§(\d+(?:\.\d+)?)/g), ([, section = '']) => section);
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((section) => !sections.has(section))).toEqual([]);
  });

  it('that is a link leads to a heading or to a file', () => {
    const anchors = new Set(headings.map(anchorOf));
    expect(anchors.size).toBe(headings.length);
    const links = Array.from(prose.matchAll(/\]\(([^)]+)\)/g), ([, link = '']) => link);
    expect(links.length).toBeGreaterThan(20);
    const broken = links.filter((link) =>
      link.startsWith('#') ? !anchors.has(link.slice(1)) : !existsSync(join(protocolFolder, link)),
    );
    expect(broken).toEqual([]);
  });

  it('to a file of the folder names one that exists', () => {
    const named = Array.from(prose.matchAll(/`([\w-]+\.(?:json|h|ts))`/g), ([, file = '']) => file);
    expect(named.length).toBeGreaterThan(10);
    const here = [...readdirSync(protocolFolder), ...vectorFiles];
    expect(named.filter((file) => !here.includes(file))).toEqual([]);
  });

  it('from code, tests or documents names a section that exists', () => {
    const named = texts.flatMap(({ path, text }) =>
      Array.from(text.matchAll(/PROTOCOL\.md (\d[\d., and]*\d|\d)/g)).flatMap(([, list = '']) =>
        list.split(/,| and /).map((section) => ({ path, section: section.trim() })),
      ),
    );
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter(({ section }) => !sections.has(section))).toEqual([]);
  });

  it('from code, tests or documents to a requirement names one that exists', () => {
    const named = texts.flatMap(({ path, text }) =>
      Array.from(text.matchAll(ID), ([id, area = '']) => ({ path, id, area })),
    );
    const ours = named.filter(({ area, path }) => areas.includes(area) && !path.endsWith('text.test.ts'));
    expect(ours.length).toBeGreaterThan(10);
    expect(ours.filter(({ id }) => !ids.has(id))).toEqual([]);
  });
});

it('thresholds equal those of the code, units included', () => {
  const table = tableOf('8.2 Thresholds', ['rule', 'value']).map(([rule, value, unit]) => [
    rule,
    { value: Number(value), unit },
  ]);
  const coded = Object.entries(rules).map(([rule, value]) => [
    rule,
    { value, unit: ruleUnits[rule as keyof typeof rules] },
  ]);
  expect(table).toEqual(coded);
});

it('figures of the measuring rules equal those of the code, and the text of each rule states its figures', () => {
  const said = (value: number): string => String(value).replace('-', '−');
  const table = tableOf('8.3 Figures', ['figure', 'rule']);
  const coded = Object.entries(figures).map(([figure, { rule, value, unit, what }]) => [
    figure,
    rule,
    said(value),
    unit,
    what,
  ]);
  expect(table).toEqual(coded);
  const silent = Object.values(figures).filter(({ rule, value }) => {
    const text =
      new RegExp(`^- \\*\\*${rule}\\*\\*[\\s\\S]*?(?=^- \\*\\*|^#|\\n\\n\\S)`, 'm').exec(prose)?.[0] ?? '';
    return !(text.match(/−?\d+(?:\.\d+)?/g) ?? []).some((number) => number === said(value));
  });
  expect(silent).toEqual([]);
});

it('the text on how a limit is measured states the hard value of that limit', () => {
  const said = requirements.filter(({ area }) => /^L\d+$/.test(area));
  const measured = [...new Set(said.map(({ area }) => Number(area.slice(1))))];
  expect(measured).toEqual([4, 5, 6, 8, 13, 14, 15, 16, 17, 18]);
  for (const { id, hard } of Object.values(limits).filter((limit) => measured.includes(limit.id))) {
    const rule =
      sectionOf('8.1 How limits').match(new RegExp(`^- \\*\\*L${id}-.*(?:\\n.+)*`, 'm'))?.[0] ?? '';
    expect({ id, values: rule.match(/\d+(?:\.\d+)?/g) ?? [] }).toEqual({
      id,
      values: expect.arrayContaining([String(hard)]),
    });
  }
});

it('the ten steps name every file of vectors except those for controllers; the README of the vectors names all', () => {
  const steps = sectionOf('12. Boots in ten steps');
  const unnamed = vectorFiles.filter((file) => !steps.includes(`\`${file}\``));
  expect(unnamed).toEqual(['records-refused.json', 'responses-refused.json']);
  const readme = readFileSync(join(protocolFolder, 'vectors/README.md'), 'utf8');
  expect(vectorFiles.filter((file) => !readme.includes(`\`${file}\``))).toEqual([]);
});

it('worked examples are numbered in order', () => {
  const numbers = headings.flatMap((heading) => /^A\.(\d+) /.exec(heading)?.[1] ?? []).map(Number);
  expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  expect(numbers.length).toBe(protocolText.match(/^```ruler /gm)?.length);
});
