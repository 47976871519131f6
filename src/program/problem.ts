/** Why something cannot be done, for a person: where, why, and what would do instead. */

export interface Problem {
  /** What is wrong: "intensity", "minutes", "keyframe 12, left calf". */
  readonly place: string;
  readonly reason: string;
  readonly suggestion: string;
}
