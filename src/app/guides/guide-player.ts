/**
 * Plays a guide (instructions for recovery, such as stretches, phase by phase): gives its signals through the cues that are on, and holds
 * what the page shows.
 */

import type { Clock } from '../../clock/clock.ts';
import { type GuideControl, type GuideState, isOver } from '../../guide/engine.ts';
import type { Guide } from '../../guide/guide.ts';
import { type GuideRecord, recordOf } from '../../guide/record.ts';
import { type GuideRun, runGuide } from '../../guide/run.ts';
import type { CuesOn } from '../../guide/signals/cues.ts';
import type { Signal } from '../../guide/signals/signals.ts';
import { type Tone, tonesOf, vibrationOf } from '../../guide/signals/tones.ts';
import { type GuideView, viewOf } from '../../guide/view.ts';
import type { Voice } from './voice.ts';

export interface PlayerPorts {
  readonly clock: Clock;
  readonly sound: { play(tones: readonly Tone[]): void } | null;
  readonly voice: Voice | null;
  readonly vibrate: ((pattern: readonly number[]) => void) | null;
  readonly keepAwake: (on: boolean) => void;
  readonly spoken: (signal: Signal, guide: Guide) => string;
  readonly prompt: (signal: Signal) => string;
  readonly redraw: () => void;
  /** Called when the guide is over, except after `forget`. */
  readonly over: (record: GuideRecord) => void;
}

/** How long a prompt stays on screen, s. */
const PROMPT_TIME = 20;

export class GuidePlayer {
  view: GuideView | null = null;
  record: GuideRecord | null = null;
  prompt = '';
  #promptSince = 0;
  #run: GuideRun | null = null;
  #shown = '';

  constructor(
    private readonly ports: PlayerPorts,
    public cues: CuesOn,
  ) {}

  get isUnderWay(): boolean {
    return this.#run !== null;
  }

  /** Leaves the guide under way, if there is one. */
  begin(guide: Guide): void {
    this.control('leave');
    this.forget();
    this.#run = runGuide(guide, this.ports.clock, {
      state: (state) => this.#take(state),
      signal: (signal) => this.#signal(signal, guide),
    });
  }

  control(command: GuideControl): void {
    this.#run?.control(command);
  }

  setCues(cues: CuesOn): void {
    if (!cues.voice) this.ports.voice?.silence();
    this.cues = cues;
    this.ports.redraw();
  }

  forget(): void {
    this.#run?.end();
    this.#run = null;
    this.ports.keepAwake(false);
    this.view = null;
    this.record = null;
    this.prompt = '';
    this.#shown = '';
  }

  #take(state: GuideState): void {
    const view = viewOf(state);
    if (view.index !== this.view?.index || view.since < this.#promptSince) this.prompt = '';
    if (view.since > this.#promptSince + PROMPT_TIME) this.prompt = '';
    this.view = view;
    this.ports.keepAwake(view.state === 'running');
    if (isOver(state)) {
      this.#run = null;
      this.record = recordOf(state);
      if (state.kind === 'over' && state.how === 'left') this.ports.voice?.silence();
    }
    this.#redraw();
    if (this.record !== null && isOver(state)) this.ports.over(this.record);
  }

  #signal(signal: Signal, guide: Guide): void {
    const { sound, voice, vibrate, spoken, prompt } = this.ports;
    if (signal.kind === 'prompt') {
      this.prompt = prompt(signal);
      this.#promptSince = this.view?.since ?? 0;
      this.#redraw();
    }
    if (this.cues.sound) sound?.play(tonesOf(signal));
    const pattern = vibrationOf(signal);
    if (this.cues.vibration && pattern.length > 0) vibrate?.(pattern);
    const isCount = signal.kind === 'pass' || signal.kind === 'turn' || signal.kind === 'count';
    if (this.cues.voice) voice?.say(spoken(signal, guide), isCount ? 'ifSilent' : 'now');
  }

  /** Redraws the page only if something on it has changed, because the guide's state comes many times a second. */
  #redraw(): void {
    const { view } = this;
    if (view === null) return;
    const { state, index, pass, way, left, phaseLeft } = view;
    const shown = [state, index, pass, way, Math.ceil(left), Math.ceil(phaseLeft), this.prompt].join();
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.ports.redraw();
  }
}
