/** Upgrades entries of earlier versions of the format, in files and in the store. Afterwards they are parsed like any other entry. */

import { isGroup } from './group.ts';

/**
 * Version 1 did not say whether the boots had counted the doses. The boots may have lost the doses if they restarted during the session
 * (PROTOCOL.md REC-5).
 */
const withCounted = (entry: Readonly<Record<string, unknown>>): unknown => {
  const { source, ended } = entry;
  return isGroup(source) && source.kind === 'boots' && !('counted' in source)
    ? { ...source, counted: ended !== 'rebooted' }
    : source;
};

/** Entries of version 1 name no step of a plan, so the upgraded entry has null. */
function from1(entry: unknown): unknown {
  if (!isGroup(entry)) return entry;
  if (entry.kind === 'guide') return { ...entry, step: null };
  if (entry.kind !== 'session') return entry;
  return { ...entry, step: null, source: withCounted(entry) };
}

/** Step i turns an entry of version i + 1 into one of version i + 2. */
export const entryUpgrades: readonly ((older: unknown) => unknown)[] = [from1];
