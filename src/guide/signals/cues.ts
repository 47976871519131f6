/** The cues that a guide gives besides what it shows. By default, only vibration is on. */

export const guideCues = ['sound', 'voice', 'vibration'] as const;
export type GuideCue = (typeof guideCues)[number];

export type CuesOn = Readonly<Record<GuideCue, boolean>>;

export const quiet: CuesOn = { sound: false, voice: false, vibration: true };
