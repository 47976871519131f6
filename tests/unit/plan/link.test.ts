import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planInLink, planLink } from '../../../src/plan/link.ts';
import { seed } from '../../seed.ts';
import { anyRequest } from './any-request.ts';
import { requestFor } from './request-for.ts';

const page = 'https://example.org/boots/index.html';
const link = planLink(requestFor('marathon'), `${page}#old`);

it('a link contains a plan with all its reports', () => {
  expect(link.startsWith(`${page}#plan=`)).toBe(true);
  fc.assert(
    fc.property(anyRequest, (request) => {
      expect(planInLink(planLink(request, page))).toEqual({ ok: true, request });
    }),
    { seed, numRuns: 60 },
  );
});

it('an address without a plan is not read as a link', () => {
  for (const other of [page, `${page}#plan`, `${page}#program=abc`, `${page}#noplan=abc`]) {
    expect(planInLink(other)).toBeNull();
  }
});

it.each([
  ['cut off', link.slice(0, -9), 'linkDamaged'],
  ['empty', `${page}#plan=`, 'linkDamaged'],
  ['not base64', `${page}#plan=ä`, 'linkDamaged'],
  ['not a plan', `${page}#plan=e30`, 'linkDamaged'],
  ['endless', `${page}#plan=${'A'.repeat(500_000)}`, 'linkTooLong'],
])('a link is refused if it is %s', (_, href, kind) => {
  expect(planInLink(href)).toEqual({ ok: false, problems: [{ kind }] });
});

it('a link is refused with all problems of its plan', () => {
  const text = JSON.stringify({
    format: 'heartward-plan',
    version: 1,
    event: { kind: 'moon' },
    person: { owns: ['x'] },
  });
  const read = planInLink(`${page}#plan=${btoa(text)}`);
  expect(read?.ok === false && read.problems.length).toBeGreaterThan(2);
});
