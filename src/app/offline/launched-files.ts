/** Receives the files that the operating system opens with the installed page (`file_handlers` of its manifest). */

/** lib.dom lacks this interface: https://wicg.github.io/web-app-launch/. */
export interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly files?: readonly { getFile(): Promise<File> }[] }) => void): void;
}

/** @param take called with the files of each launch that has some; files that cannot be read are left out */
export function takeLaunchedFiles(
  queue: LaunchQueue | undefined,
  take: (files: readonly File[]) => void,
): void {
  queue?.setConsumer(async ({ files = [] }) => {
    const read = await Promise.allSettled(files.map((file) => file.getFile()));
    const got = read.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    if (got.length > 0) take(got);
  });
}
