import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { shortcutIn, withoutShortcut } from '../../../src/app/shortcut.ts';
import type { LastSession } from '../../../src/ui/places/at-home.ts';

const at = (search: string): URL => new URL(`https://example.org/heartward/${search}`);
const last = (simulated: boolean): LastSession => ({
  program: 'wind-down',
  name: 'Wind-down',
  intensity: mmhg(40),
  minutes: 20,
  simulated,
});

describe('a shortcut of the installed page', () => {
  it('connects simulated boots, or repeats the last session on them', () => {
    expect(shortcutIn(at('?open=simulated'), null)).toBe('connectSimulated');
    expect(shortcutIn(at('?open=again'), last(true))).toBe('repeatLastSession');
  });

  it.each(['', '?open=', '?open=start', '?opens=again'])('is not in the address %s', (search) => {
    expect(shortcutIn(at(search), last(true))).toBeNull();
  });

  it('opens only home if there was no session', () => {
    expect(shortcutIn(at('?open=again'), null)).toBeNull();
  });

  it('repeats a session with real boots only on boots that need no chooser', () => {
    expect(shortcutIn(at('?open=again'), last(false))).toBe('repeatOnKnownBoots');
  });

  it('is removed from the address, and nothing else is', () => {
    expect(withoutShortcut(at('?zones=3&open=again#boots')).href).toBe(at('?zones=3#boots').href);
  });
});
