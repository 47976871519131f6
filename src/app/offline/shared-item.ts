/**
 * Another app can share an item with the installed page. The item arrives as a POST request, which only the service worker sees; the worker
 * hands it to the page through a cache.
 */

/** The address of `share_target` in the manifest, relative to the page's. */
export const SHARE_PATH = 'share';
/** Names of the form's fields, as in the manifest. */
export const SHARE_FIELDS = { file: 'program', text: 'text', link: 'link' } as const;
/** The worker adds this query to the page's address to say that a shared item is waiting. */
export const SHARED_QUERY = 'shared';

export type SharedItem =
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | { readonly kind: 'text'; readonly text: string };

const SHARED_CACHE = 'heartward-shared';
const MOST_FILES = 20;
const NAME_HEADER = 'x-file-name';

export function sharedItem(form: FormData): SharedItem | null {
  const files = form.getAll(SHARE_FIELDS.file).filter((value) => value instanceof File);
  if (files.length > 0) return { kind: 'files', files: files.slice(0, MOST_FILES) };
  for (const field of [SHARE_FIELDS.link, SHARE_FIELDS.text]) {
    const text = form.get(field);
    if (typeof text === 'string' && text.trim() !== '') return { kind: 'text', text };
  }
  return null;
}

/** Replaces an item that is still waiting. */
export async function leaveShared(caches: CacheStorage, item: SharedItem): Promise<void> {
  await caches.delete(SHARED_CACHE);
  const cache = await caches.open(SHARED_CACHE);
  if (item.kind === 'text') {
    await cache.put('/text', new Response(item.text));
    return;
  }
  for (const [index, file] of item.files.entries()) {
    const headers = { [NAME_HEADER]: encodeURIComponent(file.name) };
    await cache.put(`/file/${index}`, new Response(file, { headers }));
  }
}

/** Returns the waiting item and removes it; null if none waits. */
export async function takeShared(caches: CacheStorage): Promise<SharedItem | null> {
  if (!(await caches.has(SHARED_CACHE))) return null;
  const cache = await caches.open(SHARED_CACHE);
  const text = await (await cache.match('/text'))?.text();
  const files: File[] = [];
  for (let index = 0; index < MOST_FILES; index++) {
    const kept = await cache.match(`/file/${index}`);
    if (!kept) break;
    files.push(
      new File([await kept.blob()], decodeURIComponent(kept.headers.get(NAME_HEADER) ?? 'program.json')),
    );
  }
  await caches.delete(SHARED_CACHE);
  if (text !== undefined) return { kind: 'text', text };
  return files.length > 0 ? { kind: 'files', files } : null;
}
