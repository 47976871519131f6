/** The boots' firmware: its parts, main loop, button and reset. To the radio, the firmware is a peripheral. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import { profile, uuids } from '../../../firmware-protocol/profile.ts';
import { type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { EndReason } from '../../../firmware-protocol/status.ts';
import type { Hardware } from '../hardware.ts';
import type { Advertisement, Central, Peripheral, PeripheralLink } from '../peripheral.ts';
import { Battery } from './battery.ts';
import { valvesOf } from './build.ts';
import { type FirmwareOptions, featureOf, type OwnFeature } from './firmware-options.ts';
import { advertisementOf } from './protocol/advertisement.ts';
import { Control } from './protocol/control.ts';
import { ControlPoint } from './protocol/control-point.ts';
import { Flags } from './protocol/flags.ts';
import { GattServer } from './protocol/gatt-server.ts';
import { StatusReport } from './protocol/status-report.ts';
import { TelemetryReport } from './protocol/telemetry-report.ts';
import { piecesOf } from './records/pieces.ts';
import { RecordKeeper, type StoredRecord } from './records/record-keeper.ts';
import { targetsOf } from './regulation/aim.ts';
import { AirModel } from './regulation/air-model.ts';
import { BagReadings } from './regulation/bag-readings.ts';
import { Therapy } from './therapy/therapy.ts';

export type { FirmwareOptions } from './firmware-options.ts';

const DEFAULT_LINKS = 4;

export class Firmware implements Peripheral {
  readonly name: string;
  readonly services = profile;
  readonly advertisement: Advertisement;
  readonly #feature: OwnFeature;
  readonly #therapy: Therapy;
  readonly #control: Control;
  readonly #controlPoint: ControlPoint;
  readonly #status: StatusReport;
  readonly #telemetry: TelemetryReport;
  readonly #battery: Battery;
  readonly #server: GattServer;
  /** Null = these boots store no session records. */
  readonly #records: RecordKeeper | null;
  readonly #hardware: Hardware;
  /** Time since boot, ms. */
  #clock = 0;
  #bootCount = 1;
  /** How much longer the boots blink, ms. */
  #blinking = 0;
  #isOn = true;

  constructor(options: FirmwareOptions) {
    const { hardware, parts } = options;
    this.name = options.name;
    this.advertisement = advertisementOf(options.name, uuids.bootsService);
    this.#hardware = hardware;
    this.#feature = featureOf(options);
    const { capacity, abilities, pumpFlow } = this.#feature;
    const build = {
      zones: hardware.zones,
      zonesPerLeg: parts.length,
      hub: options.kind === 'hub',
      holdsTogether: abilities.holdsTogether,
      sharedValves: abilities.sharedValves,
      secondGauge: abilities.secondGauge,
      gaugeTap: options.gaugeTap ?? 0,
      isKnee: (zone: number) => parts[zone % parts.length] === 'knee',
    };
    const valves = valvesOf(build);
    const air = new AirModel(parts.length, pumpFlow, valves);
    const bagReadings = build.gaugeTap > 0 ? new BagReadings(hardware, build.gaugeTap, valves) : null;
    this.#therapy = new Therapy(bagReadings ?? hardware, air, { ...build, capacity }, new Flags());
    if (bagReadings) bagReadings.airGiven = this.#therapy.regulator.airGiven;
    this.#therapy.flags.set('rebooted');
    this.#records = abilities.storesSessions ? new RecordKeeper(hardware.zones) : null;
    this.#control = new Control(options.random, options.insistOnPress ?? false);
    this.#controlPoint = new ControlPoint(this.#orders());
    this.#status = new StatusReport(this.#therapy);
    this.#telemetry = new TelemetryReport(this.#therapy, this.#feature.samplePeriod);
    this.#battery = new Battery(hardware, options.hasBattery ?? true);
    this.#server = new GattServer(this.#attributes(), options.links ?? DEFAULT_LINKS);
  }

  /** All targets are `vent` while no session runs. */
  get targets(): readonly Target[] {
    return targetsOf(this.#therapy.regulator.aims);
  }
  get clock(): Milliseconds {
    return milliseconds(this.#clock);
  }
  get blinking(): boolean {
    return this.#blinking > 0;
  }
  /** The Status characteristic as a central would read it. */
  get status(): Uint8Array<ArrayBuffer> {
    return this.#status.read(this.#statusContext());
  }
  get linksOpen(): number {
    return this.#server.links.count;
  }

  /**
   * Whether the boots have power. A battery that runs empty switches them off, and `reset` with a battery that is not
   * empty switches them on.
   */
  get isOn(): boolean {
    return this.#isOn;
  }

  open(central: Central): PeripheralLink | null {
    return this.#isOn ? this.#server.open(central) : null;
  }

  /** One pass of the main loop. @param dt time since the last pass: 20 ms */
  tick(dt: Milliseconds): void {
    if (this.#isOn && this.#battery.isEmpty) this.#switchOff();
    if (!this.#isOn) return;
    this.#clock += dt;
    this.#blinking = Math.max(0, this.#blinking - dt);
    this.#therapy.tick(dt);
    this.#watchHolder();
    this.#records?.measure(this.#therapy, dt / 1000);
    this.#record();
    this.#report(dt);
    this.#server.links.tick(dt);
  }

  /**
   * Presses the button: stops the session or its preparation, and counts as consent to a change of control. Does
   * nothing on boots without a button or without power.
   */
  pressButton(): void {
    if (!this.#feature.abilities.physicalStop || !this.#isOn) return;
    this.#therapy.flags.set('buttonPressed');
    this.#control.notePress(this.#clock);
    this.#therapy.stop('stoppedAtBoots');
    this.#record();
  }

  /** Puts pump and valves where they are without power (pump off, fill valves closed, vents open), and ends all links. */
  #switchOff(): void {
    this.#isOn = false;
    this.#hardware.setPump(0);
    for (let zone = 0; zone < this.#hardware.zones; zone++) this.#hardware.setValves(zone, false, true);
    this.#server.links.dropAll();
  }

  /**
   * Restarts the boots in the safe state, as after a power loss or a watchdog reset. A session does not resume. With
   * an empty battery the boots switch off.
   */
  reset(): void {
    this.#battery.reboot();
    this.#isOn = true;
    if (this.#battery.isEmpty) {
      this.#switchOff();
      return;
    }
    this.#server.links.dropAll();
    this.#clock = 0;
    this.#bootCount = (this.#bootCount + 1) & 0xffff;
    this.#blinking = 0;
    this.#control.reboot();
    this.#therapy.reboot();
    this.#records?.reboot();
    this.#controlPoint.reset();
    this.#status.reset();
    this.#telemetry.reset();
  }

  #orders() {
    const now = () => this.#clock;
    return {
      control: this.#control,
      therapy: this.#therapy,
      records: this.#records,
      highestConfirmed: this.#feature.highestConfirmed,
      longestAllowance: this.#feature.longestAllowance,
      get clock() {
        return now();
      },
      sendRecords: (records: readonly StoredRecord[]) =>
        this.#server.sendRecords(records.flatMap((record) => piecesOf(record, this.#feature.parts.length))),
      identify: (duration: number) => {
        this.#blinking = duration * 1000;
      },
    };
  }

  #attributes() {
    return {
      feature: this.#feature,
      readStatus: () => this.#status.read(this.#statusContext()),
      batteryLevel: () => this.#battery.characteristic,
      command: (value: Uint8Array) => {
        const response = this.#controlPoint.write(value);
        this.#record();
        return response;
      },
      batch: (value: Uint8Array) => {
        this.#status.makeDue();
        if (this.#therapy.takeBatch(value, this.#control.holder)) this.#control.noteCommand(this.#clock);
      },
    };
  }

  #statusContext() {
    return {
      clock: this.#clock,
      answered: this.#controlPoint.answered,
      battery: this.#battery.level,
      bootCount: this.#bootCount,
      holder: this.#control.holder,
    };
  }

  #record(): void {
    this.#records?.followSession(this.#therapy, this.#clock, this.#bootCount);
    if (this.#therapy.inSession) this.#server.links.withdrawRecords();
  }

  #watchHolder(): void {
    if (this.#control.holder === 0) return;
    if (this.#therapy.inSession) {
      if (this.#control.isAloneTooLong(this.#clock)) this.#endControl('alone');
    } else if (this.#control.mayBeTakenOver(this.#clock, false)) this.#endControl('none');
  }

  #endControl(reason: EndReason): void {
    this.#control.release();
    this.#therapy.flags.set('controlLost');
    if (this.#therapy.takesKeyframes) this.#therapy.stop(reason);
  }

  #report(dt: number): void {
    const { links } = this.#server;
    if (this.#battery.step(dt / 1000))
      links.notify(uuids.batteryLevel, Uint8Array.of(this.#battery.characteristic));
    const status = this.#status.due(this.#statusContext());
    if (status) links.notify(uuids.status, status);
    const packet = this.#telemetry.step(
      this.#clock,
      dt,
      links.narrowest(uuids.telemetry, this.#telemetry.shortest),
    );
    if (packet) links.notify(uuids.telemetry, packet);
    links.sendRecords();
  }
}
