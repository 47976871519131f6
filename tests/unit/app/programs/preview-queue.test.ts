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

/** A queue of previews to draw. The browser is idle when the test calls `idle`. */
const queueOf = (load?: () => Promise<Draw>) => {
  const moments: (() => void)[] = [];
  const made: Settings[] = [];
  const draw: Draw = (settings) => {
    made.push(settings);
    return { ...drawn };
  };
  const queue = new PreviewQueue((work) => moments.push(work), load ?? (() => Promise.resolve(draw)));
  const idle = async (): Promise<void> => {
    moments.shift()?.();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { queue, made, moments, idle };
};

describe('previews of programs', () => {
  it('are drawn one in each idle moment, never while the page asks for them', async () => {
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

  it('are announced once drawn, and are the same object from then on', async () => {
    const { queue, idle } = queueOf();
    let announced = 0;
    const unwatch = queue.watch(() => announced++);
    queue.of(first, shape, null);
    await idle();
    expect(announced).toBe(1);
    const once = queue.of(first, shape, null);
    expect(once).not.toBeNull();
    expect(queue.of(first, shape, null)).toBe(once);
    unwatch();
    queue.of(all[1] ?? first, shape, null);
    await idle();
    expect(announced).toBe(1);
  });

  it('are drawn again for other boots or another fill model, only for the last that was asked for', async () => {
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

  it('are drawn in a later idle moment if their code fails to load at first', async () => {
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
