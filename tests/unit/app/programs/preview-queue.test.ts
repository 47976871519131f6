import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { defaultFillModel } from '../../../../src/air/fill-model.ts';
import { type Draw, PreviewQueue } from '../../../../src/app/programs/preview-queue.ts';
import { postMarathon } from '../../../../src/program/presets/post-marathon.ts';
import { programs } from '../../../../src/program/presets.ts';
import { type Settings, startingSettings } from '../../../../src/program/program.ts';
import { previewOf } from '../../../../src/timeline/preview/preview-of.ts';
import { shapeFor } from '../../session-view.ts';

const shape = shapeFor();
const all = programs.map((program) => startingSettings(program));
const first = startingSettings(postMarathon);
const drawn = previewOf(first, shape);

/** Idle moments come when the test says so. */
const queueOf = (load?: () => Promise<Draw>) => {
  const moments: (() => void)[] = [];
  const made: Settings[] = [];
  const draw: Draw = (settings) => {
    made.push(settings);
    return { ...drawn };
  };
  const queue = new PreviewQueue((work) => moments.push(work), load ?? (() => Promise.resolve(draw)));
  /** One idle moment, and what it loads. */
  const idle = async (): Promise<void> => {
    moments.shift()?.();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { queue, made, moments, idle };
};

describe('drawings of programs', () => {
  it('are worked out one in each idle moment, and never while they are asked for', async () => {
    const { queue, made, moments, idle } = queueOf();
    for (const settings of all) expect(queue.of(settings, shape, null)).toBeNull();
    expect(made).toHaveLength(0);
    for (let moment = 1; moment <= all.length; moment++) {
      expect(moments).toHaveLength(1);
      await idle();
      expect(made).toHaveLength(moment);
    }
    expect(moments).toHaveLength(0);
    expect(made).toEqual(all);
  });

  it('are told of, and are the same object from then on', async () => {
    const { queue, idle } = queueOf();
    let told = 0;
    const unwatch = queue.watch(() => told++);
    queue.of(first, shape, null);
    await idle();
    expect(told).toBe(1);
    const once = queue.of(first, shape, null);
    expect(once).not.toBeNull();
    expect(queue.of(first, shape, null)).toBe(once);
    unwatch();
    queue.of(all[1] ?? first, shape, null);
    await idle();
    expect(told).toBe(1);
  });

  it('are made anew for other boots and for what was learned of them, the last that was asked for only', async () => {
    const { queue, made, idle } = queueOf();
    queue.of(first, shape, null);
    await idle();
    const right = shapeFor(undefined, ['right']);
    queue.of(first, right, null);
    queue.of(first, right, defaultFillModel(right));
    await idle();
    await idle();
    expect(made).toHaveLength(2);
    expect(queue.of(first, right, null)).toBeNull();
  });

  it('are asked for again after a part of the page did not arrive', async () => {
    let there = false;
    const { queue, idle } = queueOf(() =>
      there ? Promise.resolve(() => ({ ...drawn, peak: mmhg(1) })) : Promise.reject(new Error('offline')),
    );
    queue.of(first, shape, null);
    await idle();
    expect(queue.of(first, shape, null)).toBeNull();
    there = true;
    await idle();
    expect(queue.of(first, shape, null)?.peak).toBe(1);
  });
});
