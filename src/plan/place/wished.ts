/** What the rules wish for, each step at the time its rule has it: before anything was reported, and before limits. */

import { type Asked, type EventKind, mayUse, type RecoveryEvent } from '../asked.ts';
import { isUltra, phasesOf } from '../rules/phases.ts';
import type { Rule } from '../rules/rule.ts';
import { rules } from '../rules/rules.ts';
import type { Step } from '../step.ts';
import {
  dayAfter,
  dayOf,
  faceAfter,
  momentAfter,
  momentOf,
  roundedUp,
  type WallTime,
  wallAt,
  wallOn,
} from '../time/wall-clock.ts';

/** A step with how soon after the event it may be, min. */
export interface Wished {
  readonly step: Step;
  /** Right after the event, at whatever hour that is. */
  readonly isAtOnce: boolean;
}

/** So soon after an event people are up, whatever the hour, min. */
const AT_ONCE = 60;

/** A trail race as long as an ultra is an ultra in all but what is special about trails. */
const ofTrails = ['mobility', 'spots'];
const kindFor = (event: RecoveryEvent, { id }: Rule): EventKind =>
  isUltra(event) && !ofTrails.includes(id) ? 'ultra' : event.kind;

function timeOfRule({ when, notBefore }: Rule, { at, zone }: RecoveryEvent, day: number): WallTime | null {
  const finish = momentOf(at, zone);
  if ('after' in when) return roundedUp(wallAt(momentAfter(finish, when.after), zone), 5);
  const due = wallOn(dayAfter(dayOf(at), day), when.at);
  return day === 0 && due < faceAfter(at, notBefore ?? 0) ? null : due;
}

/** In the order of the rules. */
export function wishedSteps({ event, person }: Asked): readonly Wished[] {
  return phasesOf(event).flatMap(({ phase, from, to }) =>
    rules
      .filter((rule) => rule.phase === phase && rule.events.includes(kindFor(event, rule)))
      .filter(({ needs }) => needs === undefined || mayUse(person, needs))
      .flatMap((rule) =>
        Array.from({ length: to - from + 1 }, (_, index) => index)
          .filter((index) => rule.days?.includes(index) ?? true)
          .flatMap((index): readonly Wished[] => {
            const day = from + index;
            const at = timeOfRule(rule, event, day);
            if (at === null) return [];
            const isAtOnce = 'after' in rule.when && (rule.when.after < AT_ONCE || rule.deed.kind === 'walk');
            return [{ step: stepOf(rule, event, day, at), isAtOnce }];
          }),
      ),
  );
}

const stepOf = (rule: Rule, event: RecoveryEvent, day: number, at: WallTime): Step => ({
  id: `day${day}-${rule.id}`,
  day,
  date: dayAfter(dayOf(event.at), day),
  at,
  deed: rule.deed,
  base: rule.base ?? false,
  needs: rule.needs ?? null,
  optional: rule.optional ?? false,
  askFirst: rule.askFirst ?? null,
  why: rule.why,
  sources: rule.sources,
  changes: [],
  state: { kind: 'due' },
});
