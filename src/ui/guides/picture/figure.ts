/**
 * The lower body from the front and from behind, as points in the units of the picture. The points are for one side (x > 0); the picture mirrors
 * them for the other side. y grows from the waist to the floor.
 */

import type { Muscle } from '../../../guide/guide.ts';
import { type Point, points } from './smooth.ts';

export type Seen = 'front' | 'behind';

const outer: readonly Point[] = points(
  '0 2, 44 4, 52 34, 66 78, 70 122, 67 172, 60 226, 52 268, 51 296, 56 336, 53 380, 43 424, 38 456',
);
const inner: readonly Point[] = points(
  '20 456, 19 424, 13 380, 12 338, 17 298, 17 268, 11 226, 6 176, 4 132, 0 120',
);
const frontFoot: readonly Point[] = points('40 474, 52 494, 51 506, 40 511, 24 509, 17 499, 19 476');
const backFoot: readonly Point[] = points('41 474, 45 492, 42 507, 29 511, 17 507, 14 492, 18 474');

/** Half of the outline: from the middle of the waist down the outer side, around the foot, and up the inner side to the crotch. */
export const half: Readonly<Record<Seen, readonly Point[]>> = {
  front: [...outer, ...frontFoot, ...inner],
  behind: [...outer, ...backFoot, ...inner],
};

export interface Patch {
  readonly points: readonly Point[];
  readonly fibres: readonly (readonly Point[])[];
  /** Two points: a stroke toward the heart goes from the first to the second. */
  readonly way: readonly Point[];
}

export type Patches = Readonly<Partial<Record<Muscle, Patch>>>;

const ankle: Patch = {
  points: points('13 446, 29 440, 46 446, 46 466, 29 472, 13 466'),
  fibres: [],
  way: points('29 468, 29 442'),
};

export const patches: Readonly<Record<Seen, Patches>> = {
  front: {
    quadriceps: {
      points: points(
        '36 104, 54 112, 63 146, 61 190, 54 232, 45 254, 33 248, 21 256, 14 236, 13 192, 18 148, 26 116',
      ),
      fibres: [
        points('37 116, 40 160, 37 206, 33 242'),
        points('25 140, 24 190, 22 236'),
        points('53 134, 54 184, 48 236'),
      ],
      way: points('34 246, 40 118'),
    },
    hips: {
      points: points('50 38, 62 68, 69 104, 62 128, 48 112, 38 86, 40 56'),
      fibres: [points('52 58, 57 84, 60 112')],
      way: points('58 118, 49 54'),
    },
    ankles: ankle,
    feet: {
      points: points('22 474, 37 474, 48 493, 47 504, 38 507, 26 505, 20 497'),
      fibres: [],
      way: points('36 502, 30 476'),
    },
  },
  behind: {
    glutes: {
      points: points('6 62, 28 52, 54 66, 66 98, 60 128, 34 140, 8 128, 3 96'),
      fibres: [points('14 120, 38 130, 60 116')],
      way: points('34 132, 34 66'),
    },
    hamstrings: {
      points: points(
        '34 146, 60 138, 63 176, 57 224, 49 262, 41 248, 34 232, 27 248, 19 264, 14 228, 10 178, 10 142',
      ),
      fibres: [
        points('35 152, 34 190, 34 226'),
        points('22 158, 22 204, 21 246'),
        points('50 154, 49 204, 46 244'),
      ],
      way: points('34 250, 35 152'),
    },
    calves: {
      points: points(
        '33 290, 46 292, 53 320, 52 354, 44 380, 35 384, 31 428, 28 428, 27 388, 18 378, 14 350, 15 318, 21 292',
      ),
      fibres: [points('33 300, 33 336, 32 378')],
      way: points('31 412, 33 300'),
    },
    ankles: ankle,
    feet: {
      points: points('21 478, 38 478, 41 493, 38 504, 29 507, 20 504, 18 493'),
      fibres: [],
      way: points('29 504, 29 480'),
    },
  },
};

/** Lines drawn on every figure: kneecap and shin in front; back of the knee, fold below the seat and Achilles tendon behind. */
export const details: Readonly<Record<Seen, readonly (readonly Point[])[]>> = {
  front: [points('25 268, 34 261, 44 268, 44 284, 35 291, 26 284, 25 268'), points('32 306, 36 350, 33 410')],
  behind: [points('20 280, 34 284, 48 279'), points('8 130, 30 143, 56 136'), points('30 436, 30 462')],
};

/** y of the floor. */
export const FLOOR = 512;
