/**
 * What browser tests need beyond npm packages: Chromium and dbus-daemon. Installs them on Debian and Ubuntu when run as root; otherwise
 * prints how to install them.
 */

import { readFileSync } from 'node:fs';
import { chromiumPath, whereIs } from './chromium.mjs';
import { giveUp, runQuietly } from './process.mjs';

const list = new Intl.ListFormat('en');

function likeDebian() {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** Ubuntu's chromium package is a snap, which does not run in containers. So Playwright's Chromium is used there. */
function ubuntu() {
  return /^ID=ubuntu/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function missingParts() {
  const missing = [];
  if ((await chromiumPath()) === null) missing.push('chromium');
  if (process.platform === 'linux' && whereIs('dbus-daemon') === null) missing.push('dbus-daemon');
  return missing;
}

const NOT_ASKING = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

async function apt(args) {
  const { code, output } = await runQuietly('apt-get', ['-qq', ...args], {
    env: NOT_ASKING,
  });
  if (code !== 0) giveUp(`apt-get ${args.join(' ')} exited with ${code}:`, output.trim());
}

async function installFromDebian(missing) {
  console.log(`Installing ${list.format(missing)} from Debian. This takes a minute, once.`);
  await apt(['update']);
  const packages = missing.flatMap((part) =>
    part === 'dbus-daemon' ? ['dbus-daemon'] : ubuntu() ? [] : [part],
  );
  if (packages.length > 0) await apt(['install', '-y', '--no-install-recommends', ...packages]);
  // With this package, the tests that need no Bluetooth take less time. They also run without it, so it does not matter if a release has
  // no such package.
  if (packages.includes('chromium'))
    await runQuietly(
      'apt-get',
      ['-qq', 'install', '-y', '--no-install-recommends', 'chromium-headless-shell'],
      {
        env: NOT_ASKING,
      },
    );
  if (ubuntu() && missing.includes('chromium')) {
    const { code, output } = await runQuietly('npx', ['playwright', 'install', '--with-deps', 'chromium']);
    if (code !== 0) giveUp(`npx playwright install --with-deps chromium exited with ${code}:`, output.trim());
  }
}

/** The commands to type, by platform. */
function recipe(missing) {
  const chromium = missing.includes('chromium');
  const dbus = missing.includes('dbus-daemon');
  const wanted = (chromiumName, dbusName) =>
    [chromium ? chromiumName : null, dbus ? dbusName : null].filter((name) => name !== null).join(' ');
  if (process.platform !== 'linux') return ['  npx playwright install chromium'];
  const lines = [`  Debian:         sudo apt-get install ${wanted('chromium', 'dbus-daemon')}`];
  if (chromium) lines.push('  Ubuntu:         sudo npx playwright install --with-deps chromium');
  if (dbus) lines.push('  Ubuntu:         sudo apt-get install dbus-daemon');
  lines.push(`  Fedora:         sudo dnf install ${wanted('chromium', 'dbus-daemon')}`);
  lines.push(`  Arch:           sudo pacman -S ${wanted('chromium', 'dbus')}`);
  lines.push(`  openSUSE:       sudo zypper install ${wanted('chromium', 'dbus-1-daemon')}`);
  return lines;
}

/** Makes sure that Chromium and dbus-daemon are there, or exits with a message, so that no browser test is skipped for want of them. */
export async function ensureSystemParts() {
  let missing = await missingParts();
  if (missing.length > 0 && likeDebian() && process.getuid?.() === 0) {
    await installFromDebian(missing);
    missing = await missingParts();
  }
  if (missing.length > 0)
    giveUp(
      `The browser tests need ${list.format(missing)}. Install ${missing.length > 1 ? 'them' : 'it'} with`,
      ...recipe(missing),
      'and run npm test again. (npm test -- --unit runs everything that needs no browser.)',
    );
  if (process.platform !== 'linux')
    giveUp(
      'The browser tests drive Chromium over a Bluetooth service of their own on D-Bus, which only Linux has.',
      'Run them in a Linux container or machine; npm test -- --unit runs everything else here.',
    );
}

/**
 * Makes sure that programs from Debian packages are there, or exits with a message. Installs them on Debian as root.
 * @param packages the package of each program, by the program's name
 */
export async function ensureDebianPackages(packages) {
  const programs = Object.keys(packages);
  const missing = () => programs.filter((name) => whereIs(name) === null).map((name) => packages[name]);
  if (missing().length > 0 && likeDebian() && process.getuid?.() === 0) {
    console.log(`Installing ${missing().join(' and ')} from Debian.`);
    await apt(['update']);
    await apt(['install', '-y', '--no-install-recommends', ...missing()]);
  }
  if (missing().length > 0)
    giveUp('This needs Debian packages. Install them with', `  sudo apt-get install ${missing().join(' ')}`);
}
