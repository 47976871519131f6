/** The editor's fields in groups. part-fields.ts has the groups `parts` and `turns`. */

import { html } from 'lit';
import { type FigureField, onsetOf } from '../../../program/edit/edit.ts';
import type { Spot } from '../../../program/edit/spots.ts';
import type { Pattern, Program } from '../../../program/program.ts';
import { type Range, ranges } from '../../../program/ranges.ts';
import { editorWords } from '../../../words/editor/editor-in-use.ts';
import type { EditorWords } from '../../../words/editor/editor-words.ts';
import {
  choiceField,
  type Form,
  figureField,
  halves,
  percent,
  pressure,
  type Scale,
  switchField,
  textField,
  whole,
} from './form.ts';

export type GroupKey = keyof EditorWords['groups'];

interface Figure {
  readonly range: Range;
  readonly scale: () => Scale;
  readonly of: (program: Program) => number | null;
}

const figures: Readonly<Record<FigureField, Figure>> = {
  peak: { range: ranges.peak, scale: pressure, of: ({ peak }) => peak },
  minutes: { range: ranges.minutes, scale: () => whole, of: ({ minutes }) => minutes },
  prefill: { range: ranges.prefill, scale: pressure, of: ({ pattern }) => pattern.prefill },
  onsetDelay: { range: ranges.onsetDelay, scale: () => halves, of: ({ pattern }) => pattern.onsetDelay },
  steps: { range: ranges.steps, scale: () => whole, of: ({ pattern }) => pattern.steps },
  ramp: { range: ranges.ramp, scale: pressure, of: ({ pattern }) => pattern.ramp },
  hold: { range: ranges.hold, scale: () => halves, of: ({ pattern }) => pattern.hold },
  pulseOn: { range: ranges.pulseOn, scale: () => halves, of: ({ pattern }) => pattern.pulse?.on ?? null },
  pulseOff: { range: ranges.pulseOff, scale: () => halves, of: ({ pattern }) => pattern.pulse?.off ?? null },
  pulseCount: {
    range: ranges.pulseCount,
    scale: () => whole,
    of: ({ pattern }) => pattern.pulse?.count ?? null,
  },
  pulseFloor: {
    range: ranges.pulseFloor,
    scale: () => percent,
    of: ({ pattern }) => pattern.pulse?.floor ?? null,
  },
  trailingHolds: {
    range: ranges.trailingHolds,
    scale: () => whole,
    of: ({ pattern }) => pattern.trailingHolds,
  },
  rest: { range: ranges.rest, scale: () => whole, of: ({ pattern }) => pattern.rest },
  warmUpCycles: { range: ranges.warmUpCycles, scale: () => whole, of: ({ pattern }) => pattern.warmUpCycles },
};

/** Empty if the program has no such figure, for example one of the pulses in a program without pulses. */
function figure(form: Form, field: FigureField) {
  const { range, scale, of } = figures[field];
  const value = of(form.program);
  if (value === null) return [];
  return [
    figureField(form, {
      spot: field,
      label: editorWords().figures[field],
      hint: editorWords().hints[field],
      value,
      range,
      scale: scale(),
      edit: (typed) => ({ kind: 'figure', field, value: typed }),
    }),
  ];
}

const about = (form: Form) => {
  const { texts } = editorWords();
  const { name, purpose, pattern } = form.program;
  const text = (field: 'name' | 'purpose' | 'patternName', value: string) =>
    textField(form, {
      spot: field,
      label: texts[field],
      value,
      edit: (said) => ({ kind: 'text', field, text: said }),
    });
  return [text('name', name), text('purpose', purpose), text('patternName', pattern.name)];
};

const wave = (form: Form) => {
  const words = editorWords();
  const { pattern } = form.program;
  return [
    choiceField(form, {
      spot: 'onset',
      label: words.onset,
      values: ['inTurn', 'delayed', 'together'] as const,
      says: words.onsets,
      chosen: onsetOf(pattern),
      edit: (onset) => ({ kind: 'onset', onset }),
    }),
    ...(onsetOf(pattern) === 'delayed' ? figure(form, 'onsetDelay') : []),
    ...(['steps', 'ramp', 'hold', 'trailingHolds'] as const).flatMap((field) => figure(form, field)),
    choiceField<Pattern['release']>(form, {
      spot: 'release',
      label: words.release,
      values: ['trailing', 'together'],
      says: words.releases,
      chosen: pattern.release,
      edit: (release) => ({ kind: 'release', release }),
    }),
    ...(['rest', 'prefill', 'warmUpCycles'] as const).flatMap((field) => figure(form, field)),
  ];
};

const pulses = (form: Form) => {
  const words = editorWords();
  const { pattern } = form.program;
  return [
    switchField(form, {
      spot: 'pulses',
      label: words.pulses,
      on: pattern.pulse !== null,
      edit: (on) => ({ kind: 'pulses', on }),
    }),
    ...(['pulseCount', 'pulseOn', 'pulseOff', 'pulseFloor'] as const).flatMap((field) => figure(form, field)),
    switchField(form, {
      spot: 'breathing',
      label: words.breathing,
      on: pattern.breathing,
      edit: (on) => ({ kind: 'breathing', on }),
    }),
  ];
};

const legs = (form: Form) => [
  choiceField<Pattern['legs']>(form, {
    spot: 'legs',
    label: editorWords().legsName,
    values: ['together', 'alternate', 'left', 'right'],
    says: editorWords().legs,
    chosen: form.program.pattern.legs,
    edit: (value) => ({ kind: 'legs', legs: value }),
  }),
];

const fieldsOf: Readonly<Record<'about' | 'whole' | 'wave' | 'pulses' | 'legs', (form: Form) => unknown[]>> =
  {
    about,
    whole: (form) => [...figure(form, 'peak'), ...figure(form, 'minutes')],
    wave,
    pulses,
    legs,
  };

export const groupFields = (form: Form, key: keyof typeof fieldsOf) =>
  html`<div class="fields">${fieldsOf[key](form)}</div>`;

const spotsInGroup: Readonly<Record<GroupKey, (spot: Spot) => boolean>> = {
  about: (spot) => spot === 'name' || spot === 'purpose' || spot === 'patternName',
  whole: (spot) => spot === 'peak' || spot === 'minutes',
  wave: (spot) =>
    (
      [
        'onset',
        'onsetDelay',
        'steps',
        'ramp',
        'hold',
        'trailingHolds',
        'release',
        'rest',
        'prefill',
        'warmUpCycles',
      ] as const
    ).some((field) => field === spot),
  parts: (spot) => spot.includes('-of-'),
  pulses: (spot) => spot === 'breathing' || spot.startsWith('pulse'),
  turns: (spot) => spot === 'turns' || spot.startsWith('turn-'),
  legs: (spot) => spot === 'legs',
};

export const hasProblem = ({ problems }: Form, key: GroupKey): boolean =>
  [...problems.keys()].some(spotsInGroup[key]);
