/**
 * Pictures of the editor: its start page, drafts in several states, a trial, a code to share, and the scan of a
 * code.
 */

import { html } from 'lit';
import { encodeQR } from 'qr';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { draftView, openDraft, withHistory } from '../../../src/app/editor/open-draft.ts';
import { documentText } from '../../../src/program/document.ts';
import { applyEdit, type Edit } from '../../../src/program/edit/edit.ts';
import { recordChange } from '../../../src/program/edit/history.ts';
import { sixZones } from '../../../src/program/edit/six-zones.ts';
import { plainPrograms } from '../../../src/program/patterns.ts';
import { muscleFlush } from '../../../src/program/presets/muscle-flush.ts';
import { trail } from '../../../src/program/presets/trail.ts';
import { programs } from '../../../src/program/presets.ts';
import { type Program, startingSettings } from '../../../src/program/program.ts';
import { validate } from '../../../src/program/settings.ts';
import { drawingOf, previewOf } from '../../../src/timeline/preview/preview-of.ts';
import type { StartView } from '../../../src/ui/places/editor/editor-start.ts';
import type { EditorView } from '../../../src/ui/places/editor/editor-view.ts';
import type { TrialView } from '../../../src/ui/places/editor/trial/trial-view.ts';
import { editor, editorOf, type Place } from '../../../src/ui/places/place.ts';
import { bootsView, sessionView } from '../../unit/session-view.ts';
import type { Picture } from './picture.ts';

const draw = (program: Program) =>
  validate(startingSettings(program), sixZones).length === 0
    ? drawingOf(startingSettings(program), sixZones)
    : null;

function viewOf(program: Program, edits: readonly Edit[] = [], more: Partial<EditorView> = {}): EditorView {
  const desk = edits.reduce(
    (so, edit) => withHistory(so, recordChange(so.history, applyEdit(so.history.now, edit), null), draw),
    openDraft(program, null, draw),
  );
  return { ...draftView(desk, documentText), outcome: null, ...more };
}

const trial: TrialView = {
  state: 'running',
  session: sessionView({ phase: 'running', link: 'connected', boots: bootsView() }),
  trace: { revision: 0, newest: () => null, last: () => [], whole: () => [] },
  highest: mmhg(62),
  rate: 20,
};

const at = (place: Place, drawn: unknown): Picture => ({
  view: sessionView(),
  place,
  places: { editor: () => Promise.resolve({ title: () => 'Programs', draw: () => drawn }) },
});

const editing = (view: EditorView, tried: TrialView | null = null): Picture => {
  const whole = view.problems.length === 0 ? previewOf(startingSettings(view.draft), sixZones) : null;
  return at(
    editorOf(view.draft.id),
    html`<heartward-editor .view=${view} .whole=${whole} .trial=${tried}></heartward-editor>`,
  );
};

const start: StartView = {
  unsaved: [{ at: 'new', draft: { ...trail, name: 'Half a program' } }],
  own: [{ ...trail, id: 'own-1', name: 'Hill days' }],
  programs,
  plain: plainPrograms,
  outcome: { kind: 'removed', program: { ...trail, name: 'Old one' } },
  gone: false,
};

export const picturedEditor: Readonly<Record<string, Picture>> = {
  'editor-start': at(editor, html`<heartward-editor-start .view=${start}></heartward-editor-start>`),
  'editor-turns': editing(viewOf(muscleFlush)),
  'editor-problems': editing(
    viewOf(trail, [
      { kind: 'partPeak', part: 'foot', peak: 12 },
      { kind: 'figure', field: 'rest', value: Number.NaN },
      { kind: 'text', field: 'name', text: '' },
    ]),
  ),
  'editor-trial': editing(
    viewOf(trail, [{ kind: 'partPeak', part: 'calf', peak: 66 }], {
      outcome: {
        kind: 'code',
        rows: encodeQR('https://heartward.example/#program=eyJ9', 'raw', { border: 4 }),
      },
    }),
    trial,
  ),
  'editor-scan': at(
    editorOf('scan'),
    html`<heartward-code-reader .scan=${{ kind: 'refused' }}></heartward-code-reader>`,
  ),
};
