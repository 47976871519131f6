/** Draws programs as pictures, and makes a page that shows them without loading other files. */

import { rules } from '../../../firmware-protocol/limits.ts';
import type { BootsShape } from '../../program/boots-shape.ts';
import { type Program, type Settings, startingSettings } from '../../program/program.ts';
import { validate } from '../../program/settings.ts';
import type { Preview } from '../../timeline/preview/preview.ts';
import { previewOf } from '../../timeline/preview/preview-of.ts';
import { previewSvg } from '../../ui/preview/preview-svg.ts';
import { words } from '../../words/in-use.ts';

export interface GalleryEntry {
  readonly program: Program;
  /** Null if these boots cannot play the program. */
  readonly preview: Preview | null;
  readonly problems: readonly string[];
}

export interface GalleryPage {
  /** Such as "a hub with one pump of 12 L/min, 5 zones per leg". */
  readonly boots: string;
  readonly presets: readonly GalleryEntry[];
  readonly patterns: readonly GalleryEntry[];
}

/** Confirms pressures above 80 mmHg. */
const ownSettings = (program: Program): Settings => ({
  ...startingSettings(program),
  confirmed: program.peak > rules.confirmAbove,
});

export function galleryEntry(program: Program, boots: BootsShape): GalleryEntry {
  const settings = ownSettings(program);
  const problems = validate(settings, boots);
  return {
    program,
    preview: problems.length === 0 ? previewOf(settings, boots) : null,
    problems: problems.map((problem) => {
      const { reason, suggestion } = words.problem(problem);
      return [reason, suggestion].filter(Boolean).join(' ');
    }),
  };
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const asked = ({ peak, minutes }: Program): string =>
  `${words.numbers.withUnit(peak)}, ${words.numbers.count(minutes)} min`;

export const pictureFile = ({ program, preview }: GalleryEntry): string | null =>
  preview === null
    ? null
    : previewSvg(preview, { title: program.name, subtitle: asked(program), id: program.id });

const STYLE = `
:root{color-scheme:light dark;--paper:light-dark(#f6f4ef,#0f141a);--card:light-dark(#fffdf9,#171e26);--ink:light-dark(#16202a,#e9eef2);--soft:light-dark(#5a6570,#98a6b2);--line:light-dark(#dfdad0,#27313b)}
body{margin:0;padding:32px clamp(14px,4vw,56px) 64px;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif;font-variant-numeric:tabular-nums}
h1{font-size:34px;line-height:1.15;letter-spacing:-.018em;margin:0 0 6px}h2{font-size:22px;margin:44px 0 16px}p{margin:0;max-width:70ch}.soft{color:var(--soft)}
main{display:grid;gap:20px;grid-template-columns:repeat(auto-fill,minmax(min(100%,560px),1fr))}
article{background:var(--card);border:1px solid var(--line);border-radius:20px;overflow:hidden;padding-block-end:18px}article>p,article>ul{padding-inline:24px;margin:0}article>h3{margin:24px 24px 4px;font-size:20px}ul{list-style:none}article svg{display:block;width:100%;height:auto}`;

function article(each: GalleryEntry): string {
  const { program, preview, problems } = each;
  const lines = preview === null ? problems : words.adaptations(preview.adaptations);
  const items = lines.map((line) => `<li class="soft">${escaped(line)}</li>`).join('');
  const picture =
    pictureFile(each) ?? `<h3>${escaped(program.name)}</h3><p class="soft">These boots cannot play it.</p>`;
  return `<article id="${escaped(program.id)}">${picture}<p>${escaped(program.purpose)}</p>${items ? `<ul>${items}</ul>` : ''}</article>`;
}

export const galleryHtml = ({ boots, presets, patterns }: GalleryPage): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Heartward: programs</title>
<style>${STYLE}</style>
<h1>Programs</h1>
<p class="soft">One cycle of each, foot at the bottom: the filled shape is the expected pressure, the dashed line the target. Below it, the whole session. Drawn for ${escaped(boots)}.</p>
<h2>Presets</h2>
<main>
${presets.map(article).join('\n')}
</main>
<h2>Patterns</h2>
<main>
${patterns.map(article).join('\n')}
</main>
</html>
`;
