/** The programs that come with the page, in French. They are found by their English name, which is all that a journal keeps. */

const names: Readonly<Record<string, string>> = {
  'Cold legs': 'Jambes froides',
  'Desk-side': 'Au bureau',
  'First time': 'Première fois',
  'Leak and fit test': 'Test de fuite et d’ajustement',
  'Muscle flush': 'Balayage musculaire',
  'Next-day flush': 'Balayage du lendemain',
  'Post-marathon': 'Après marathon',
  'Pre-run': 'Avant de courir',
  Strong: 'Fort',
  Trail: 'Trail',
  'Travel legs': 'Jambes de voyage',
  Ultra: 'Ultra',
  'Wind-down': 'Détente',
  Flush: 'Balayage',
  Gradient: 'Gradient',
  Interval: 'Intervalles',
  Isolate: 'Ciblé',
  'Pulse with distal release': 'Pulsations et relâchement par le bas',
  'Sequential hold': 'Maintien séquentiel',
  Slow: 'Lent',
  Wave: 'Vague',
};

/** What a program is called once something of it was changed. */
const CHANGED = ', changed';

/** A program that is none of these has the name that somebody gave it. */
export function programName(name: string): string {
  const own = names[name];
  if (own !== undefined) return own;
  return name.endsWith(CHANGED) ? `${programName(name.slice(0, -CHANGED.length))}, modifié` : name;
}
