/** Checks whether bytes are a deflated trace. */

import { decodeTrace } from '../../journal/trace/codec.ts';
import { inflated } from '../journal/deflate.ts';

export async function isTrace(bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const whole = await inflated(bytes);
  return whole !== null && decodeTrace(whole) !== null;
}
