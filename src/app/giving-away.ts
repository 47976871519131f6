/** Gives a program away: as a download, through the device's share sheet, or over the clipboard. */

export interface GivingAway {
  save(file: string, text: string): void;
  /** `cancelled`: the person closed the share sheet. */
  give(title: string, link: string): Promise<'given' | 'cancelled' | 'copied' | 'impossible'>;
}

/** Phones have a share sheet; on a desktop people expect the clipboard. */
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
  /** The object URL lives as long as the page: browsers do not say when a download has been read. */
  save(file, text) {
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
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
