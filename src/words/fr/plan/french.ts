/** Recovery plans in French. */

import type { Numbers } from '../../numbers-and-units.ts';
import type { PlanWords } from '../../plan/plan-words.ts';
import { advice } from './advice.ts';
import { calendar } from './calendar.ts';
import { figures } from './figures.ts';
import { heading } from './heading.ts';
import { lock } from './locks.ts';
import { dayTitle, events, tools } from './names.ts';
import { exchange, outcome } from './outcome.ts';
import { maker, page, soreness } from './page.ts';
import { problem } from './problems.ts';
import { reasons } from './reasons.ts';
import { source } from './sources.ts';
import { dayOver, standing } from './standing.ts';
import { changes, checks, questions, remarks, steps } from './steps.ts';

export function planFrench(n: Numbers): PlanWords {
  const { action, how } = steps(n);
  return {
    events,
    tools,
    heading: heading(n),
    figures: figures(n),
    day: dayTitle(n),
    time: n.dates.time,
    dayOver: dayOver(n),
    sources: 'Sur quoi cela repose',
    source: source(n),
    action,
    how,
    checks,
    questions,
    changes,
    remarks: remarks(n),
    reasons,
    advice,
    lock: lock(n),
    standing: standing(n, action),
    calendar: calendar({ action, how, remarks: remarks(n) }),
    maker,
    soreness,
    page: page(n),
    exchange,
    outcome: outcome(n, problem(n)),
    problem: problem(n),
  };
}
