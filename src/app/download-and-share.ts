/** Exports text from the page: as a download, through the device's share sheet, or to the clipboard. */

export interface DownloadAndShare {
  /** @param type MIME type; JSON by default */
  download(file: string, text: string, type?: string): void;
  /**
   * Shares a link through the share sheet, or else copies it to the clipboard. `given`: the user passed the link on. `cancelled`: the user closed
   * the share sheet. `copied`: the link is on the clipboard. `impossible`: neither works here. Call inside a click: browsers allow both only then.
   */
  share(title: string, link: string): Promise<'given' | 'cancelled' | 'copied' | 'impossible'>;
}

/** Whether to open the share sheet: only on touch devices that have one, because desktop users expect the clipboard. */
const sharesLikeAPhone = (): boolean =>
  'share' in navigator && window.matchMedia('(pointer: coarse)').matches;

const copied = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

export const downloadAndShare: DownloadAndShare = {
  /** The object URL is never revoked, because browsers do not report when a download has finished reading it. */
  download(file, text, type = 'application/json') {
    const address = URL.createObjectURL(new Blob([text], { type }));
    const link = document.createElement('a');
    link.href = address;
    link.download = file;
    link.click();
  },
  async share(title, link) {
    if (sharesLikeAPhone()) {
      try {
        await navigator.share({ title, url: link });
        return 'given';
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
      }
    }
    return (await copied(link)) ? 'copied' : 'impossible';
  },
};
