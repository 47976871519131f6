/** How a program leaves the page: as a download, by what the device shares with, or over the clipboard. */

export interface GivingAway {
  save(file: string, text: string): void;
  /** Cancelled: the person closed what the device offered. */
  give(title: string, link: string): Promise<'given' | 'cancelled' | 'copied' | 'impossible'>;
}

/** A phone shares with the programs on it; on a desk the clipboard is what people expect. */
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
  /** The address is left to the page's end: browsers do not say when they have taken what is behind it. */
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
