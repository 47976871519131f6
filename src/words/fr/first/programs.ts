/** Names of the programs that come with the page. They are looked up by the English name, because the journal stores that name. */

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

/** End of the English name of a program that a person has changed. */
const CHANGED_SUFFIX = ', changed';

export function programName(name: string): string {
  const own = names[name];
  if (own !== undefined) return own;
  return name.endsWith(CHANGED_SUFFIX)
    ? `${programName(name.slice(0, -CHANGED_SUFFIX.length))}, modifié`
    : name;
}
