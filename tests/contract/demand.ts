/** Assertions for the contract that need no test framework. A failed assertion throws an error with its message. */

export function demand(condition: boolean, words: string): asserts condition {
  if (!condition) throw new Error(words);
}

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
const bytesOf = (view: DataView): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice();

export function demandBytes(actual: DataView, expected: readonly number[], what: string): void {
  const got = hex(bytesOf(actual));
  const wanted = hex(Uint8Array.from(expected));
  demand(got === wanted, `${what}: ${got || 'nothing'} instead of ${wanted || 'nothing'}`);
}

export async function demandRejection(promise: Promise<unknown>, name: string, what: string): Promise<void> {
  const outcome = await promise.then(
    () => 'success',
    (reason: unknown) =>
      reason instanceof Error || reason instanceof DOMException ? reason.name : String(reason),
  );
  demand(outcome === name, `${what}: ${outcome} instead of ${name}`);
}
