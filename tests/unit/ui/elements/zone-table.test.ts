import { afterEach, expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { ZoneView } from '../../../../src/session/view.ts';
import { ZoneTable } from '../../../../src/ui/elements/live/zone-table.ts';
import { switchLanguage } from '../../../../src/words/switch-language.ts';

afterEach(() => switchLanguage('en', { pressureUnit: 'mmHg' }));

const calf: ZoneView = { part: 'calf', pressure: mmhg(31), target: mmhg(30) };

it('names the zones in the language of the page', async () => {
  await switchLanguage('fr', { pressureUnit: 'mmHg' });
  customElements.define('heartward-zone-table', ZoneTable);
  const table = new ZoneTable();
  Object.assign(table, { legs: { left: [calf], right: [calf] }, open: true });
  const shown = JSON.stringify(table.render());
  expect(shown).toContain('Mollet gauche');
  expect(shown).toContain('Mollet droit');
  expect(shown).not.toContain('calf');
});
