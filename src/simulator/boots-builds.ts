/**
 * The variants of simulated boots, by the words with which a person chooses them: `--holds one` on the command line,
 * `?holds=one` in the page's address.
 */

export interface SimulatedBuild {
  readonly boots: 'hub' | 'pair' | 'left' | 'right';
  readonly holds: 'together' | 'one';
  readonly valves: 'own' | 'shared';
  readonly press: 'none' | 'first';
}

export interface BuildWords<Word extends string> {
  /** The first word is the default. */
  readonly words: readonly [Word, ...Word[]];
  readonly about: string;
}

export const builds: { readonly [Name in keyof SimulatedBuild]: BuildWords<SimulatedBuild[Name]> } = {
  boots: {
    words: ['hub', 'pair', 'left', 'right'],
    about: 'a hub with one pump for both legs, a pair with a pump each, or one boot',
  },
  holds: { words: ['together', 'one'], about: 'zones of a leg are held together, or one at a time' },
  valves: { words: ['own', 'shared'], about: 'each zone has a valve, or each two share one' },
  press: {
    words: ['none', 'first'],
    about: 'before they let anybody control them the boots want a press on their button',
  },
};

/** `asked`, if it is one of the words for this name; otherwise, or if it is null, the default word. */
export function wordFor<Name extends keyof SimulatedBuild>(
  name: Name,
  asked: string | null,
): SimulatedBuild[Name] {
  const { words }: BuildWords<SimulatedBuild[Name]> = builds[name];
  return words.find((word) => word === asked) ?? words[0];
}

export const abilitiesOf = ({ holds, valves }: Pick<SimulatedBuild, 'holds' | 'valves'>) => ({
  holdsTogether: holds === 'together',
  sharedValves: valves === 'shared',
});
