import { describe, expect, expectTypeOf, it } from 'vitest';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import {
  type AnyIntentEvent,
  ChangeEvent,
  IntentEvent,
  intend,
  PlaceEvent,
  takeStep,
} from '../../../src/ui/events.ts';

describe('an intent', () => {
  it('reaches listeners of ancestors, through any shadow root, with its arguments', () => {
    const target = new EventTarget();
    const heard: AnyIntentEvent[] = [];
    target.addEventListener('heartward-intent', (event) => heard.push(event as AnyIntentEvent));
    intend(target, 'setIntensity', mmhg(55));
    expect(heard.map(({ kind, args, bubbles, composed }) => ({ kind, args, bubbles, composed }))).toEqual([
      { kind: 'setIntensity', args: [55], bubbles: true, composed: true },
    ]);
  });

  it('compiles only with its own arguments', () => {
    expectTypeOf(intend<'setMinutes'>).parameters.toEqualTypeOf<[EventTarget, 'setMinutes', number]>();
    expectTypeOf(intend<'stop'>).parameters.toEqualTypeOf<[EventTarget, 'stop']>();
    expectTypeOf<['setMinutes', string]>().not.toExtend<Parameters<typeof newSetMinutes>>();
    expectTypeOf<ConstructorParameters<typeof IntentEvent<'confirm'>>[1]>().toEqualTypeOf<
      [confirmed: boolean]
    >();
    expect(newSetMinutes('setMinutes', 1).args).toEqual([1]);
  });
});

const newSetMinutes = (kind: 'setMinutes', minutes: number) => new IntentEvent(kind, [minutes]);

it('has an event whose type follows from its name', () => {
  expectTypeOf<HTMLElementEventMap['heartward-change']['value']>().toEqualTypeOf<number>();
  expectTypeOf<Extract<AnyIntentEvent, { kind: 'stop' }>['args']>().toEqualTypeOf<[]>();
  expect(new ChangeEvent(3)).toMatchObject({ type: 'heartward-change', value: 3, bubbles: false });
});

it('tells the app which place has opened, with the intents that the place carries out', () => {
  const screen = { title: () => '', draw: () => '', intents: {} };
  expectTypeOf<HTMLElementEventMap['heartward-place']['screen']>().toExtend<{ intents?: object }>();
  expect(new PlaceEvent(screen)).toMatchObject({ type: 'heartward-place', screen, bubbles: false });
});

it('carries a step of the plan to the page through any shadow root', () => {
  const target = new EventTarget();
  const heard: Event[] = [];
  target.addEventListener('heartward-step', (event) => heard.push(event));
  takeStep(target, 'moveOn');
  expect(heard).toMatchObject([{ step: 'moveOn', bubbles: true, composed: true }]);
});
