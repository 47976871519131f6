/**
 * Rules of PROTOCOL.md for rare cases: repeated commands, the button, and what boots remember across sessions and
 * reboots.
 */

import { beforeEach, describe, expect, it } from 'vitest';
import { encodeCommand } from '../../../firmware-protocol/command.ts';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { milliseconds, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { Bench } from './bench.ts';
import type { TestCentral } from './test-central.ts';

const now = milliseconds(0);

let bench: Bench;
let page: TestCentral;

beforeEach(() => {
  bench = new Bench();
  page = bench.central();
});

const asks = (central: TestCentral, previousToken = 0) =>
  central.send({ op: 'requestControl', major: 1, minor: 0, previousToken });

describe('a repeat', () => {
  const ceiling = (to: number, counter: number) =>
    encodeCommand({ op: 'ceiling', ceiling: mmhg(to), counter, token: page.token });

  beforeEach(() => {
    page.makeReady();
    page.deliver([{ at: 0, to: 60, gate: 60 }]);
    page.start();
    bench.run(8);
  });

  it('has the same bytes: the same counter with another ceiling is executed, whether or not control was requested again', () => {
    page.write(ceiling(40, 20));
    page.write(ceiling(35, 20));
    expect(bench.firmware.targets[0]).toBe(35);
    asks(page, page.token);
    page.write(ceiling(20, 20));
    expect(bench.firmware.targets[0]).toBe(20);
  });

  it('changes nothing and gets the same answer', () => {
    const first = page.write(ceiling(40, 20));
    page.deliver([{ at: 0, to: 60, gate: 60 }], { replaceFrom: 0 });
    bench.run(0.1);
    expect(bench.firmware.targets[0]).toBe(60);
    expect(page.write(ceiling(40, 20))).toEqual(first);
    expect(bench.firmware.targets[0]).toBe(60);
  });

  it("is no repeat after anybody's Stop", () => {
    const pause = encodeCommand({ op: 'pause', counter: 20, token: page.token });
    expect(page.write(pause)).toMatchObject({ result: 'success' });
    bench.central().send({ op: 'stop' });
    expect(page.write(pause)).toMatchObject({ result: 'notPermitted', reason: 'wrongState' });
  });
});

describe('the button', () => {
  it('makes boots idle that prepare, are ready or are about to start, like Stop', () => {
    page.takeControl();
    const states = [0.1, 6, 6].map((wait, i) => {
      page.send({
        op: 'prepare',
        highestTarget: mmhg(50),
        flags: { above80Confirmed: false },
        longestWall: seconds(600),
        allowance: seconds(255),
        program: '',
        calendar: 0,
      });
      bench.run(wait);
      page.deliver([{ at: 0, to: 40 }], { number: 1 });
      if (i === 2) page.send({ op: 'start', at: milliseconds(bench.firmware.clock + 2000) });
      const before = page.status.operation;
      bench.firmware.pressButton();
      bench.run(3);
      const { operation, therapy, held, endReason } = page.status;
      return [before, operation, therapy, held, endReason];
    });
    expect(states).toEqual([
      ['preparing', 'idle', 'stopped', 0, 'none'],
      ['ready', 'idle', 'stopped', 0, 'none'],
      ['ready', 'idle', 'stopped', 0, 'none'],
    ]);
  });

  it('permits one change of control and no more', () => {
    page.takeControl();
    bench.firmware.pressButton();
    expect(asks(bench.central())).toMatchObject({ result: 'success' });
    expect(asks(bench.central())).toMatchObject({ result: 'notPermitted', reason: 'heldByAnother' });
  });

  it.each(['start', 'resume'] as const)(
    'passes control on, and a %s that the old holder has scheduled since does not come (START-4)',
    (op) => {
      page.takeControl();
      bench.firmware.pressButton();
      page.makeReady();
      page.deliver([{ at: 0, to: 40 }]);
      if (op === 'resume') {
        page.start();
        page.send({ op: 'pause' });
      }
      page.send({ op, at: milliseconds(bench.firmware.clock + 4000) });
      const { therapy, held } = page.status;
      const other = bench.central();
      other.takeControl();
      bench.run(5);
      expect(other.status).toMatchObject({ therapy, held });
    },
  );
});

describe('while paused', () => {
  beforeEach(() => {
    page.makeReady();
    page.deliver([
      { at: 0, to: 40 },
      { at: 20, to: 30 },
    ]);
    page.start();
    bench.run(2);
    page.send({ op: 'pause' });
  });

  it('no keyframe is played; those that are due play in order at Resume', () => {
    const { playhead } = page.status;
    page.deliver(
      [
        { at: playhead / 1000, to: 35, cycle: true },
        { at: playhead / 1000, to: 25, cycle: true },
        { at: 60, to: 'vent', end: true },
      ],
      { replaceFrom: playhead / 1000 },
    );
    bench.run(5);
    expect(new Set(bench.firmware.targets)).toEqual(new Set(['vent']));
    expect(page.status.held).toBe(3);
    page.send({ op: 'resume', at: now });
    bench.run(0.1);
    expect(new Set(bench.firmware.targets)).toEqual(new Set([25]));
    expect([page.status.held, page.status.cycles]).toEqual([1, 2]);
  });

  it('Pause withdraws a scheduled Resume, and does not restart the ten minutes', () => {
    for (let waited = 0; waited < 590; waited += 59) {
      bench.run(59);
      page.send({ op: 'keepAlive' });
    }
    page.send({ op: 'resume', at: milliseconds(bench.firmware.clock + 3000) });
    expect(page.send({ op: 'pause' })).toMatchObject({ result: 'success' });
    bench.run(5);
    expect(page.status.therapy).toBe('paused');
    bench.run(6);
    expect(page.status).toMatchObject({ therapy: 'stopped', endReason: 'pausedTooLong' });
  });
});

describe('the time that a leg was squeezed is remembered', () => {
  const squeeze = (squeezed: number, released: number) => {
    page.makeReady({ highest: 60 });
    page.deliver([
      { at: 0, to: 45, gate: 30 },
      { at: squeezed, to: 'vent', gate: 20 },
      { at: squeezed + released, to: 'vent', end: true },
    ]);
    page.start();
    bench.runUntil(() => page.status.therapy === 'stopped', squeezed + released + 60);
  };

  it('across sessions: a new session does not reset the share above 30 mmHg', () => {
    let sessions = 0;
    while (page.status.fault === 'none' && sessions < 10) {
      squeeze(100, 6);
      sessions++;
    }
    expect(page.status).toMatchObject({ fault: 'squeezedTooMuch', endReason: 'fault' });
    expect(sessions).toBeLessThan(6);
  });
});

describe('a reboot', () => {
  it('ends a session with a reason of its own, and gives no reason if no session was running', () => {
    page.makeReady();
    page.deliver([{ at: 0, to: 40, gate: 30 }]);
    page.start();
    bench.run(2);
    bench.firmware.reset();
    expect(bench.central().status).toMatchObject({ therapy: 'stopped', endReason: 'rebooted', holder: 0 });
    bench.firmware.reset();
    expect(bench.central().status.endReason).toBe('none');
  });

  it('clears every flag except "rebooted", also at power-on, and keeps a latched fault', () => {
    const set = () => {
      const { flags } = bench.central().status;
      return Object.entries(flags).flatMap(([flag, on]) => (on ? [flag] : []));
    };
    expect(set()).toEqual(['rebooted']);
    page.makeReady();
    bench.plant.inject({ kind: 'sensorDropout', zone: 1 });
    bench.runUntil(() => page.status.fault === 'sensor', 10);
    bench.firmware.pressButton();
    bench.firmware.reset();
    expect(set()).toEqual(['fault', 'rebooted']);
    expect(bench.central().status).toMatchObject({ fault: 'sensor', faultZone: 1, operation: 'faulted' });
  });
});

describe('links', () => {
  it('are limited in number, but another central may always connect and stop the boots', () => {
    bench.run(1);
    const others = Array.from({ length: 3 }, () => bench.central());
    bench.run(1);
    page.link.read(uuids.status);
    const late = bench.central();
    expect([page, ...others].map(({ dropped }) => dropped)).toEqual([false, true, false, false]);
    expect(late.send({ op: 'stop' })).toMatchObject({ result: 'success' });
  });

  it('that are too narrow for a value get no part of it, but Stop works and is answered on them', () => {
    const narrow = bench.central(20);
    page.makeReady();
    page.deliver([{ at: 0, to: 40, gate: 30 }]);
    page.start();
    bench.run(3);
    expect(narrow.heard).toEqual([]);
    expect(page.telemetry.length).toBeGreaterThan(3);
    expect(narrow.send({ op: 'stop' })).toMatchObject({ result: 'success' });
    expect(page.status.therapy).toBe('stopped');
  });
});

describe('the refusal in the status', () => {
  it('is that of the expected batch, not of later batches out of order; it clears when a batch is accepted', () => {
    page.makeReady({ highest: 50 });
    page.deliver([{ at: 0, to: 60 }]);
    page.deliver([{ at: 5, to: 40 }]);
    expect(page.status).toMatchObject({ refusal: 'outOfLimits', refusedBatch: 1, nextBatch: 1 });
    page.deliver([{ at: 0, to: 50 }], { number: 1 });
    expect(page.status).toMatchObject({ refusal: 'none', refusedBatch: 0, nextBatch: 2 });
  });
});
