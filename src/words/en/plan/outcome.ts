/** Texts about the result of opening, saving or sharing a plan, and about what is wrong with an activity file. */

import type { ActivityFigure } from '../../../plan/activity/figures.ts';
import type { ActivityProblem } from '../../../plan/activity/problem.ts';
import type { ProblemWords, WordsFor } from '../../notices/problem-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { PlanWords } from '../../plan/plan-words.ts';
import { figures } from './figures.ts';

const again = 'Save it again as GPX or TCX.';

const figureNames: Readonly<Record<ActivityFigure, string>> = {
  distance: 'distance',
  duration: 'duration',
  ascent: 'ascent',
  temperature: 'temperature',
};
const named = (n: Numbers, of: readonly ActivityFigure[]): string =>
  n.list(of.map((one) => figureNames[one]));

const activityProblems = (n: Numbers): WordsFor<ActivityProblem, ProblemWords> => {
  const file = (reason: string, suggestion: string): ProblemWords => ({
    place: 'activity',
    reason,
    suggestion,
  });
  return {
    empty: () => file('It is empty.', again),
    tooLong: ({ length, most }) =>
      file(
        `It has ${n.count(length)} characters; this page reads no more than ${n.count(most)}.`,
        'Save it with fewer points, such as one every few seconds.',
      ),
    fit: () =>
      file(
        'It is a FIT file, which this page cannot read.',
        'In your watch’s app, save the activity as GPX or TCX.',
      ),
    notXml: () => file('It is neither GPX nor TCX.', again),
    otherXml: ({ root }) => file(`It is XML, but a "${root}": neither GPX nor TCX.`, again),
    doctype: () =>
      file(
        'It declares a document type, which no activity does.',
        'Do not open it. Get the file from where it was recorded.',
      ),
    cutOff: () => file('It breaks off before its end.', 'Download or copy all of it again.'),
    tangled: ({ line }) => ({
      place: `line ${n.count(line)}`,
      reason: 'Its elements are not closed in the right order.',
      suggestion: again,
    }),
    tooDeep: ({ most }) => file(`Its elements are nested more than ${n.count(most)} deep.`, again),
    nothingRecorded: () =>
      file(
        'Nothing was recorded in it: no track with two points or more.',
        'A route is not an activity. Save the run itself.',
      ),
    nothingUsable: ({ figures }) =>
      file(
        `It has no usable value: ${named(n, figures)}.`,
        'Check the device that recorded it, or fill in the form yourself.',
      ),
  };
};

export function outcome(n: Numbers, problem: PlanWords['problem']): PlanWords['outcome'] {
  const said = (title: string, lines: readonly string[] = [], problems: readonly ProblemWords[] = []) => ({
    title,
    lines,
    problems,
  });
  const sentences = activityProblems(n);
  return (result) => {
    switch (result.kind) {
      case 'saved':
        return said(`Saved to your downloads: ${result.file}`);
      case 'copied':
        return said('The link is copied.', [
          'It carries all of the plan, with what you have said. No server sees it.',
        ]);
      case 'link':
        return said('Copy this link.', [
          'It carries all of the plan, with what you have said. No server sees it.',
        ]);
      case 'code':
        return said('Point a phone’s camera at this code.', [
          'It carries all of the plan, with what you have said. No server sees it.',
        ]);
      case 'codeTooLarge':
        return said('The plan is too large for a QR code.', ['Save it as a file instead.']);
      case 'taken':
        return said(
          'This is your plan now.',
          result.lowered === null
            ? []
            : [`The boots in it stay within ${n.shown(result.lowered)}, the highest set here.`],
        );
      case 'reading':
        return said(`Reading ${result.what} …`);
      case 'activity':
        return said(`From the activity: ${figures(n)(result.activity)}`, [
          'The file was read on this device and is not kept. A plan made from it keeps these figures.',
          ...(result.leftOut.length === 0
            ? []
            : [
                `No usable value in the file: ${named(n, result.leftOut)}. The form keeps what it had there.`,
              ]),
        ]);
      case 'refused':
        return said(
          result.what === null ? 'The plan cannot be used.' : `${result.what} cannot be used.`,
          [],
          result.problems.map(problem),
        );
      case 'activityRefused':
        return said(
          `${result.what} cannot be used.`,
          [],
          [(sentences[result.problem.kind] as (of: ActivityProblem) => ProblemWords)(result.problem)],
        );
      case 'noCode':
        return said(`There is no QR code in ${result.what}.`, [
          'Take the picture closer up, with nothing over the code.',
        ]);
      case 'tooLarge':
        return said(`${result.what} is too large.`, [
          `This page reads no more than ${n.count(Math.floor(result.most / 1024 / 1024))} MB.`,
        ]);
      case 'partMissing':
        return said('Part of this page did not load.', ['Check the connection and try again.']);
    }
  };
}

export const exchange: PlanWords['exchange'] = {
  title: 'Take it with you',
  calendar: 'Calendar with alarms',
  calendarWhat: 'Your calendar reminds you, with this page closed.',
  save: 'Save as a file',
  share: 'Share as a link',
  code: 'Show a QR code',
  open: 'Open a file',
  openWhat:
    'A plan (a file, or a picture of its QR code), or an activity from your watch (GPX, TCX). It is read on this device.',
  drop: 'Drop it: a plan, a picture of its QR code, or an activity (GPX, TCX).',
  codeAloud: 'QR code of the plan',
  close: 'Close',
  linkName: 'Link to the plan',
  remind: 'Remind me while this page is open',
  remindOff: 'Stop reminding me',
  remindDenied: 'This browser does not let the page remind you. The calendar can.',
};
