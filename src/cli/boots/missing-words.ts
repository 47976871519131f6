/** What is missing before boots can go on the air, and how to get it. The first line says what; the others what to do. */

import type { Missing } from '../../radio/missing.ts';

const listed = (found: readonly string[]): string => (found.length === 0 ? 'none' : found.join(', '));

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
        'BlueZ is reached over it. In a container: give it the computer’s, -v /run/dbus:/run/dbus. Elsewhere: start dbus.',
      ];
    case 'bluez':
      return [
        'BlueZ does not run: nobody owns org.bluez on the system bus. Install and start it:',
        ...install,
      ];
    case 'adapter':
      return missing.wanted === null
        ? [
            'BlueZ has no Bluetooth adapter.',
            'Plug one in, or see why the computer’s own is not there: rfkill list, dmesg | grep -i bluetooth.',
          ]
        : [
            `There is no adapter ${missing.wanted}; there are ${listed(missing.found)}.`,
            'Say --adapter with one of these, or leave it out.',
          ];
    case 'adapters':
      if (missing.found.length >= missing.needed)
        return [
          `This takes ${missing.needed} Bluetooth adapters, one a boot, and --adapter names fewer.`,
          `Say  --adapter ${missing.found.slice(0, missing.needed).join(',')}, or leave it out.`,
        ];
      return [
        `This takes ${missing.needed} Bluetooth adapters, one a boot; there are ${listed(missing.found)}.`,
        'Plug in another (a USB stick will do), or be a hub: --boots hub. Or be one boot here and the other on a second computer: --boots left, --boots right.',
      ];
    case 'power':
      return [
        `${missing.adapter} is off and does not let itself be switched on (${missing.why}).`,
        'Try  rfkill unblock bluetooth  and  bluetoothctl power on, or the switch of the computer.',
      ];
    case 'advertising':
      return [
        `${missing.adapter} cannot advertise: ${missing.why}.`,
        'Any adapter with Bluetooth 4.0 or newer can, if BlueZ is 5.50 or newer. End other programs that advertise, or take another adapter with --adapter.',
      ];
    case 'permission':
      return [
        `You are not permitted to ${missing.what} (${missing.why}).`,
        'Be in the group bluetooth (sudo usermod -aG bluetooth $USER, then log in anew), or run it as root.',
      ];
    case 'refused':
      return [
        `BlueZ refused to ${missing.what}: ${missing.why}.`,
        'Its own words are in  journalctl -u bluetooth. Starting it anew may help: sudo systemctl restart bluetooth.',
      ];
  }
}
