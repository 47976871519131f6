import { parse, safeParse } from 'valibot';
import { expect, it } from 'vitest';
import { runningSession } from '../../../../../src/app/device-storage/session/running-session.ts';
import { rememberedOf } from '../../../../../src/session/memory/remembered.ts';
import { hasBoots } from '../../../../../src/session/state.ts';
import { DrivenSession } from '../../../session/driven-session.ts';

function stored() {
  const { whole } = new DrivenSession().run();
  const session = hasBoots(whole) ? rememberedOf(whole, { tokens: {}, shifts: null }) : null;
  if (!session) throw new Error('nothing is remembered');
  return structuredClone(runningSession.stored(session));
}

it('the allowance is that of the Prepare', () => {
  expect(parse(runningSession.schema, stored()).allowance).toBe(255);
});

it('a session that an earlier release stored, without the allowance, is read', () => {
  const { allowance: _allowance, ...earlier } = stored();
  expect(parse(runningSession.schema, earlier).allowance).toBeNull();
});

it.each([0, 4, 31, 254, '30'])('an allowance of %j, which no Prepare can carry, is not read', (allowance) => {
  expect(safeParse(runningSession.schema, { ...stored(), allowance }).success).toBe(false);
});
