/** During a session, the page is replaced by a newer version, one of whose rules the session's program breaks. */

import { expect, it } from 'vitest';
import { documentText } from '../../../src/program/document.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { shaped } from '../../unit/program/altered.ts';
import { Pages } from './pages.ts';

interface Stored {
  readonly plan: { readonly settings: { readonly program: { text: string } } };
}

/** A part of the leg is squeezed above one that is off. */
const broken = { ...shaped(postMarathon, { foot: { enabled: false } }), name: 'Under earlier rules' };

const left = async () => {
  const pages = new Pages();
  const before = await pages.running(4);
  before.kill();
  const { plan } = pages.storage.stored as Stored;
  plan.settings.program.text = documentText(broken);
  return pages;
};

it('the next page knows the session, stops it, lets the air out and says why', async () => {
  const pages = await left();
  const page = pages.open();
  await pages.connected(page);
  expect(page.view.program.name).toBe(broken.name);
  expect(page.view.notice).toMatchObject({ kind: 'programRefused', problems: [{ kind: 'partOffBelow' }] });
  expect(await pages.until(() => page.view.phase === 'ended', 10)).toBe(true);
  expect(page.view.ended).toBe('stoppedByController');
  expect(await pages.until(() => pages.highest < 20, 10)).toBe(true);
  expect(pages.storage.stored).toBeNull();
});

it('the next page shows how the session ended, if the boots have ended it', async () => {
  const pages = await left();
  await pages.pass(300);
  const page = pages.open();
  await pages.connected(page);
  expect(page.view).toMatchObject({ phase: 'ended', ended: 'finished' });
  expect(page.view.program.name).toBe(broken.name);
});
