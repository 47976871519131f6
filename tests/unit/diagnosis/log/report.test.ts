import { beforeAll, describe, expect, it } from 'vitest';
import { instant } from '../../../../firmware-protocol/quantities.ts';
import { FrameLog } from '../../../../src/app/maker/frame-log.ts';
import { linkFigures } from '../../../../src/diagnosis/link/link-figures.ts';
import { type DecodedFrame, decodeLogged } from '../../../../src/diagnosis/log/decode-frame.ts';
import type { LoggedFrame } from '../../../../src/diagnosis/log/logged-frame.ts';
import { reportText } from '../../../../src/diagnosis/report.ts';
import { firstTime } from '../../../../src/program/presets/first-time.ts';
import { SessionRig } from '../../../scenario/session/rig.ts';

let rig: SessionRig;
let frames: readonly LoggedFrame[];
let decoded: readonly DecodedFrame[];
const frameLog = new FrameLog();

beforeAll(async () => {
  rig = new SessionRig({ zones: 3, session: { frames: frameLog.tapOf } });
  await rig.connect();
  rig.session.choose({ ...firstTime, name: 'Anna’s secret' });
  rig.session.start();
  await rig.pass(20);
  rig.session.identify(null);
  await rig.pass(5);
  rig.session.stop();
  await rig.pass(3);
  frames = frameLog.frames;
  decoded = frames.map((frame) => decodeLogged(frame, frameLog.featureOf(0)));
});

describe('the decoded log', () => {
  it('has every frame, with its fields', () => {
    expect(decoded.filter(({ refusal }) => refusal !== null)).toEqual([]);
    expect(decoded.filter(({ fields }) => fields === null)).toEqual([]);
    const names = new Set(decoded.map(({ way, name }) => `${way} ${name}`));
    for (const name of [
      'fromBoots feature',
      'toBoots requestControl',
      'fromBoots requestControl',
      'toBoots prepare',
      'toBoots keyframes',
      'toBoots stop',
      'fromBoots stop',
      'fromBoots status',
      'fromBoots telemetry',
      'none connected',
    ])
      expect(names).toContain(name);
    const blink = decoded.find(({ way, name }) => way === 'toBoots' && name === 'identify');
    expect(blink?.fields).toMatchObject({ duration: 8 });
  });

  it('says why a damaged frame was refused', () => {
    const whole = frames.find((frame) => frame.kind === 'notified');
    if (whole?.kind !== 'notified') throw new Error('the log has no notification');
    const bytes = whole.bytes.slice();
    bytes[3] = (bytes[3] ?? 0) ^ 1;
    expect(decodeLogged({ ...whole, bytes }, frameLog.featureOf(0))).toMatchObject({
      fields: null,
      refusal: 'crc',
    });
  });
});

describe('the link', () => {
  it('has the interval of packets, the round trips, and the number of lost packets', () => {
    const figures = linkFigures(frames);
    expect(figures).toMatchObject({ lost: 0, unanswered: 0, losses: 0 });
    expect(figures.telemetry?.median).toBeGreaterThan(250);
    expect(figures.telemetry?.median).toBeLessThan(350);
    expect(figures.roundTrips?.count).toBeGreaterThan(4);
    expect(figures.roundTrips?.median).toBeGreaterThan(1);
    expect(figures.roundTrips?.longest).toBeLessThan(500);
  });

  it('counts missing packets by their counter, even where the counter wraps around', () => {
    const without = frames.filter(
      (frame) => !(frame.kind === 'notified' && frame.bytes[0] === 7 && frame.bytes.length > 30),
    );
    const dropped = frames.length - without.length;
    expect(dropped).toBeGreaterThan(0);
    expect(linkFigures(without).lost).toBeGreaterThan(0);
    const packet = (counter: number, at: number): LoggedFrame => ({
      kind: 'notified',
      at: instant(at),
      uuid: 'a9810006-63e0-4bb9-bc4a-b1c81710ccc6',
      bytes: new Uint8Array([counter]),
      boot: 0,
      number: at,
    });
    expect(linkFigures([packet(254, 0), packet(255, 300), packet(1, 600), packet(4, 900)]).lost).toBe(2);
  });

  it('counts commands without an answer', () => {
    const silent = frames.filter((frame) => !(frame.kind === 'notified' && frame.bytes[0] === 0x80));
    expect(linkFigures(silent).unanswered).toBeGreaterThan(4);
    expect(linkFigures(silent).roundTrips).toBeNull();
  });
});

describe('the file for a report', () => {
  it('can be parsed, and contains nothing private', () => {
    const feature = frameLog.featureOf(0);
    if (!feature) throw new Error('no feature');
    const diagnosis = { zones: [], whole: [] };
    const text = reportText({
      browser: 'Test 1',
      simulated: true,
      boots: [{ feature, isSwapped: false, link: linkFigures(frames), diagnosis }],
      log: decoded,
    });
    const file = JSON.parse(text);
    expect(file).toMatchObject({
      format: 'heartward-report',
      version: 1,
      protocol: '1.0',
      browser: 'Test 1',
    });
    expect(file.log).toHaveLength(frames.length);
    expect(file.log[0].at).toBe(0);
    expect(text).not.toContain(feature.serial);
    expect(text).not.toContain('Anna');
    expect(text).not.toContain('token');
    const { token } = rig.session.glance;
    if (token !== 0) expect(text).not.toContain(String(token));
    expect(file.boots[0].feature.serial).toBe(`…${feature.serial.slice(-4)}`);
  });
});
