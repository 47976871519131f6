/** Registers the elements of the editor. */

import { CodeReader } from './code-reader.ts';
import { EditDrawing } from './drawing/edit-drawing.ts';
import { EditorScreen } from './editor-screen.ts';
import { EditorStart } from './editor-start.ts';
import { TrialPanel } from './trial/trial-panel.ts';

customElements.define('heartward-edit-drawing', EditDrawing);
customElements.define('heartward-code-reader', CodeReader);
customElements.define('heartward-trial', TrialPanel);
customElements.define('heartward-editor', EditorScreen);
customElements.define('heartward-editor-start', EditorStart);
