/** What the answers to the screening close: guides, and the steps of plans that lead to them. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guideAt } from '../../../../src/guide/address.ts';
import { type Against, type GuideId, guideIds } from '../../../../src/guide/guide.ts';
import { guides } from '../../../../src/guide/guides.ts';
import { planFor, stepsOf } from '../../../../src/plan/plan.ts';
import { eventKinds } from '../../../../src/plan/plan-request.ts';
import {
  barredBy,
  contraindications,
  forbiddenBy,
  type Question,
  toAskAbout,
} from '../../../../src/plan/screening/questions.ts';
import { isRuledOut } from '../../../../src/ui/guides/guide-locks.ts';
import { guidePlace } from '../../../../src/ui/guides/guide-of-step.ts';
import { runs } from '../../../seed.ts';
import { requestFor } from '../../plan/request-for.ts';

/** What each answer is called in the guides’ own lists of who must not do them. */
const same: readonly (readonly [Question, Against])[] = [
  ['recent-clot', 'clot'],
  ['inflamed-vein', 'clot'],
  ['skin', 'open-skin'],
  ['no-feeling', 'no-feeling'],
  ['operation', 'recent-injury'],
  ['implant', 'implant'],
  ['pregnant', 'pregnancy'],
  ['blood-thinners', 'blood-thinners'],
];
const ruledOut = (yes: readonly string[]): readonly GuideId[] => guideIds.filter((id) => isRuledOut(yes, id));

describe('a yes in the screening', () => {
  it.each(same)('%s rules out every guide that is not for people with: %s', (yes, against) => {
    const warned = guideIds.filter((id) => guides[id].against.includes(against));
    expect(warned.length).toBeGreaterThan(0);
    expect(ruledOut([yes])).toEqual(expect.arrayContaining(warned));
  });

  it.each(['recent-clot', 'inflamed-vein', 'no-feeling', 'skin', 'operation', 'tumour'])(
    'rules out each massage, by hand or for a cramp: %s',
    (yes) => {
      expect(ruledOut([yes])).toEqual(
        expect.arrayContaining(['roller-flush', 'by-hand', 'spots', 'cramp'] satisfies GuideId[]),
      );
    },
  );

  it('leaves walking and breathing to everyone', () => {
    expect(ruledOut([...contraindications, ...toAskAbout])).toEqual(
      guideIds.filter((id) => id !== 'walk' && id !== 'wind-down'),
    );
    expect(ruledOut(['another-version'])).toEqual([]);
  });
});

it('no plan has a step whose guide the answers rule out', () => {
  fc.assert(
    fc.property(
      fc.subarray([...contraindications, ...toAskAbout]),
      fc.constantFrom(...eventKinds),
      (yes, kind) => {
        const person = { barred: barredBy(yes), forbidden: forbiddenBy(yes) };
        for (const step of stepsOf(planFor(requestFor(kind, { person }), null))) {
          const id = guideAt(guidePlace(step)?.path ?? [])?.guide.id;
          expect([id, id !== undefined && isRuledOut(yes, id)]).toEqual([id, false]);
        }
      },
    ),
    { numRuns: runs(50, 1000) },
  );
});
