/** Texts about what the page keeps on this device: backups, space, people, and erasing all of it. */

import type { JournalPageWords } from '../../journal/journal-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';

export const keeping = (n: Numbers): JournalPageWords['keeping'] => ({
  export: 'Enregistrer dans un fichier',
  exportWhat:
    'La sauvegarde a tout, de tous ceux qui utilisent cet appareil : journal et courbes, plans, vos programmes, réponses, blocages, noms et réglages. Elle se relit ici ou sur un autre appareil. Le tableau est le journal pour les tableurs.',
  json: 'Enregistrer une sauvegarde',
  csv: 'Enregistrer un tableau (CSV)',
  import: 'Lire une sauvegarde',
  importWhat:
    'Ajoute ce qui n’est pas encore là ; ce qui est là reste. Un fichier est pris en entier, ou pas du tout.',
  choose: 'Choisir une sauvegarde',
  erase: 'Tout effacer',
  eraseWhat:
    'Journal, plans, vos programmes, réponses, blocages et noms, de tous ceux qui utilisent cet appareil. Seuls restent l’aspect et les sons de la page, et le choix des touches pressées seules. Une sauvegarde contient tout cela : faites-en d’abord une si vous pourriez le vouloir. Ce que les bottes retiennent s’efface dans les réglages.',
  eraseFirst: 'Tout effacer…',
  eraseYes: 'Effacer pour de bon',
  eraseNo: 'Garder',
  eraseLater: 'Les bottes sont en service. Après la séance, tout pourra être effacé.',
  persist: 'Demander au navigateur de le garder',
  persistWhat:
    'Quand la place manque, un navigateur peut effacer ce qu’une page garde. Demandez-lui de ne pas le faire.',
  persistRefused:
    'Le navigateur n’a pas accepté cette fois. Il accepte plus volontiers pour une page installée ou souvent utilisée. D’ici là, faites de temps en temps une sauvegarde.',
  persisted: 'Le navigateur le garde même quand la place manque.',
  busy: 'Un instant…',
  stages: {
    writing: 'Écriture de la sauvegarde…',
    reading: 'Lecture de la sauvegarde…',
    keeping: 'Enregistrement de ce qui est nouveau…',
  },
  people: 'Personnes',
  peopleWhat: 'Doses, réponses de santé, blocages et journal sont propres à chacun.',
  mine: 'Votre nom',
  name: 'Changer le nom',
  other: 'Quelqu’un d’autre utilise-t-il aussi cet appareil ?',
  otherName: 'Son nom',
  addPerson: 'Ajouter une personne',
  whose: 'De qui est le journal affiché',
  memoryOnly: {
    noStorage:
      'Ce navigateur ne conserve rien pour cette page (peut-être une fenêtre privée) : le journal dure jusqu’à ce que vous la fermiez. Faites une sauvegarde.',
    storageFull:
      'Il n’y a plus de place sur cet appareil : ce qui est noté maintenant dure jusqu’à la fermeture de la page. Libérez de la place, ou faites une sauvegarde.',
  },
  unreadable: (count) =>
    `${n.count(count)} ${n.plural(count, { one: 'entrée est illisible', other: 'entrées sont illisibles' })} pour cette version de la page. Rien n’en est changé.`,
  total: (count) => `${n.count(count)} ${n.plural(count, { one: 'entrée', other: 'entrées' })}`,
});
