/**
 * The questions that a person answers before using real boots. Source of the lists: Rabe's review of risks and contraindications
 * (phlebolymphology.org).
 */

import type { BareWork, bareReports, Tool } from '../plan-request.ts';

/** People to whom any of these applies must not use boots. */
export const contraindications = [
  'recent-clot',
  'inflamed-vein',
  'artery-disease',
  'heart-failure',
  'no-feeling',
  'skin',
  'operation',
  'tumour',
] as const;
export type Contraindication = (typeof contraindications)[number];

/** People to whom any of these applies must ask a clinician first. */
export const toAskAbout = [
  'pregnant',
  'blood-pressure',
  'blood-thinners',
  'under-18',
  'implant',
  'foot-drop',
] as const;
export type ToAskAbout = (typeof toAskAbout)[number];

/** Warning signs that a person may have today, gravest first. A yes becomes a report, which causes a lock (change/locks.ts). */
export const signsOfToday = [
  'emergency',
  'dark-urine',
  'severe-pain',
  'one-calf',
  'weakness',
  'tingling',
] as const satisfies readonly (typeof bareReports)[number][];
export type SignOfToday = (typeof signsOfToday)[number];

export type Question = Contraindication | ToAskAbout;

const manual: readonly Tool[] = ['roller', 'massager'];

/** The tools besides boots that a yes forbids, because they press or shake the body: careful choices of this project. */
const bars: Readonly<Record<Question, readonly Tool[]>> = {
  'recent-clot': ['plate', ...manual],
  'inflamed-vein': ['plate', ...manual],
  'artery-disease': ['plate', 'massager'],
  'heart-failure': ['plate'],
  'no-feeling': ['plate', ...manual],
  skin: manual,
  operation: ['plate', ...manual],
  tumour: ['plate', ...manual],
  pregnant: ['plate'],
  'blood-pressure': [],
  'blood-thinners': ['massager'],
  'under-18': [],
  implant: ['plate'],
  'foot-drop': [],
};

/** Work without a tool that a yes forbids: careful choices of this project too. A recent clot forbids what a sign of a clot locks. */
const forbids: Readonly<Partial<Record<Question, readonly BareWork[]>>> = {
  'recent-clot': ['massage', 'stretch', 'run'],
  'inflamed-vein': ['massage', 'stretch', 'run'],
  'no-feeling': ['massage'],
  skin: ['massage'],
  operation: ['massage', 'stretch', 'run'],
  tumour: ['massage'],
};

const isContraindication = (question: string): question is Contraindication =>
  contraindications.some((one) => one === question);
const isToAskAbout = (question: string): question is ToAskAbout => toAskAbout.some((one) => one === question);
export const isQuestion = (question: string): question is Question =>
  isContraindication(question) || isToAskAbout(question);

/** `never`: the answers that forbid boots; `ask`: those to ask a clinician about. Answers to unknown questions are left out. */
export const split = (yes: readonly string[]) => ({
  never: yes.filter(isContraindication),
  ask: yes.filter(isToAskAbout),
});

/** The tools that a plan must not use for this person, owned or not. */
export function barredBy(yes: readonly string[]): readonly Tool[] {
  const { never, ask } = split(yes);
  const tools = new Set<Tool>([...never, ...ask].flatMap((question) => bars[question]));
  return [...(never.length > 0 ? (['boots'] as const) : []), ...tools];
}

/** The work without a tool that this person must not do. */
export const forbiddenBy = (yes: readonly string[]): readonly BareWork[] => [
  ...new Set(yes.filter(isQuestion).flatMap((question) => forbids[question] ?? [])),
];
