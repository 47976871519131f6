/** What is wrong with a plan that comes from outside: where, why, and what would do instead. */

import type { DocumentProblem, Expected, Place } from '../../../plan/document/problem.ts';
import type { Problem } from '../../../program/problem.ts';
import { count } from '../numbers.ts';

const write: Readonly<Record<Expected, string>> = {
  plan: 'Write a plan in { }.',
  format: 'Write "heartward-plan".',
  version: 'Write 1.',
  event: 'Write { "kind": "marathon", "at": "2026-11-29T13:10", "zone": "Europe/Berlin" }.',
  eventKind:
    'Write "10k", "half", "marathon", "ultra", "trail", "hard-training", "cold-cramps", "flight" or "desk".',
  wallTime: 'Write a date and time that exist, from 2000 to 2099, like "2026-11-29T13:10".',
  zone: 'Write a time zone that this device knows, like "Europe/Berlin".',
  course: 'Write "well", "hard" or "hurt".',
  distance: 'Write a number from 0.1 to 1000, or leave it out.',
  temperature: 'Write a number from −60 to 60, or leave it out.',
  person: 'Write { "owns": ["boots"] }.',
  tools: 'Write a list of "boots", "roller", "plate" and "massager" in [ ].',
  pressure: 'Write a number from 20 to 80.',
  reports: 'Write a list of 400 reports at most in [ ].',
  report: 'Write a report in { }, with its "kind" and "at".',
  reportKind:
    'Write "soreness", "done", "skipped", "session", "marks", "tingling", "tingling-gone", "weakness", "one-calf", "girth", "dark-urine", "severe-pain", "emergency" or "cleared".',
  soreness: 'Write a whole number from 0 to 10.',
  girth: 'Write a number from 10 to 100.',
  step: 'Write the name of a step, like "day1-walk".',
  sessionMinutes: 'Write a number from 0 to 60.',
  sessionPeak: 'Write a number from 0 to 130.',
  sessionDose: 'Write a number from 0 to 10000, or leave it out.',
  sign: 'Write "emergency", "urgent", "clot" or "nerve".',
  nothing: 'Leave it out.',
};

/** "reports, report 2, soreness"; the whole document is "plan". */
const placeWords = (place: Place): string =>
  place.map((key) => (typeof key === 'number' ? `report ${count(key + 1)}` : key)).join(', ') || 'plan';

const whole = (reason: string, suggestion = 'Choose a file that was saved as a plan.'): Problem => ({
  place: 'plan',
  reason,
  suggestion,
});

export function planProblem(problem: DocumentProblem): Problem {
  switch (problem.kind) {
    case 'tooLong':
      return whole(
        `It has ${count(problem.characters)} characters; a plan has ${count(problem.most)} at most.`,
      );
    case 'empty':
      return whole('There is nothing in it.');
    case 'webPage':
      return whole('It is a web page, not a plan.', 'Save the plan itself, not the page that shows it.');
    case 'brokenOff':
      return whole('It breaks off before its end.', 'Fetch or copy it again, the whole of it.');
    case 'notJson':
      return {
        place: `line ${problem.line}, column ${problem.column}`,
        reason: `It is not JSON there, at ${problem.near}.`,
        suggestion: 'Look there for a comma or a quotation mark too many or too few.',
      };
    case 'twice':
      return {
        place: problem.key,
        reason: 'It is there twice in the same place.',
        suggestion: 'Keep one of the two.',
      };
    case 'crowded':
      return whole(
        `A list or a group in it has ${count(problem.entries)} entries; none of a plan has more than ${count(problem.most)}.`,
      );
    case 'notAPlan':
      return whole(
        problem.says === null ? 'It does not say that it is a plan.' : `It says that it is ${problem.says}.`,
      );
    case 'version':
      return problem.version !== null && problem.version > problem.known
        ? {
            place: 'version',
            reason: `It is of version ${problem.version}; this page knows versions up to ${problem.known}.`,
            suggestion: 'Reload the page to get its newest version.',
          }
        : {
            place: 'version',
            reason: 'It does not say which version of the format it is.',
            suggestion: `Write "version": ${problem.known}.`,
          };
    case 'missing':
      return {
        place: placeWords(problem.place),
        reason: 'It is missing.',
        suggestion: write[problem.expected],
      };
    case 'unknownKey':
      return {
        place: placeWords(problem.place),
        reason: 'Nothing of that name belongs there.',
        suggestion: problem.near === null ? 'Leave it out.' : `Did you mean "${problem.near}"?`,
      };
    case 'wrong':
      return {
        place: placeWords(problem.place),
        reason: `It is ${problem.found}.`,
        suggestion: write[problem.expected],
      };
    case 'more':
      return whole(`${count(problem.problems)} more are wrong.`, 'Mend these first.');
  }
}
