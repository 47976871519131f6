import { expect, it } from 'vitest';
import { restingView } from '../../../../src/app/session/resting-view.ts';
import { project } from '../../../../src/session/reading/project.ts';
import { initialState } from '../../../../src/session/state.ts';

it('the view before the session has loaded equals the session’s first view', () => {
  expect(restingView).toEqual(project(initialState));
});
