/**
 * A press that starts a squeeze: Start, Start again, Resume. The press counts only if the button got all of it at a time when starting was
 * possible. A press does nothing if it began elsewhere or too early. A key that is held down does nothing either.
 */

type Began = { readonly with: 'pointer' | 'key'; readonly counts: boolean };

const pressesButtons = (key: string): boolean => key === 'Enter' || key === ' ';

/** Listeners for a button: `down` for pointerdown, `key` for keydown, `click` for click. */
export class BeginPress {
  private began: Began | null = null;

  /**
   * @param may whether a squeeze may start now
   * @param begin called when a press counts
   */
  constructor(
    private readonly may: () => boolean,
    private readonly begin: () => void,
  ) {}

  readonly down = (): void => {
    this.began = { with: 'pointer', counts: this.may() };
  };

  readonly key = (event: Pick<KeyboardEvent, 'key' | 'repeat'>): void => {
    if (pressesButtons(event.key)) this.began = { with: 'key', counts: !event.repeat && this.may() };
  };

  readonly click = (event: Pick<MouseEvent, 'detail'>): void => {
    const counts = this.hasCounted(event);
    this.began = null;
    if (counts && this.may()) this.begin();
  };

  /**
   * A click without a pointer or key comes from a screen reader or voice control, and counts, because such a press begins and ends at once.
   */
  private hasCounted({ detail }: Pick<MouseEvent, 'detail'>): boolean {
    const { began } = this;
    if (detail > 0) return began?.with === 'pointer' && began.counts;
    return began?.with === 'key' ? began.counts : true;
  }
}
