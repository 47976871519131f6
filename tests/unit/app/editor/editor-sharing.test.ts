/** Sharing a program from the editor as a file, a link or a QR code, and adding a program from a scanned code. */

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { documents } from '../../../../src/app/programs/documents.ts';
import { readDocument } from '../../../../src/program/document.ts';
import { applyEdit, type Edit } from '../../../../src/program/edit/edit.ts';
import { programInLink } from '../../../../src/program/link.ts';
import { trail } from '../../../../src/program/presets/trail.ts';
import type { Program } from '../../../../src/program/program.ts';
import { OpenEditor, page } from './open-editor.ts';

let opened: OpenEditor;

beforeEach(async () => {
  opened = await OpenEditor.on();
});

/** A program near the largest permitted size: twelve sections with all parts, and the longest purpose. */
function largest(): Program {
  const sections = Array.from({ length: 12 }, (_, index) => index + 1);
  const parts = ['foot', 'ankle', 'calf', 'knee', 'lower thigh', 'upper thigh'] as const;
  const edits: readonly Edit[] = [
    { kind: 'text', field: 'purpose', text: '\u{1F9B5}'.repeat(200) },
    ...sections.slice(1).map(() => ({ kind: 'addSection' }) as const),
    { kind: 'figure', field: 'peak', value: 28 },
    ...sections.flatMap((section) =>
      parts.map((part) => ({ kind: 'partInSection', section, part, on: true }) as const),
    ),
  ];
  return edits.reduce(applyEdit, trail);
}

describe('sharing the program as edited', () => {
  it('downloads a file', () => {
    opened.begin();
    opened.peak(44);
    opened.editor.download();
    const [[file, text] = ['', '']] = opened.saved;
    expect(file).toBe('trail.json');
    const read = readDocument(text);
    expect(read.ok && read.program.peak).toBe(44);
  });

  it('copies a link, or shows it if it cannot be copied', async () => {
    opened.begin();
    opened.peak(44);
    await opened.editor.share();
    expect(opened.view.outcome).toEqual({ kind: 'linkCopied' });
    const read = programInLink(opened.given[0] ?? '');
    expect(read?.ok && read.program.peak).toBe(44);
    opened.gives = 'impossible';
    await opened.editor.share();
    expect(opened.view.outcome).toEqual({ kind: 'link', link: opened.given[1] });
  });

  it('shows a QR code, unless the program is too large for one', async () => {
    opened.begin();
    await opened.editor.showCode();
    const { outcome } = opened.view;
    expect(outcome?.kind).toBe('code');
    opened.begin({ ...largest(), id: 'largest' });
    expect(opened.view.problems).toEqual([]);
    await opened.editor.showCode();
    expect(opened.view.outcome).toEqual({ kind: 'codeTooLarge' });
  });
});

describe('the text of a scanned code', () => {
  it('adds its program to the own ones, once, and opens it; a text without a program is not used', async () => {
    const link = documents.linkTo(trail, page);
    expect(opened.editor.openText('https://example.org/menu')).toBe(false);
    expect(opened.editor.openText(link)).toBe(true);
    await opened.haveNames(['Trail']);
    await vi.waitFor(() => expect(opened.view).toMatchObject({ isKept: true, outcome: { kind: 'taken' } }));
    expect(opened.went.at(-1)).toMatch(/^own-/);
    expect(opened.editor.openText(documents.documentText(trail))).toBe(true);
    await opened.haveNames(['Trail']);
  });

  it('is refused with the reason if its program cannot be used', () => {
    expect(opened.editor.openText(`${page}#program=x`)).toBe(true);
    expect(opened.editor.outcome).toEqual({ kind: 'refused', problems: [{ kind: 'linkDamaged' }] });
    expect(opened.went).toEqual([null]);
  });
});
