import { expect, it } from 'vitest';
import { restingView } from '../../../../src/app/session/resting-view.ts';
import { project } from '../../../../src/session/reading/project.ts';
import { initialState } from '../../../../src/session/state.ts';

it('shows, before the session is loaded, what the session shows when it begins', () => {
  expect(restingView).toEqual(project(initialState));
});
