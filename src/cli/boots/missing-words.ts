/**
 * The text that says what this computer lacks to put simulated boots on the air: a line about what is missing, then lines about what to do.
 */

import type { Missing } from '../../radio/missing.ts';
import { words } from '../../words/in-use.ts';

const listed = (found: readonly string[]): string =>
  found.length === 0 ? 'none' : words.numbers.list(found);

const install = [
  '  Debian, Ubuntu:  sudo apt-get install bluez',
  '  Fedora:          sudo dnf install bluez',
  '  Arch:            sudo pacman -S bluez bluez-utils',
  'then  sudo systemctl start bluetooth',
];

export function missingWords(missing: Missing): readonly string[] {
  switch (missing.kind) {
    case 'bus':
      return [
        `There is no D-Bus system bus at ${missing.address} (${missing.why}).`,
        'BlueZ is reached through it. In a container, share the host’s: -v /run/dbus:/run/dbus. Elsewhere, start dbus.',
      ];
    case 'bluez':
      return [
        'BlueZ is not running: nobody owns org.bluez on the system bus. Install and start it:',
        ...install,
      ];
    case 'adapter':
      return missing.wanted === null
        ? [
            'BlueZ has no Bluetooth adapter.',
            'Plug one in, or find out why the built-in one is missing: rfkill list, dmesg | grep -i bluetooth.',
          ]
        : [
            `There is no adapter ${missing.wanted}; there are ${listed(missing.found)}.`,
            'Use --adapter with one of these, or leave it out.',
          ];
    case 'adapters':
      if (missing.found.length >= missing.needed)
        return [
          `This needs ${missing.needed} Bluetooth adapters, one per boot, but --adapter names fewer.`,
          `Use  --adapter ${missing.found.slice(0, missing.needed).join(',')}, or leave it out.`,
        ];
      return [
        `This needs ${missing.needed} Bluetooth adapters, one per boot; there are ${listed(missing.found)}.`,
        'Plug in another (a USB stick will do), or simulate a hub: --boots hub. Or run one boot here and the other on a second computer: --boots left, --boots right.',
      ];
    case 'power':
      return [
        `${missing.adapter} is off and cannot be switched on (${missing.why}).`,
        'Try  rfkill unblock bluetooth  and  bluetoothctl power on, or the computer’s own switch.',
      ];
    case 'advertising':
      return [
        `${missing.adapter} cannot advertise: ${missing.why}.`,
        'Any adapter with Bluetooth 4.0 or newer can, if BlueZ is 5.50 or newer. Quit other programs that advertise, or choose another adapter with --adapter.',
      ];
    case 'permission':
      return [
        `You are not permitted to ${missing.what} (${missing.why}).`,
        'Join the group bluetooth (sudo usermod -aG bluetooth $USER, then log in again), or run this as root.',
      ];
    case 'refused':
      return [
        `BlueZ refused to ${missing.what}: ${missing.why}.`,
        'See  journalctl -u bluetooth. Restarting it may help: sudo systemctl restart bluetooth.',
      ];
  }
}
