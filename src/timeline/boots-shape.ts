/** The shape of the boots a timeline is composed for. It lives with the programs, which know no timeline. */

export type { BootsShape } from '../program/boots-shape.ts';
