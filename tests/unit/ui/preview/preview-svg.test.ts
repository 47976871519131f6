import { afterEach, expect, it } from 'vitest';
import { postMarathon } from '../../../../src/program/presets/post-marathon.ts';
import { startingSettings } from '../../../../src/program/program.ts';
import { previewOf } from '../../../../src/timeline/preview/preview-of.ts';
import { previewSvg } from '../../../../src/ui/preview/preview-svg.ts';
import { switchLanguage } from '../../../../src/words/switch-language.ts';
import { shapeFor } from '../../session-view.ts';

afterEach(() => switchLanguage('en', { pressureUnit: 'mmHg' }));

it('labels the lanes in the language in use, as the picture on the page does', async () => {
  await switchLanguage('fr', { pressureUnit: 'mmHg' });
  const shape = shapeFor();
  const file = previewSvg(previewOf(startingSettings(postMarathon), shape), {
    title: '',
    subtitle: '',
    id: 'p',
  });
  expect(file).toContain('>mollet<');
  expect(file).not.toContain('>calf<');
});
