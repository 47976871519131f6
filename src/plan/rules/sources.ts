/** The sources of the rules; words/en/plan/sources.ts names each, and says what a study found. */

export type Source =
  /** `studies`: null for a single study. `people`: null if the source does not state their number. */
  | {
      readonly kind: 'study';
      readonly doi: string;
      readonly studies: number | null;
      readonly people: number | null;
    }
  /** What runners and their coaches do, without a study for the figure. */
  | { readonly kind: 'practice' }
  | { readonly kind: 'choice' }
  /** A limit of this project's safety rules: conservative engineering, not a standard. */
  | { readonly kind: 'limit' };

export const sources = {
  practice: { kind: 'practice' },
  choice: { kind: 'choice' },
  limit: { kind: 'limit' },
  'boots-review': { kind: 'study', doi: '10.5114/biolsport.2024.133665', studies: 17, people: 319 },
  'walk-only': { kind: 'study', doi: '10.1371/journal.pone.0207313', studies: null, people: 46 },
  'recovery-review': { kind: 'study', doi: '10.3389/fphys.2018.00403', studies: 99, people: null },
  'ultra-trial': { kind: 'study', doi: '10.2519/jospt.2016.6455', studies: null, people: 72 },
  thirst: { kind: 'study', doi: '10.1097/JSM.0000000000000221', studies: null, people: null },
} as const satisfies Record<string, Source>;

export type SourceName = keyof typeof sources;
