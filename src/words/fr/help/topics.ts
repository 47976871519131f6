/** What the help says, topic by topic, in French. */

import type { HelpText, HelpTopic } from '../../help/help-words.ts';
import type { GateWords } from '../../journal/journal-words.ts';

export const topics = (read: GateWords['screening']): Readonly<Record<HelpTopic, HelpText>> => ({
  start: {
    title: 'Votre première séance',
    paragraphs: [
      'Sans bottes, choisissez « Bottes simulées » : elles se comportent comme de vraies bottes, et tout ce que fait la page s’essaie avec elles.',
      'Avec des bottes : enfilez-les, fermez les fermetures, allumez-les, et choisissez « Connecter des bottes ». Votre navigateur montre celles qu’il trouve.',
      '« Première fois » est le programme le plus doux. Réglez l’intensité et la durée, puis appuyez sur « Démarrer ». Les bottes se remplissent d’abord, en une minute environ ; votre temps commence ensuite.',
      'Asseyez-vous ou allongez-vous, jambes surélevées. Bougez les orteils de temps en temps. Vous pouvez changer l’intensité à tout moment : moins fort agit tout de suite, plus fort à la prochaine vague.',
    ],
  },
  stop: {
    title: 'Arrêter',
    paragraphs: [
      '« Arrêter » est en bas de l’écran pendant toute la séance. Au clavier, c’est Échap, même si les réglages ont désactivé les autres touches. Les bottes laissent sortir tout leur air, ce qui prend quelques secondes.',
      'Si la page ne peut pas joindre les bottes, elle le dit et continue d’essayer. Si le navigateur l’a coupée du Bluetooth, l’arrêt ne peut pas être envoyé avant que vous ne rechargiez la page et ne reconnectiez les bottes ; cela aussi, elle le dit. Dans les deux cas, n’attendez pas :',
    ],
    points: [
      'Pressez le bouton des bottes. Il les arrête toujours.',
      'S’il n’y en a pas, débranchez le tuyau ou éteignez les bottes : sans courant, elles s’ouvrent.',
      'Ouvrez la fermeture.',
    ],
  },
  safety: {
    title: 'Sécurité : qui ne doit pas utiliser de bottes',
    paragraphs: [`${read.never} :`],
    points: [
      ...Object.values(read.contraindications),
      `${read.ask} : ${Object.values(read.toAskAbout).join(' ; ')}`,
      `${read.today} : ${Object.values(read.signs).join(' ; ')} : pas de bottes, et d’abord un médecin`,
      ...read.rules,
    ],
  },
  messages: {
    title: 'Ce que les bottes et la page peuvent signaler',
    paragraphs: [
      'Quand quelque chose ne va pas, les bottes s’arrêtent d’elles-mêmes, laissent sortir l’air et nomment la zone. Voici tous leurs messages, ce que chacun veut dire, et que faire.',
    ],
  },
  measured: {
    title: 'Ce qui est mesuré, et comment',
    paragraphs: [
      'Chaque zone des bottes a un capteur. La partie remplie des jambes dessinées, et le premier de chaque paire de chiffres, est ce que les capteurs ont mesuré ; le trait tireté est ce qui a été demandé à la zone. Une pression dont on est sans nouvelles est dessinée comme ancienne, et une pression inconnue n’est jamais montrée comme zéro.',
      'Le temps restant compte le temps que vous avez choisi. Il ne bouge pas pendant le premier remplissage, ni pendant une pause, tant que la durée maximale d’une séance ne finirait pas avant votre temps ; la page le dit alors.',
      'Les pressions sont celles de l’air dans les bottes. Ce qui arrive à la jambe dépend de la façon dont les bottes sont mises.',
    ],
  },
  connecting: {
    title: 'Si les bottes ne sont pas trouvées',
    paragraphs: [
      'Il faut un navigateur avec Web Bluetooth : Chrome ou Edge sur un ordinateur ou sur Android, ou Bluefy sur un iPhone ou un iPad. Sous Linux, Chrome l’a derrière une option ; ouvrez cette adresse dans un nouvel onglet, activez l’option, et redémarrez le navigateur :',
    ],
    copy: ['chrome://flags/#enable-experimental-web-platform-features'],
    points: [
      'Le Bluetooth est-il activé sur cet appareil ?',
      'Les bottes sont-elles allumées, proches, la batterie chargée ?',
      'Un autre téléphone est-il connecté à elles ? Déconnectez-le d’abord.',
      'La page dit-elle que le navigateur l’a coupée du Bluetooth ? Rechargez-la. Chromium sous Linux peut faire cela quand une connexion est perdue.',
      'Si vous avez dit au navigateur de bloquer le Bluetooth pour cette page, autorisez-le dans les réglages de la page, à côté de l’adresse.',
    ],
  },
  alone: {
    title: 'Autres onglets, téléphone verrouillé, page fermée',
    paragraphs: [
      'Les bottes jouent ce que la page leur a envoyé d’avance, sur leur propre horloge : un onglet caché ou un ordinateur occupé ne les gêne pas tant qu’elles ont de temps en temps des nouvelles de la page.',
      'Si elles n’en ont plus du tout, elles continuent le temps convenu au début de la séance, puis s’arrêtent et laissent sortir l’air. La page dit combien de temps.',
    ],
  },
  editor: {
    title: 'Créer un programme',
    paragraphs: [
      'Partez d’un programme qui s’en approche, ou de rien. Faites glisser sur le dessin, ou utilisez les champs ; les deux changent le même programme. Le dessin suit chaque changement, et chaque pas peut être annulé.',
      'Ce qu’un programme ne peut pas être est dit à côté du champ. Tant que ce n’est pas corrigé, le programme ne peut être ni enregistré ni transmis.',
      'Ce qui n’est pas encore enregistré reste sur cet appareil, même après un rechargement, jusqu’à ce que vous l’enregistriez ou l’abandonniez.',
    ],
    points: [
      'L’essai fait tourner le programme sur des bottes simulées, 20 fois plus vite. Rien ne va à de vraies bottes.',
      'Vous pouvez l’emporter comme fichier, lien ou code QR. Le lien contient tout le programme ; aucun serveur ne le garde.',
    ],
  },
  maker: {
    title: 'Pour qui fabrique : l’état des bottes',
    paragraphs: [
      'Cette page, à laquelle mène un lien depuis les bottes, montre ce que chaque zone a fait pendant cette séance, à côté de l’autre jambe et des dernières séances : à quelle vitesse elle se remplit, combien d’air elle prend, ce qu’elle perd, comment elle se vide, et ce que lit son capteur sans air.',
      'À côté des chiffres, elle dit ce qu’ils signifient probablement, comme une fuite, un tuyau plié ou une botte sans jambe. C’est une supposition tirée des chiffres, pas un constat.',
    ],
    points: [
      'Le test de fuite et d’ajustement dure trois minutes à basse pression et mesure toutes les zones.',
      'Les bottes peuvent clignoter, pour que vous voyiez auxquelles la page est connectée.',
      'Le rapport est un seul fichier avec les chiffres, ce que déclarent les bottes et le journal des dernières minutes. Il ne contient rien de personnel, et ne part nulle part si vous ne l’envoyez pas.',
    ],
  },
  making: {
    title: 'Fabriquer des bottes',
    paragraphs: [
      'Toutes les bottes qui parlent le protocole Bluetooth de Heartward marchent avec cette page. Le texte, un en-tête C et des vecteurs de test sont dans le dossier firmware-protocol du code source, et les bottes simulées en sont une réalisation complète.',
    ],
  },
  about: {
    title: 'À propos de Heartward',
    paragraphs: [
      'Heartward est un logiciel libre et ouvert sous licence MIT. Ce n’est pas un dispositif médical et il ne promet rien de médical ; les jambes peuvent se sentir mieux quelques heures.',
      'Il n’a ni compte ni serveur. Ce que vous saisissez reste dans ce navigateur, sur cet appareil.',
      'Le texte français n’a pas encore été relu par une personne de langue française. Jusque-là, les consignes de sécurité ont le texte anglais au-dessous, qui fait foi.',
    ],
  },
});
