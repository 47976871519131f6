/** Purposes of the programs that come with the page, by their English texts. */

const purposes: Readonly<Record<string, string>> = {
  'A slow, gentle squeeze for calves that cramp in the cold; stop if anything hurts.':
    'Une compression lente et douce, pour des mollets qui ont des crampes au froid ; arrêtez si quelque chose fait mal.',
  'A quiet, slow squeeze with long rests while you sit and work.':
    'Une compression lente et discrète, avec de longs repos, pendant que vous travaillez assis.',
  'Low squeezes of the whole leg, held long enough for a leak to show.':
    'Des compressions légères de toute la jambe, tenues assez longtemps pour qu’une fuite se voie.',
  'A light, short session that begins gently, to learn what the boots feel like.':
    'Une séance courte et légère qui commence en douceur, pour découvrir les bottes.',
  'Light, quick sweeps toward the heart before or after a run.':
    'Des passages légers et rapides vers le cœur, avant ou après une sortie.',
  'Brisk squeezes without a pause, for sore legs one to three days after a race.':
    'Des compressions vives et sans pause, pour des jambes courbaturées un à trois jours après une course.',
  'For tired legs on the day of a long race, two hours after the finish or later; legs may feel better for hours.':
    'Pour des jambes fatiguées le jour d’une longue course, au plus tôt deux heures après l’arrivée ; elles peuvent se sentir mieux pendant des heures.',
  'A short, medium flush before you set off; it does not replace warming up.':
    'Un balayage court et moyen avant de partir ; il ne remplace pas l’échauffement.',
  'The firmest squeeze these boots give, for legs that know the others; you confirm it each time.':
    'La compression la plus ferme de ces bottes, pour des jambes qui connaissent les autres ; vous la confirmez chaque fois.',
  'For legs that held you on rough ground: pulses that stay longer on ankle and calf.':
    'Pour des jambes qui vous ont tenu sur terrain accidenté : des pulsations qui restent plus longtemps sur la cheville et le mollet.',
  'A mild squeeze, strongest at the foot, for heavy legs after a flight or a long drive.':
    'Une compression modérée, plus forte au pied, pour des jambes lourdes après un vol ou une longue route.',
  'Long slow squeezes for legs swollen by an ultra, before any deep work on the muscles.':
    'Des compressions longues et lentes, pour des jambes gonflées par un ultra, avant tout travail profond des muscles.',
  'A gentle wave at the pace of slow breathing, for the evening.':
    'Une vague douce au rythme d’une respiration lente, pour le soir.',
  'Quick squeezes climb the leg without a pause, and all release at once.':
    'Des compressions rapides montent la jambe sans pause, puis tout se relâche d’un coup.',
  'Like sequential hold, but strongest at the foot and lighter with each step toward the hip.':
    'Comme le maintien séquentiel, mais plus fort au pied et plus léger à chaque pas vers la hanche.',
  'The whole leg is squeezed and released together, with rests.':
    'Toute la jambe est comprimée et relâchée ensemble, avec des repos.',
  'One stretch of the leg is squeezed; what lies below it is held lightly, so that no blood is pushed back.':
    'Une partie de la jambe est comprimée ; ce qui est plus bas reste légèrement tenu, pour que le sang ne soit pas repoussé.',
  'Light quick sweeps toward the heart, ten over the lower leg, then ten over the upper.':
    'Des passages légers et rapides vers le cœur, dix sur le bas de la jambe, puis dix sur le haut.',
  'Pulses climb the leg, a held stretch follows them, and what lies behind that is released.':
    'Des pulsations montent la jambe, une partie tenue les suit, et ce qui est derrière est relâché.',
  'Each part is squeezed after the one below it and stays squeezed until all release together.':
    'Chaque partie est comprimée après celle du dessous et le reste jusqu’à ce que tout se relâche ensemble.',
  'The whole leg is squeezed for most of a minute, then rests as long.':
    'Toute la jambe est comprimée pendant presque une minute, puis se repose autant.',
  'Two parts at a time: the lower one is released once the next one is full.':
    'Deux parties à la fois : celle du bas est relâchée dès que la suivante est pleine.',
  'A gentle wave that climbs one step with each breath.':
    'Une vague douce qui monte d’un pas à chaque respiration.',
};

export const programPurpose = (purpose: string): string => purposes[purpose] ?? purpose;
