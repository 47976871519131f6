/** Reads dependencies from ELF files: the libraries of a program, and the modules that a kernel module needs first. */

const PT_LOAD = 1;
const PT_DYNAMIC = 2;
const DT_NEEDED = 1;
const DT_STRTAB = 5;

const textAt = (file: Buffer, at: number): string => file.toString('latin1', at, file.indexOf(0, at));

interface Segment {
  readonly type: number;
  readonly offset: number;
  readonly address: number;
  readonly size: number;
}

/** Reads the program headers of a 64-bit little-endian file (ELF-64 Object File Format 1.5). */
function segments(file: Buffer): readonly Segment[] {
  const from = Number(file.readBigUInt64LE(0x20));
  const bytes = file.readUInt16LE(0x36);
  return Array.from({ length: file.readUInt16LE(0x38) }, (_, index) => {
    const at = from + index * bytes;
    return {
      type: file.readUInt32LE(at),
      offset: Number(file.readBigUInt64LE(at + 8)),
      address: Number(file.readBigUInt64LE(at + 16)),
      size: Number(file.readBigUInt64LE(at + 32)),
    };
  });
}

/**
 * Names of the shared libraries that a program or library loads; an empty list for a static program, or for a
 * file that is not ELF.
 */
export function librariesOf(file: Buffer): readonly string[] {
  if (file.toString('latin1', 0, 4) !== '\u007fELF') return [];
  const all = segments(file);
  const dynamic = all.find(({ type }) => type === PT_DYNAMIC);
  if (!dynamic) return [];
  const needed: number[] = [];
  let strings = 0;
  for (let at = dynamic.offset; at < dynamic.offset + dynamic.size; at += 16) {
    const tag = Number(file.readBigInt64LE(at));
    const value = Number(file.readBigUInt64LE(at + 8));
    if (tag === DT_NEEDED) needed.push(value);
    if (tag === DT_STRTAB) strings = value;
  }
  const home = all.find(
    ({ type, address, size }) => type === PT_LOAD && strings >= address && strings < address + size,
  );
  const table = strings - (home?.address ?? 0) + (home?.offset ?? 0);
  return needed.map((offset) => textAt(file, table + offset));
}

/** Names of the modules that the kernel must load before this one, from the module's `depends=`. */
export function modulesBefore(file: Buffer): readonly string[] {
  const mark = 'depends=';
  const at = file.indexOf(`\0${mark}`, 0, 'latin1');
  return at < 0
    ? []
    : textAt(file, at + 1 + mark.length)
        .split(',')
        .filter((name) => name !== '');
}
