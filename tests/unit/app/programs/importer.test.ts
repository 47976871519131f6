import { describe, expect, it } from 'vitest';
import { isForPlan, isPlanText, sorted } from '../../../../src/app/programs/importer.ts';
import { compactPlan, planText } from '../../../../src/plan/document.ts';
import { planLink } from '../../../../src/plan/link.ts';
import { documentText } from '../../../../src/program/document.ts';
import { deskSide } from '../../../../src/program/presets/desk-side.ts';
import { requestFor } from '../../plan/request-for.ts';

const request = requestFor('marathon');
const file = (name: string, text: string) => new File([text], name);

describe('a file or text dropped on the page', () => {
  it('goes to the plan if it is a plan, a link to one, or an activity', async () => {
    expect(await isForPlan(file('plan.json', planText(request)))).toBe(true);
    expect(await isForPlan(file('plan.json', compactPlan(request)))).toBe(true);
    expect(await isForPlan(file('Run.GPX', '<gpx>'))).toBe(true);
    expect(await isForPlan(file('run.tcx', ''))).toBe(true);
    expect(isPlanText(planLink(request, 'https://example.org/'))).toBe(true);
  });

  it('goes to the program library otherwise', async () => {
    expect(await isForPlan(file('program.json', documentText(deskSide)))).toBe(false);
    expect(await isForPlan(file('picture.png', 'heartward-plan'))).toBe(false);
    expect(isPlanText('https://example.org/#program=x')).toBe(false);
  });

  it('is sorted by its own kind, whatever came before it', async () => {
    const plan = file('plan.json', planText(request));
    const program = file('program.json', documentText(deskSide));
    expect(await sorted([program, plan])).toEqual({ plans: [plan], programs: [program] });
    expect(await sorted([plan, program])).toEqual({ plans: [plan], programs: [program] });
  });
});
