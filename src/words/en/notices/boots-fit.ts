/** How the boots fit, judged by the first low filling. */

import type { FitFinding } from '../../../diagnosis/boots-fit.ts';
import { inSentences } from '../../live/spoken-parts.ts';
import type { WordsFor } from '../../notices/problem-words.ts';
import type { NoticeSentences } from '../../words.ts';
import { place } from '../body.ts';
import { capital } from '../text.ts';

const titles: WordsFor<FitFinding, string> = {
  noLeg: ({ side }) => `${capital(side)} boot: is there a leg in it?`,
  loose: ({ side }) => `${capital(side)} boot: is its zip closed?`,
  leak: ({ side, part }) => `${place(side, part)}: losing air`,
};

const advice: Readonly<Record<FitFinding['kind'], string>> = {
  noLeg:
    'It is clearly stiffer than the other one. If it is empty, or much too tight, press Stop and put it on again.',
  loose:
    'It took clearly more air than the other one before it was tight. If it is loose, press Stop, close its zip and start again.',
  leak: 'Its pressure fell while its valves were closed. Press Stop, check its hose at both ends and the zip, then start again. If it happens again, this part leaks.',
};

const titleOf = (finding: FitFinding): string =>
  (titles[finding.kind] as (finding: FitFinding) => string)(finding);

export const misfit: NoticeSentences['misfit'] = ({ findings, held }) => {
  const [first, ...more] = findings;
  return {
    urgency: 'care',
    title: first ? titleOf(first) : '',
    advice: [
      ...(first ? [advice[first.kind]] : []),
      ...more.map((finding) => inSentences([titleOf(finding), advice[finding.kind]])),
      ...(held ? ['This page has paused the session. To go on all the same, press Resume.'] : []),
    ],
    answer: held ? 'none' : 'dismiss',
  };
};
