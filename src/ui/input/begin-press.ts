/**
 * A press that begins a squeeze. It counts only if the button took all of it: a press that began elsewhere, or on whatever stood
 * there before, or while nothing could begin, begins nothing when it ends; neither does a key that is held.
 */

/** How the press that is under way began. */
type Began = { readonly with: 'pointer' | 'key'; readonly counts: boolean };

const pressesButtons = (key: string): boolean => key === 'Enter' || key === ' ';

/** Give all three to the button as its listeners. */
export class BeginningPress {
  private began: Began | null = null;

  /**
   * @param may whether something can begin now
   * @param begin what the press is for
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

  /** A click that no pointer made and no key is what a screen reader or a voice asks for: it begins and ends at once. */
  private hasCounted({ detail }: Pick<MouseEvent, 'detail'>): boolean {
    const { began } = this;
    if (detail > 0) return began?.with === 'pointer' && began.counts;
    return began?.with === 'key' ? began.counts : true;
  }
}
