/** The files of the built page: they load nothing from another origin, work under any path, and contain a Content-Security-Policy. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtApp } from '../../browser/serving/built-app.ts';
import { otherOrigins } from './other-origins.ts';

const files = new Map<string, string>();

beforeAll(async () => {
  const folder = await builtApp();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name);
      files.set(relative(folder, path), readFileSync(path, 'utf8'));
    }
}, 480_000);

/** Addresses that the page never requests: they stand in messages to developers, or name a dialect of JSON Schema. */
const said =
  /^https?:\/\/(webawesome\.com\/docs\/|goo\.gl\/4NeimX$|bit\.ly\/(wb-precache|2kdckMn)$|tinyurl\.com\/y2uuvskb$|json-schema\.org\/draft\/2020-12\/schema$)/;

const page = (): string => files.get('index.html') ?? '';
const policy = (): string =>
  /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page())?.[1]?.replaceAll('&#39;', "'") ?? '';

describe('the built page', () => {
  test('names no other origin in any file, except in messages to developers and as a dialect of JSON Schema', () => {
    expect([...files.keys()].some((name) => name.endsWith('.js'))).toBe(true);
    const asked = [...files].flatMap(([name, text]) =>
      otherOrigins(text).map((address) => `${name}: ${address}`),
    );
    expect(asked.filter((line) => !said.test(line.split(': ')[1] ?? ''))).toEqual([]);
  });

  test('refers to its files by relative addresses, or contains them in data: addresses', () => {
    const addresses = [...page().matchAll(/ (?:src|href)="([^"]*)"/g)].map(([, address]) => address ?? '');
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => !/^(\.\/|data:)/.test(address))).toEqual([]);
  });

  test('loads less than 50 kB, gzipped, before its first screen', () => {
    const first = [...page().matchAll(/ (?:src|href)="\.\/([^"]*\.(?:js|css))"/g)].map(
      ([, name]) => name ?? '',
    );
    expect(first.length).toBeGreaterThan(1);
    const sizes = first.map((name) => gzipSync(files.get(name) ?? '', { level: 9 }).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(50_000);
  });

  test('has no script or style in the page itself', () => {
    expect(page()).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\bon\w+=| style="/);
  });

  test('carries its policy ahead of every script and stylesheet', () => {
    expect(policy()).toMatch(/^default-src 'none'; /);
    expect(policy()).toContain("script-src 'self';");
    expect(policy()).toContain(
      "require-trusted-types-for 'script'; trusted-types lit-html heartward-ticker heartward-backup heartward-offline",
    );
    expect(page().indexOf('Content-Security-Policy')).toBeLessThan(page().search(/<script|<link/));
  });

  test('has the words of plans in one file, which neither the page itself nor a session names', () => {
    const naming = (text: string) =>
      [...files].filter(([name, content]) => name.endsWith('.js') && content.includes(text));
    expect(naming('Choose a file that was saved as a')).toHaveLength(1);
    const ofPlans = naming('Drink to thirst');
    expect(ofPlans).toHaveLength(1);
    const [[name = ''] = []] = ofPlans;
    expect(page()).not.toContain(name);
    const session = [...files].find(([file]) => /page-session.*\.js$/.test(file))?.[1] ?? '';
    expect(session).not.toBe('');
    expect(session).not.toContain(name);
  });

  test('has the words of the guides in one file, which the page itself does not name', () => {
    const ofGuides = [...files].filter(
      ([name, content]) => name.endsWith('.js') && content.includes('Stroke the whole muscle quickly'),
    );
    expect(ofGuides).toHaveLength(1);
    expect(page()).not.toContain(ofGuides[0]?.[0]);
  });

  test('has each of its workers in a file of its own', () => {
    for (const worker of [/ticker.*\.js$/, /backup-worker.*\.js$/])
      expect([...files.keys()].filter((name) => worker.test(name))).toHaveLength(1);
  });
});

describe('other origins', () => {
  test('are found in code, styles and markup', () => {
    expect(otherOrigins("fetch('https://cdn.example/x.js')")).toEqual(['https://cdn.example/x.js']);
    expect(otherOrigins('a{background:url(//cdn.example/x.png)}')).toEqual(['//cdn.example/x.png']);
    expect(otherOrigins('<script src="http://cdn.example/x.js">')).toEqual(['http://cdn.example/x.js']);
    expect(otherOrigins('new WebSocket("wss://x.example")')).toEqual(['wss://x.example']);
  });

  test('are not namespaces or comments', () => {
    expect(otherOrigins('"http://www.w3.org/2000/svg"')).toEqual([]);
    expect(otherOrigins('/*! licence: https://example.com/licence */')).toEqual([]);
    expect(otherOrigins('a(); // see https://example.com\nb()')).toEqual([]);
  });
});
