/**
 * The editor's place, a screen with its own address: opens the program that the address names, draws the editor's screens, and carries out
 * the user's intents there.
 */

import { html } from 'lit';
import { systemClock } from '../../clock/system-clock.ts';
import { whenIdle } from '../../clock/when-idle.ts';
import { blankProgram } from '../../program/edit/draft.ts';
import { sixZones } from '../../program/edit/six-zones.ts';
import { plainPrograms } from '../../program/patterns.ts';
import { programs } from '../../program/presets.ts';
import type { Program } from '../../program/program.ts';
import { changedName, programWithSettings } from '../../program/program-with-settings.ts';
import { isActive, type SessionView } from '../../session/view.ts';
import { drawingOf, previewOf } from '../../timeline/preview/preview-of.ts';

import type { StartView } from '../../ui/places/editor/editor-start.ts';
import '../../ui/places/editor/register-editor.ts';
import {
  addressOf,
  boots,
  editor as editorAddress,
  editorOf,
  placeAt,
  scanner,
} from '../../ui/places/place.ts';
import type { PageOfPlace, PlaceScreen } from '../../ui/places/place-screen.ts';
import { isPossible, settingsOfCard } from '../../ui/preview/preview-controller.ts';
import { editorWords } from '../../words/editor/editor-in-use.ts';
import { openCamera } from '../codes/camera.ts';
import { CodeScan } from '../codes/code-scan.ts';
import { deviceStore } from '../device-storage/device-store.ts';
import { draftsValue, EditorDrafts } from '../device-storage/editor-drafts.ts';
import { downloadAndShare } from '../download-and-share.ts';
import { once } from '../once.ts';
import { PreviewQueue } from '../programs/preview-queue.ts';
import type { LibraryParts } from '../programs/program-library.ts';
import { Editor } from './editor.ts';
import type { EditStart } from './open-draft.ts';
import { Trials } from './trials.ts';

const NEW_PROGRAM = 'new';
const [SCANNER] = scanner.path;

export interface EditorDependencies {
  readonly library: LibraryParts;
  readonly choose: (program: Program) => void;
}

const startOf = (view: StartView) => html`<heartward-editor-start .view=${view}></heartward-editor-start>`;

const settingsOf = (program: Program) => settingsOfCard(program, sixZones.parts);

export async function openEditor(
  page: PageOfPlace,
  { library: libraryParts, choose }: EditorDependencies,
): Promise<PlaceScreen> {
  const { own, documents } = libraryParts;
  await own.loaded;
  const codes = once(async () => (await import('../codes/codes.ts')).codes);
  const previews = new PreviewQueue(whenIdle, async () => previewOf);
  const unsaved = await EditorDrafts.open((await deviceStore()).value(draftsValue));
  const editor = new Editor({
    own,
    unsaved,
    documents,
    sharing: downloadAndShare,
    page: `${location.origin}${location.pathname}`,
    codes,
    draw: (program) => {
      const settings = settingsOf(program);
      return isPossible(settings, sixZones) ? drawingOf(settings, sixZones) : null;
    },
    go: (id) => page.go(id === null ? editorAddress : editorOf(id)),
  });
  editor.view.subscribe(() => page.redraw());
  own.now.subscribe(() => page.redraw());
  unsaved.now.subscribe(() => page.redraw());
  previews.watch(() => page.redraw());

  const trials = new Trials(() => page.redraw());
  const scan = new CodeScan({
    clock: systemClock,
    open: openCamera,
    codes,
    found: (text) => editor.openText(text),
    changed: () => page.redraw(),
  });
  window.addEventListener('hashchange', () => {
    const place = placeAt(location.hash);
    if (place?.name !== 'editor') trials.drop();
    if (place === null || addressOf(place) !== addressOf(scanner)) scan.end();
  });
  let isBusy = false;

  /**
   * Returns a function that finds the program to begin with, or returns null if no program has this id. A built-in program, or one with
   * settings that the user chose for the boots, is edited as a copy, whose name says that it has changed.
   */
  const begin = (id: string, view: SessionView) => (): EditStart | null => {
    if (id === NEW_PROGRAM) return { program: blankProgram(editorWords().blank), kept: null };
    const kept = own.now.value.programs.find((each) => each.id === id);
    const program = kept ?? [...programs, ...plainPrograms].find((each) => each.id === id);
    if (program === undefined) return null;
    const set =
      view.program.id === id ? programWithSettings(view.settings, view.boots?.parts ?? []) : program;
    return kept !== undefined && set === program
      ? { program, kept }
      : { program: { ...set, name: changedName(set.name) }, kept: null };
  };

  return {
    title: ({ path: [id] }) => {
      const { start, scan: scanning, editing } = editorWords();
      if (id === SCANNER) return scanning.title;
      return id === undefined ? start.title : editing(editor.view.value?.draft.name ?? '');
    },
    draw: ({ path: [id] }, view) => {
      isBusy = isActive(view.phase);
      if (isBusy) trials.drop();
      if (id === SCANNER) return html`<heartward-code-reader .scan=${scan.view}></heartward-code-reader>`;
      const isOpen = id !== undefined && editor.open(id, begin(id, view));
      const shown = editor.view.value;
      if (!isOpen || shown === null) {
        return startOf({
          unsaved: unsaved.now.value,
          own: own.now.value.programs,
          programs,
          plain: plainPrograms,
          outcome: editor.outcome,
          gone: id !== undefined && editor.outcome === null,
        });
      }
      const settings = settingsOf(shown.draft);
      const whole = shown.problems.length === 0 ? previews.of(settings, sixZones, null) : null;
      return html`<heartward-editor .view=${shown} .whole=${whole} .trial=${trials.view} ?busy=${isBusy}></heartward-editor>`;
    },
    intents: {
      editDraft: (edit, gesture) => editor.edit(edit, gesture),
      undoEdit: () => editor.undo(),
      redoEdit: () => editor.redo(),
      discardDraft: (id) => editor.discard(id),
      saveDraft: () => void editor.save(),
      duplicateDraft: () => void editor.duplicate(),
      removeDraft: () => void editor.remove(),
      restoreDraft: (program) => void editor.restore(program),
      downloadDraft: () => editor.download(),
      shareDraft: () => void editor.share(),
      showDraftCode: () => void editor.showCode(),
      useDraft: (program) => {
        choose(program);
        page.go(boots);
      },
      tryDraft: () => {
        const draft = isBusy ? null : editor.validDraft();
        if (draft !== null) trials.begin(draft);
      },
      endTrial: () => trials.end(),
      closeTrial: () => trials.drop(),
      scanCode: () => void scan.begin(),
      dismissEditorOutcome: () => editor.dismiss(),
    },
  };
}
