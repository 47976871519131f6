import { expect, it } from 'vitest';
import { knownBootsAtHome } from '../../../../src/app/session/known-boots-at-home.ts';
import { emptyHome } from '../../../../src/ui/places/at-home.ts';
import { bootsView, sessionView } from '../../session-view.ts';

/** A page on which real boots have been connected. */
async function connectedPage(remembers: boolean) {
  const app = { atHome: emptyHome };
  const known = knownBootsAtHome(app, { chosen: () => ['device-1'], knows: async () => remembers });
  known.onView(sessionView({ link: 'connected', boots: bootsView({ simulated: false }) }));
  await expect.poll(() => app.atHome.knownBoots).toMatchObject({ chooser: !remembers });
  return known;
}

it('the last session is repeated without the chooser if the browser remembers its boots', async () => {
  const known = await connectedPage(true);
  expect(known.source()).toBe('paired');
  expect(known.source(true)).toEqual({ known: ['device-1'] });
  await expect(new Promise<string>((repeat) => known.ifRemembered(() => repeat('repeated')))).resolves.toBe(
    'repeated',
  );
});

it('the last session is repeated with the chooser, and never unasked, if the browser does not remember its boots', async () => {
  const known = await connectedPage(false);
  expect(known.source(true)).toBe('paired');
  let repeated = false;
  known.ifRemembered(() => {
    repeated = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(repeated).toBe(false);
});
