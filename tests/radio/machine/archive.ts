/** Packs files, folders and links into an initial RAM disk: an uncompressed cpio archive in the format newc, which Linux unpacks. */

export type Entry =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'link'; readonly path: string; readonly to: string }
  | { readonly kind: 'file'; readonly path: string; readonly content: Buffer; readonly runs: boolean };

const FOLDER = 0o040755;
const LINK = 0o120777;
const FILE = 0o100644;
const PROGRAM = 0o100755;

const modeOf = (entry: Entry): number => {
  if (entry.kind === 'folder') return FOLDER;
  if (entry.kind === 'link') return LINK;
  return entry.runs ? PROGRAM : FILE;
};

const contentOf = (entry: Entry): Buffer => {
  if (entry.kind === 'file') return entry.content;
  return Buffer.from(entry.kind === 'link' ? entry.to : '');
};

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

/**
 * A header of thirteen numbers with eight hexadecimal digits each, then the name and the content
 * (Documentation/driver-api/early-userspace in the Linux sources).
 */
function member(name: string, mode: number, inode: number, content: Buffer): readonly Buffer[] {
  const numbers = [inode, mode, 0, 0, 1, 0, content.length, 0, 0, 0, 0, name.length + 1, 0];
  const header = `070701${numbers.map((number) => number.toString(16).padStart(8, '0')).join('')}`;
  return [padded(Buffer.from(`${header}${name}\0`, 'latin1')), padded(content)];
}

/** @param entries with each folder before its contents. In the guest, root owns the files. */
export const archive = (entries: readonly Entry[]): Buffer =>
  Buffer.concat([
    ...entries.flatMap((entry, index) => member(entry.path, modeOf(entry), index + 1, contentOf(entry))),
    ...member('TRAILER!!!', 0, 0, Buffer.alloc(0)),
  ]);
