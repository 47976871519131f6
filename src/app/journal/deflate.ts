/** Deflates and inflates bytes with the browser's compression streams. */

type Bytes = Uint8Array<ArrayBuffer>;

const MOST_INFLATED = 4 * 1024 * 1024;

async function* through(bytes: Bytes, transform: CompressionStream | DecompressionStream) {
  const writer = transform.writable.getWriter();
  // If a write fails, reading fails too and reports the error.
  const written = writer.write(bytes).then(() => writer.close());
  written.catch(() => undefined);
  const reader = transform.readable.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

async function joined(chunks: AsyncGenerator<Uint8Array>, most: number): Promise<Bytes | null> {
  const all: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > most) return null;
    all.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of all) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

export async function deflated(bytes: Bytes): Promise<Bytes> {
  const small = await joined(through(bytes, new CompressionStream('deflate-raw')), Number.POSITIVE_INFINITY);
  return small ?? bytes;
}

/** Null if the bytes are not deflated, or if they inflate to more than MOST_INFLATED: a hostile file could otherwise fill the memory. */
export async function inflated(bytes: Bytes): Promise<Bytes | null> {
  try {
    return await joined(through(bytes, new DecompressionStream('deflate-raw')), MOST_INFLATED);
  } catch {
    return null;
  }
}
