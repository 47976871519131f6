/** Why a step is in a plan. The sentences must not claim more than the studies support. */

import type { Reason } from '../../../plan/rules/reasons.ts';

export const reasons: Readonly<Record<Reason, string>> = {
  'walk-after-finish':
    'Standing still right after a hard run lets blood pool in the legs, and some people faint; a slow walk keeps it moving. Only walking today.',
  'drink-to-thirst': 'Thirst is a good guide; drinking far beyond it can be dangerous.',
  'put-feet-up': 'You have done enough. It may feel good, and nothing more is claimed.',
  'boots-same-day': 'Legs may feel better for a few hours. The studies are small.',
  'boots-ultra':
    'Long, slow squeezes for legs that feel swollen. You may feel less tired right afterwards; days later it made no difference.',
  'boots-trail':
    'Pulses that stay longer on ankle and calf, which steady you on rough ground. Legs may feel better for a few hours.',
  'boots-cold': 'A slow, mild squeeze once you are warm. Leave it out if the cramp is still there.',
  'boots-flight': 'A mild squeeze, for legs that feel heavy from sitting. Only if both legs look the same.',
  'boots-desk': 'A quiet, mild squeeze while you work. It does not replace getting up.',
  'boots-next-days':
    'Legs may feel less sore for a while. In studies the effect on soreness is trivial to moderate, on function trivial to small.',
  'boots-if-wanted': 'Only if you like how it feels: more sessions have not been shown to do more.',
  'keep-moving':
    'Gentle movement is the base of every day: it costs nothing, and everything else is extra. The aim is to move, not to train.',
  'evening-walk':
    'A few more minutes may make legs feel less stiff. Only walking: in one trial, active recovery on race day left people feeling worse.',
  'roller-flush': 'Light, quick strokes may make legs feel less heavy. Deep work is not for these days.',
  'roller-before-run': 'It may help legs feel ready. It does not replace warming up.',
  'roller-flight': 'Feet and calves first: light strokes may ease legs that feel heavy from sitting.',
  plate: 'Some studies find less soreness with vibration, others do not. Moving about may do just as well.',
  'hands-light':
    'Of everything that studies compared, massage did most for how sore and tired people felt. Keep it light.',
  'hands-ultra': 'Very gentle, from foot to hip: no deep or hard work until the first inflammation has gone.',
  'hands-flight': 'A few minutes toward the heart, feet and calves first, may ease legs that feel heavy.',
  spots: 'Two days or more after the run, you may press a knot for a short while. It should ease, not hurt.',
  'trail-knots':
    'Calves and hips work hard on rough ground. Two days on, you may press single knots; finish with broad strokes.',
  mobility:
    'Moving joints as far as is easy may leave them less stiff. You do not need long, hard stretching.',
  'trail-joints': 'Ankles, calves and hips have steadied you on rough ground: move them as far as is easy.',
  'cramp-stretch': 'Stretching the muscle gently is what most often ends a cramp.',
  'cramp-massage': 'Light strokes once the cramp has let go may ease what is left of it.',
  'cramp-warmth': 'Cold and tired muscles cramp more easily.',
  'easy-run': 'From now on an easy run is fine for legs that are hardly sore. If they are sore, walk.',
  'back-to-running': 'Back to running by degrees: a little more each time, always easy.',
  sleep: 'A quiet evening before bed. Slow breathing may make it easier to fall asleep.',
  'desk-hourly': 'Legs may feel heavy after hours of sitting; a minute on your feet breaks them up.',
};
