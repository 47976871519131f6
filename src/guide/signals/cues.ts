/** What a guide signals with, beside the picture. Sound and voice are off until somebody wants them. */

export const guideCues = ['sound', 'voice', 'vibration'] as const;
export type GuideCue = (typeof guideCues)[number];

export type CuesOn = Readonly<Record<GuideCue, boolean>>;

export const quiet: CuesOn = { sound: false, voice: false, vibration: true };
