/**
 * The contract: what Heartward relies on from a W3C Bluetooth, clause by clause. Each clause takes any implementation in
 * front of a PracticePeripheral, and rejects with a message if that violates the clause. The clauses use neither a test
 * framework nor Node, because they also run in a page. Where platforms differ, a clause states what all of them fulfil.
 */

import type { Clause } from './clause.ts';
import { clausesOfLinks } from './clauses-of-links.ts';
import { clausesOfValues } from './clauses-of-values.ts';

export const clauses: readonly Clause[] = [...clausesOfValues, ...clausesOfLinks];
