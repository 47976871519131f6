import type { Guest } from './guest.ts';

/** Reason "Remote User Terminated Connection" (Core specification, Vol 1 Part F 2.19). */
const REMOTE_USER = 0x13;

/** Ends the links of an adapter through its controller, at once. Through BlueZ this would take 2 s. */
export async function cut(guest: Guest, adapter: string): Promise<void> {
  const connections = await guest.shell(`hcitool -i ${adapter} con`);
  for (const [, handle] of connections.matchAll(/handle (\d+)/g)) {
    const number = Number(handle);
    const octets = [number & 255, number >> 8, REMOTE_USER].map((octet) =>
      octet.toString(16).padStart(2, '0'),
    );
    // HCI Disconnect (Core specification, Vol 4 Part E 7.1.6).
    await guest.shell(`hcitool -i ${adapter} cmd 0x01 0x0006 ${octets.join(' ')}`);
  }
}
