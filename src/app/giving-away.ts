/** Exports text from the page: as a download, through the device's share sheet, or to the clipboard. */

export interface GivingAway {
  /** @param type MIME type; JSON by default */
  save(file: string, text: string, type?: string): void;
  /** `cancelled`: the user closed the share sheet. */
  give(title: string, link: string): Promise<'given' | 'cancelled' | 'copied' | 'impossible'>;
}

/** Phones use their share sheet; on a desktop users expect the clipboard. */
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

export const givingAway: GivingAway = {
  /** The object URL is never revoked, because browsers do not report when a download has read it. */
  save(file, text, type = 'application/json') {
    const address = URL.createObjectURL(new Blob([text], { type }));
    const link = document.createElement('a');
    link.href = address;
    link.download = file;
    link.click();
  },
  async give(title, link) {
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
