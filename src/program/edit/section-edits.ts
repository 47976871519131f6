/** Edits of the sections of a pattern. On screen a section is called a turn, and a pattern without sections has one turn: the whole leg. */

import { type LegPart, legParts, type Program, type Section } from '../program.ts';
import { ranges } from '../ranges.ts';

/** Sections and turns count from 1. */
export type SectionEdit =
  /** Moves a part to another turn. The number after the last turn makes a new one. */
  | { readonly kind: 'partTurn'; readonly part: LegPart; readonly turn: number }
  /** Puts a part into a turn, or takes it out. The part stays in its other turns. */
  | {
      readonly kind: 'partInSection';
      readonly section: number;
      readonly part: LegPart;
      readonly on: boolean;
    }
  | { readonly kind: 'sweeps'; readonly section: number; readonly sweeps: number }
  | { readonly kind: 'moveSection'; readonly section: number; readonly to: number }
  | { readonly kind: 'addSection' }
  | { readonly kind: 'removeSection'; readonly section: number };

type Sections = readonly Section[];

const DEFAULT_SWEEPS = 5;

const inLegOrder = (parts: readonly LegPart[]): readonly LegPart[] =>
  legParts.filter((part) => parts.includes(part));

const sectionsOf = ({ pattern: { sections } }: Program): Sections =>
  sections.length > 0 ? sections : [{ parts: legParts, sweeps: DEFAULT_SWEEPS }];

/** If the only turn has every part that is on, the pattern needs no sections. */
function withoutSingleTurn(sections: Sections, { shape }: Program): Sections {
  const [only] = sections;
  const isWhole =
    sections.length === 1 &&
    legParts.every((part) => !shape[part].enabled || only?.parts.includes(part) === true);
  return isWhole ? [] : sections;
}

/** The first turn that has the part; 0 if none has it, 1 if the pattern has no sections. */
export function turnOfPart({ pattern: { sections } }: Program, part: LegPart): number {
  return sections.length === 0 ? 1 : sections.findIndex(({ parts }) => parts.includes(part)) + 1;
}

/** The highest turn to which a part can be moved: one after the last, as far as a pattern may have that many. */
export const mostTurns = ({ pattern: { sections } }: Program): number =>
  Math.min(ranges.sections.most, Math.max(1, sections.length) + 1);

/**
 * Moves a part to one turn and out of the others. Moves nothing if `turn` is the first turn that has the part, or is not a number, as while
 * a person is typing.
 */
export function withPartTurn(program: Program, part: LegPart, turn: number): Sections {
  if (!Number.isFinite(turn)) return program.pattern.sections;
  const to = Math.min(mostTurns(program), Math.max(1, Math.round(turn)));
  if (to === turnOfPart(program, part)) return program.pattern.sections;
  const there = sectionsOf(program);
  const opened = to > there.length ? [...there, { parts: [], sweeps: DEFAULT_SWEEPS }] : there;
  const moved = opened.map(({ parts, sweeps }, index): Section => {
    const others = parts.filter((each) => each !== part);
    return { parts: index === to - 1 ? inLegOrder([...others, part]) : others, sweeps };
  });
  return withoutSingleTurn(
    moved.filter(({ parts }) => parts.length > 0),
    program,
  );
}

export function withPartInSection(
  program: Program,
  { section, part, on }: Extract<SectionEdit, { readonly kind: 'partInSection' }>,
): Sections {
  return program.pattern.sections.map((each, index): Section => {
    if (index !== section - 1) return each;
    const others = each.parts.filter((other) => other !== part);
    return { ...each, parts: on ? inLegOrder([...others, part]) : others };
  });
}

export const withSweeps = (
  { pattern: { sections } }: Program,
  { section, sweeps }: Extract<SectionEdit, { readonly kind: 'sweeps' }>,
): Sections => sections.map((each, index) => (index === section - 1 ? { ...each, sweeps } : each));

export function withMovedSection(
  { pattern: { sections } }: Program,
  { section, to }: Extract<SectionEdit, { readonly kind: 'moveSection' }>,
): Sections {
  const moved = sections[section - 1];
  if (moved === undefined || to < 1 || to > sections.length) return sections;
  const others = sections.filter((_, index) => index !== section - 1);
  return [...others.slice(0, to - 1), moved, ...others.slice(to - 1)];
}

/**
 * Adds a turn, unless the pattern has the most that it may have. A pattern without sections gets two: the lower and the upper leg. A
 * further turn has the parts that are in no turn yet, or the whole leg if there are none.
 */
export function withSection(program: Program): Sections {
  const { sections } = program.pattern;
  if (sections.length === 0) {
    return [
      { parts: legParts.slice(0, 3), sweeps: DEFAULT_SWEEPS },
      { parts: legParts.slice(3), sweeps: DEFAULT_SWEEPS },
    ];
  }
  if (sections.length >= ranges.sections.most) return sections;
  const left = legParts.filter((part) => turnOfPart(program, part) === 0);
  return [...sections, { parts: left.length > 0 ? left : legParts, sweeps: DEFAULT_SWEEPS }];
}

export const withoutSection = (program: Program, section: number): Sections =>
  withoutSingleTurn(
    program.pattern.sections.filter((_, index) => index !== section - 1),
    program,
  );
