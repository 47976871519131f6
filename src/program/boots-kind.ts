/** `hub`: both legs on one pump. `pair`: two boots with a pump each. `left`, `right`: one boot of a pair, used alone. */
export const bootsKinds = ['hub', 'pair', 'left', 'right'] as const;
export type BootsKind = (typeof bootsKinds)[number];
