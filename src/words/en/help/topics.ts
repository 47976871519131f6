/** What the help says, topic by topic, in English. */

import type { HelpText, HelpTopic } from '../../help/help-words.ts';
import type { GateWords } from '../../journal/journal-words.ts';

export const topics = (read: GateWords['screening']): Readonly<Record<HelpTopic, HelpText>> => ({
  start: {
    title: 'Your first session',
    paragraphs: [
      'Without boots, choose Simulated boots: they behave like real ones, and you can try everything on the page with them.',
      'With boots: put them on, close the zips, switch them on, and choose Pair boots. Your browser shows the boots it finds.',
      'First time is the gentlest program. Set how firm and how long, then press Start. The boots fill first, which takes about a minute; your time begins to run after that.',
      'Sit or lie with your legs up. Move your toes now and then. You can change how firm it is at any time: lower takes effect now, higher from the next wave.',
    ],
  },
  stop: {
    title: 'Stopping',
    paragraphs: [
      'Stop is at the bottom of the screen during every session. On a keyboard it is Esc, even if the settings have switched the other keys off. The boots let out all of their air, which takes a few seconds.',
      'If the page cannot reach the boots, it says so and keeps trying. If the browser has cut it off from Bluetooth, Stop cannot be sent until you reload the page and pair again; the page says this too. Do not wait for either:',
    ],
    points: [
      'Press the button on the boots. It always stops them.',
      'If there is none, unplug the hose or switch the boots off: their vents open without power.',
      'Open the zip.',
    ],
  },
  safety: {
    title: 'Safety: who should not use boots',
    paragraphs: [`${read.never}:`],
    points: [
      ...Object.values(read.contraindications),
      `${read.ask}: ${Object.values(read.toAskAbout).join('; ')}`,
      `${read.today}: ${Object.values(read.signs).join('; ')}: no boots, and see a clinician first`,
      ...read.rules,
    ],
  },
  messages: {
    title: 'What the boots and the page may report',
    paragraphs: [
      'When something is wrong, the boots stop by themselves, let out the air, and name the zone. These are all their messages, what each means, and what to do.',
    ],
  },
  measured: {
    title: 'What is measured, and how',
    paragraphs: [
      'Each zone of the boots has a gauge. The filled part of the drawn legs, and the first of each pair of numbers, is what the gauges measured; the dashed line is what the zone was asked for. A pressure that the boots have not sent lately is drawn as old, and one that is unknown is never shown as zero.',
      'Time left counts the time that you chose. It stands still while the boots fill at the start, and in a pause, until the longest session would end before your time is over; the page then says so.',
      'Pressures are those of the air in the boots. What reaches the leg depends on how the boots fit.',
    ],
  },
  connecting: {
    title: 'If the boots are not found',
    paragraphs: [
      'The page needs a browser with Web Bluetooth: Chrome or Edge on a computer or on Android, or Bluefy on an iPhone or iPad. On Linux, Chrome has it behind a setting; open this address in a new tab, switch the setting on, and restart the browser:',
    ],
    copy: ['chrome://flags/#enable-experimental-web-platform-features'],
    points: [
      'Is this device’s Bluetooth switched on?',
      'Are the boots switched on and near, with a charged battery?',
      'Is another phone connected to them? Disconnect it there first.',
      'Does the page say that the browser has cut it off from Bluetooth? Reload it. Chromium on Linux may do this when a connection is lost.',
      'If the browser blocks Bluetooth for this page, allow it in the page’s settings, beside the address.',
    ],
  },
  alone: {
    title: 'Other tabs, a locked phone, a closed page',
    paragraphs: [
      'The boots play what the page has sent ahead, on a clock of their own, so a hidden tab or a busy computer does not disturb them as long as they hear from the page now and then.',
      'If they no longer hear from the page at all, they go on for the time that was agreed when the session began, then stop and let out the air. The page says how long that is.',
    ],
  },
  editor: {
    title: 'Making a program',
    paragraphs: [
      'Begin with a program that comes close, or with nothing. Drag on the drawing, or use the fields; both change the same program. The drawing follows each change, and every step can be undone.',
      'Each problem is shown beside its field. Until you put it right, you can neither save nor share the program.',
      'What is not saved yet stays on this device, even after a reload, until you save or discard it.',
    ],
    points: [
      'Try it runs the program on simulated boots, 20 times as fast. Nothing goes to real boots.',
      'Take it with you shares it as a file, a link or a QR code. The link holds the whole program; no server keeps it.',
    ],
  },
  maker: {
    title: 'For makers: how the boots are doing',
    paragraphs: [
      'For makers, linked from the boots, shows what each zone did in this session, beside the other leg and the last sessions: how fast it fills, how much air it takes, what it loses, how it empties, and what its gauge reads with no air in it.',
      'Beside the figures it says what they likely mean, such as a leak, a kinked hose or a boot without a leg. That is a guess from the figures, not a finding.',
    ],
    points: [
      'The leak and fit test takes three minutes at a low pressure and measures all zones.',
      'The boots can blink, so that you see which ones the page is connected to.',
      'The report is one file with the figures, what the boots state, and the log of the last minutes. It holds nothing personal, and goes nowhere unless you send it.',
    ],
  },
  making: {
    title: 'Making boots',
    paragraphs: [
      'Any boots that speak Heartward’s Bluetooth protocol work with this page. The text, a C header and test vectors are in the folder firmware-protocol of the source code, and the simulated boots are a complete implementation.',
    ],
  },
  about: {
    title: 'About Heartward',
    paragraphs: [
      'Heartward is free and open software under the MIT licence. It is not a medical device and makes no medical claim; legs may feel better for a few hours.',
      'It has no account and no server. What you enter stays in this browser, on this device.',
    ],
  },
});
