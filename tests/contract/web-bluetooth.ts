/**
 * The contract: what Heartward relies on in an implementation of Web Bluetooth, clause by clause. A clause takes an implementation whose
 * peripheral is a PracticePeripheral, and rejects with a message if it finds a violation. The clauses need neither a test framework nor
 * Node, because they also run in a page. Where platforms differ, a clause states what they have in common.
 */

import type { Clause } from './clause.ts';
import { clausesOfLinks } from './clauses-of-links.ts';
import { clausesOfValues } from './clauses-of-values.ts';

export const clauses: readonly Clause[] = [...clausesOfValues, ...clausesOfLinks];
