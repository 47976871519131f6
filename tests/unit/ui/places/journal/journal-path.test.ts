import { expect, it } from 'vitest';
import {
  linkToDay,
  linkToMonth,
  linkToPart,
  linkToSession,
  partAt,
} from '../../../../../src/ui/places/journal/journal-path.ts';
import { placeAt } from '../../../../../src/ui/places/place.ts';

it.each([
  [[], { kind: 'month', month: null }],
  [['2026-11'], { kind: 'month', month: '2026-11' }],
  [['2026-11-29'], { kind: 'day', day: '2026-11-29' }],
  [['session', 'abc12345'], { kind: 'session', id: 'abc12345' }],
  [['trends'], { kind: 'trends' }],
  [['2026-02-30'], { kind: 'month', month: null }],
  [['2026-13'], { kind: 'month', month: null }],
  [['session'], { kind: 'month', month: null }],
  [['nonsense'], { kind: 'month', month: null }],
])('an address of %j shows %j', (path, part) => {
  expect(partAt(path)).toEqual(part);
});

it('a link leads to the part that it names', () => {
  for (const link of [
    linkToDay('2026-11-29' as never),
    linkToMonth('2026-10'),
    linkToSession('abc12345' as never),
    linkToPart('month'),
    linkToPart('keep'),
  ])
    expect(placeAt(link)?.name).toBe('journal');
  expect(partAt(placeAt(linkToSession('abc12345' as never))?.path ?? [])).toMatchObject({ id: 'abc12345' });
});
