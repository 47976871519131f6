/** The steps that the rules give, each at its rule's time, before reports and limits change them. */

import {
  type BareWork,
  type EventKind,
  mayUse,
  type Person,
  type PlanRequest,
  type RecoveryEvent,
} from '../plan-request.ts';
import { isUltra, phasesOf } from '../rules/phases.ts';
import { repeatNames } from '../rules/repeat-names.ts';
import type { Rule } from '../rules/rule.ts';
import { rules } from '../rules/rules.ts';
import type { Action, Step } from '../step.ts';
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

export interface RuleStep {
  readonly step: Step;
  /** Whether the step keeps its time even at night: it begins within an hour of the event, or is a walk timed from the event. */
  readonly keepsTime: boolean;
}

/** After an event, people are taken to stay awake for this long, whatever the hour, min. */
const AWAKE_AFTER_EVENT = 60;

/**
 * Ids of the rules that a trail race follows even if it is as long as an ultramarathon. Otherwise such a race follows the rules for
 * ultramarathons.
 */
const ofTrails = ['mobility', 'spots'];
const kindFor = (event: RecoveryEvent, { id }: Rule): EventKind =>
  isUltra(event) && !ofTrails.includes(id) ? 'ultra' : event.kind;

/** Null if the time of day comes too soon after the event. @param hours later than the first of the rule's steps on that day */
function timeOfRule(
  { when, notBefore }: Rule,
  { at, zone }: RecoveryEvent,
  day: number,
  hours: number,
): WallTime | null {
  const finish = momentOf(at, zone);
  if ('after' in when) return roundedUp(wallAt(momentAfter(finish, when.after + hours * 60), zone), 5);
  const due = wallOn(dayAfter(dayOf(at), day), when.at);
  return day === 0 && due < faceAfter(at, notBefore ?? 0) ? null : due;
}

/** A cramp is stretched and then stroked. */
const isWork = (action: Action, work: BareWork): boolean =>
  work === action.kind || (work === 'massage' && action.kind === 'stretch' && action.manner === 'cramp');

const isForbidden = (action: Action, { forbidden = [] }: Person): boolean =>
  forbidden.some((work) => isWork(action, work));

/** The work that the screening forbids and that the rules would ask for otherwise. */
export function forbiddenSteps(request: PlanRequest): readonly BareWork[] {
  const { person } = request;
  const { forbidden = [] } = person;
  if (forbidden.length === 0) return [];
  const all = ruleSteps({ ...request, person: { ...person, forbidden: [] } });
  return forbidden.filter((work) => all.some(({ step }) => isWork(step.action, work)));
}

/** The steps of the rules that apply to this event and person, phase by phase. */
export function ruleSteps({ event, person }: PlanRequest): readonly RuleStep[] {
  return phasesOf(event).flatMap(({ phase, from, to }) =>
    rules
      .filter((rule) => rule.phase === phase && rule.events.includes(kindFor(event, rule)))
      .filter(({ needs }) => needs === undefined || mayUse(person, needs))
      .filter(({ action }) => !isForbidden(action, person))
      .flatMap((rule) =>
        Array.from({ length: to - from + 1 }, (_, index) => index)
          .filter((index) => rule.days?.includes(index) ?? true)
          .flatMap((index): readonly RuleStep[] => {
            const day = from + index;
            const keepsTime =
              'after' in rule.when && (rule.when.after < AWAKE_AFTER_EVENT || rule.action.kind === 'walk');
            return namesOf(rule).flatMap((name, hours): readonly RuleStep[] => {
              const at = timeOfRule(rule, event, day, hours);
              return at === null ? [] : [{ step: stepOf(rule, name, event, day, at), keepsTime }];
            });
          }),
      ),
  );
}

/** The name of each step that the rule gives on a day. */
const namesOf = ({ id, repeats }: Rule): readonly string[] =>
  repeats === undefined ? [id] : repeatNames.slice(0, repeats).map((name) => `${id}-${name}`);

const stepOf = (rule: Rule, name: string, event: RecoveryEvent, day: number, at: WallTime): Step => ({
  id: `day${day}-${name}`,
  day,
  date: dayAfter(dayOf(event.at), day),
  at,
  action: rule.action,
  base: rule.base ?? false,
  needs: rule.needs ?? null,
  optional: rule.optional ?? false,
  askFirst: rule.askFirst ?? null,
  why: rule.why,
  sources: rule.sources,
  changes: [],
  dose: null,
  state: { kind: 'due' },
});
