/** The kinds of boots there are. */

/** `hub`: both legs on one pump. `pair`: two boots with a pump each. `left`, `right`: one such boot. */
export const bootsKinds = ['hub', 'pair', 'left', 'right'] as const;
export type BootsKind = (typeof bootsKinds)[number];
