/** Wraps the plan's section of the home screen, so that home can draw it without loading the plan's code. */

import { html } from 'lit';
import { standsAlone } from '../../../plan/today.ts';
import type { TodayPart } from '../at-home.ts';
import type { PlanView } from './plan-view.ts';

/** Null = there is no plan. */
export function todayPart(view: PlanView): TodayPart | null {
  const { current } = view;
  if (current === null) return null;
  return {
    draw: () => html`<heartward-today .view=${view}></heartward-today>`,
    isAlone: () => standsAlone(current.plan) !== null,
  };
}
