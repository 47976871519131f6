/** Wraps a peripheral so that an observer sees what passes. Everything passes unchanged. */

import type { Central, Peripheral, PeripheralLink } from './peripheral.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Is told of each write and each sent value before it passes, and of each read after it. */
export interface Observer {
  /** After the peripheral has accepted or refused a link. */
  opened?(isAccepted: boolean): void;
  read?(characteristic: string, value: Uint8Array): void;
  /** A whole value, in one write. */
  written?(characteristic: string, value: Uint8Array, withResponse: boolean): void;
  /** A part of a long write. */
  prepared?(characteristic: string, offset: number, part: Uint8Array): void;
  executed?(): void;
  subscribed?(characteristic: string, wanted: boolean): void;
  /** A notification or an indication. */
  sent?(characteristic: string, value: Uint8Array): void;
  closed?(): void;
}

function wrappedCentral(central: Central, observer: Observer): Central {
  const { indicate } = central;
  return {
    get payload() {
      return central.payload;
    },
    notify: (characteristic, value) => {
      observer.sent?.(characteristic, value);
      central.notify(characteristic, value);
    },
    ...(indicate && {
      indicate: (characteristic: string, value: Bytes, confirmed: () => void) => {
        observer.sent?.(characteristic, value);
        indicate(characteristic, value, confirmed);
      },
    }),
    drop: () => central.drop(),
  };
}

function wrappedLink(link: PeripheralLink, observer: Observer): PeripheralLink {
  return {
    read: (characteristic) => {
      const value = link.read(characteristic);
      observer.read?.(characteristic, value);
      return value;
    },
    write: (characteristic, value, withResponse) => {
      observer.written?.(characteristic, value, withResponse);
      link.write(characteristic, value, withResponse);
    },
    ...(link.prepare && {
      prepare: (characteristic: string, offset: number, part: Uint8Array) => {
        observer.prepared?.(characteristic, offset, part);
        link.prepare?.(characteristic, offset, part);
      },
    }),
    ...(link.execute && {
      execute: () => {
        observer.executed?.();
        link.execute?.();
      },
    }),
    subscribe: (characteristic, wanted) => {
      observer.subscribed?.(characteristic, wanted);
      link.subscribe(characteristic, wanted);
    },
    close: () => {
      observer.closed?.();
      link.close();
    },
  };
}

export const wrapped = (inner: Peripheral, observer: Observer, name = inner.name): Peripheral => ({
  name,
  ...(inner.advertisement && { advertisement: inner.advertisement }),
  services: inner.services,
  open: (central) => {
    const link = inner.open(wrappedCentral(central, observer));
    observer.opened?.(link !== null);
    return link && wrappedLink(link, observer);
  },
});
