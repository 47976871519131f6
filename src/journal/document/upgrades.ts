/** Brings entries of earlier versions of the format up to this one, in files and in the store. They are parsed afterwards like any other. */

import { isGroup } from './group.ts';

/** Boots that restarted during a session may know nothing of its doses; of every other session they know them all (PROTOCOL.md REC-5). */
const withCounted = (entry: Readonly<Record<string, unknown>>): unknown => {
  const { source, ended } = entry;
  return isGroup(source) && source.kind === 'boots' && !('counted' in source)
    ? { ...source, counted: ended !== 'rebooted' }
    : source;
};

/** Version 1 had a place for the id of a step, in which no page ever wrote one: an id alone names no step of any plan. */
function from1(entry: unknown): unknown {
  if (!isGroup(entry)) return entry;
  if (entry.kind === 'guide') return { ...entry, step: null };
  if (entry.kind !== 'session') return entry;
  return { ...entry, step: null, source: withCounted(entry) };
}

/** Step i turns an entry of version i + 1 into one of version i + 2. */
export const entryUpgrades: readonly ((older: unknown) => unknown)[] = [from1];
