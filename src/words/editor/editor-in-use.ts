/** The words of the editor in the current language. They load with the editor. */

import { editorEnglish } from '../en/editor/english.ts';
import { part } from '../part.ts';

export const editorWords = part(editorEnglish, {
  fr: () => import('../fr/editor/french.ts').then(({ editorFrench }) => editorFrench),
});
