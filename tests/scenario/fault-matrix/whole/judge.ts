/** Compares what followed from a fault with what may follow from it. */

import type { FitFinding } from '../../../../src/diagnosis/boots-fit.ts';
import type { Notice, ZonePlace } from '../../../../src/session/view.ts';
import type { Moment } from './moments.ts';
import type { PageWatch } from './seen.ts';
import { ZONES } from './stage.ts';
import type { WholeFault } from './whole-faults.ts';

/** How soon after Stop the legs must be free (all zones below 20 mmHg), s (PROTOCOL.md 8, limit 15). */
const EMPTYING_TIME = 7;
/** Time until the page shows a message and the person has acted on it, s. */
const BY_HAND_TIME = 15;

export interface Followed {
  readonly seen: PageWatch;
  readonly moment: Moment;
  /** Whether the session ended before the person pressed Stop. */
  readonly ended: boolean;
  /** Time until the legs were free, s: from the fault if the session ended by itself, otherwise from Stop. */
  readonly safe: number;
  readonly byHand: boolean;
}

/** @returns a message for each thing that was wrong */
export function judge(followed: Followed): readonly string[] {
  const { seen, ended, safe, byHand } = followed;
  const { safeWithin } = seen.fault;
  const most = ended ? safeWithin : byHand ? BY_HAND_TIME + EMPTYING_TIME : EMPTYING_TIME;
  const late = safe > most ? [`free only after ${safe.toFixed(1)} s`] : [];
  return [
    ...seen.untrue,
    ...wrongEnd(followed),
    ...late,
    ...wrongNotices(followed),
    ...missingNotices(followed),
  ];
}

/** What the page had to say and did not: why the session ended, or what is wrong while it goes on. */
function missingNotices({ seen, moment, ended }: Followed): readonly string[] {
  const { fault, view } = seen;
  // A person who has stopped the session need not hear of a fault.
  if (moment === 'stopping') return [];
  const kinds = new Set(
    [...seen.notices.values()].filter((notice) => isOwn(fault, notice)).map(({ kind }) => kind),
  );
  if (!ended)
    return kinds.size > 0 || fault.unsaid?.includes(moment)
      ? []
      : ['the session goes on, and the page says nothing'];
  switch (view.ended) {
    case 'fault':
    case 'rebooted':
      return kinds.has(view.ended)
        ? []
        : [`the session ended by ${view.ended}, and the page does not say so`];
    case null:
      return kinds.size > 0 ? [] : ['the session did not begin, and the page does not say why'];
    default:
      return [];
  }
}

/** Whether the notice comes from this fault, and not from the state in which the fault began. */
const isOwn = (fault: WholeFault, { kind }: Notice): boolean =>
  kind === 'fault' ||
  kind === 'warning' ||
  kind === 'limitBroken' ||
  (fault.notices?.includes(kind) ?? false);

function wrongEnd({ seen, moment, ended }: Followed): readonly string[] {
  const { view, fault } = seen;
  const found: string[] = [];
  const isRunning = moment !== 'stopping' && moment !== 'preparing';
  if (isRunning && fault.session === 'ends' && !ended) found.push('the session goes on');
  if (isRunning && fault.session === 'goesOn' && ended) {
    found.push(`the session ended: ${view.ended}, ${view.phase}`);
  }
  // Whether the person or the page sent a Stop.
  const isStopped =
    moment === 'stopping' ||
    !ended ||
    [...seen.notices.values()].some(({ kind }) => kind === 'limitBroken' || kind === 'notEmptying');
  const endings = isStopped ? [...fault.endings, 'stoppedByController'] : fault.endings;
  if (view.ended !== null && !endings.includes(view.ended)) {
    found.push(`it is said to have ended by ${view.ended}`);
  }
  return found;
}

const wrongNotices = (followed: Followed): readonly string[] =>
  [...followed.seen.notices].flatMap(([title, notice]) => {
    const problem = noticeProblem(followed, notice);
    return problem ? [`“${title}”: ${problem}`] : [];
  });

function noticeProblem({ seen, moment }: Followed, notice: Notice): string | null {
  const { fault } = seen;
  const isExpected = fault.notices?.includes(notice.kind) ?? false;
  switch (notice.kind) {
    case 'fault':
    case 'warning':
      return fault.faults.includes(notice.fault) ? placeProblem(seen, notice) : `it is no ${notice.fault}`;
    case 'limitBroken':
      return fault.limits?.includes(notice.limit)
        ? placeProblem(seen, notice)
        : `the limit of ${notice.limit} was kept`;
    case 'notEmptying': {
      const wrong = notice.places.map((place) => placeProblem(seen, place)).find((one) => one !== null);
      return isExpected ? (wrong ?? null) : 'not so';
    }
    case 'misfit':
      return (
        notice.findings.map((finding) => misfitProblem(seen, finding)).find((one) => one !== null) ?? null
      );
    case 'linkLost':
    case 'stopNotConfirmed':
      return isExpected || moment === 'reconnecting' ? null : 'not so';
    default:
      return isExpected ? null : 'not so';
  }
}

function misfitProblem(seen: PageWatch, finding: FitFinding): string | null {
  const { fault, stage } = seen;
  if (finding.kind === 'leak')
    return fault.faults.includes('leak') ? placeProblem(seen, finding) : 'it does not leak';
  return finding.kind === 'noLeg' && fault.place === 'leg' && finding.side === stage.struck.side
    ? null
    : 'the boots fit';
}

function placeProblem(
  { stage: { struck, pair }, fault, view }: PageWatch,
  { side, part }: ZonePlace,
): string | null {
  if (fault.place === 'any') return null;
  if (fault.place === 'boots')
    return side === null || !pair || side === struck.side ? null : 'the other boot';
  if (side !== struck.side) return `it is the ${struck.side} leg`;
  if (fault.place === 'leg') return null;
  const zone = part === null ? -1 : (view.boots?.parts.indexOf(part) ?? -1);
  const neighbour = struck.zone + 1 === ZONES ? struck.zone - 1 : struck.zone + 1;
  if (zone === struck.zone || (fault.place === 'neighbours' && zone === neighbour)) return null;
  return `it is zone ${struck.zone}`;
}
