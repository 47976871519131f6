/** The cues of a guide, besides the picture. Sound and voice are off until the user switches them on. */

export const guideCues = ['sound', 'voice', 'vibration'] as const;
export type GuideCue = (typeof guideCues)[number];

export type CuesOn = Readonly<Record<GuideCue, boolean>>;

export const quiet: CuesOn = { sound: false, voice: false, vibration: true };
