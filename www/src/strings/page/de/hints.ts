import type { PageStrings } from '../type'

export const hints: PageStrings['hints'] = {
  ratesAbout: 'Rat zu den Lernraten',
  rates:
    'Immer nur eine Rate ändern, auf die Hälfte oder das Doppelte, und nach ein paar hundert Schritten wieder hinsehen. Der Diskriminator darf die höhere haben, soll aber nicht davonlaufen: Fällt sein Verlust auf 0, seine Rate halbieren.',
  lossAbout: 'Wie man die Verluste liest',
  loss: 'Verluste schwanken und sagen wenig über die Bilder: Diese alle 500 bis 1.000 Schritte ansehen. Wichtig ist, dass keiner verschwindet. Bleibt der Verlust des Diskriminators lange nahe 0, lernt der Generator kaum noch etwas.',
  scoresAbout: 'Wie man die Bewertungen liest',
  scores:
    'Nach jeder Änderung einer Rate zuerst hierher sehen. Nähern sich beide Linien 0,5, ist das ein gutes Zeichen. Liegen sie weit auseinander, braucht der Diskriminator eine niedrigere Rate; liegt D(G(z)) oben, der Generator.',
  qualityAbout: 'Wie man die Qualität liest',
  quality:
    'Etwas Auf und Ab ist normal; es zählt, wohin es über 500 bis 1.000 Schritte geht. Fehlen Ziffern oder sinkt die Vielfalt, ist der Generator kollabiert: zu einem gespeicherten Schritt zurückgehen oder einen anderen Startwert versuchen.',
  recipeAbout: 'Rat zu Rezepten',
  recipe:
    'Von einem Rezept ausgehen, das funktioniert, und immer nur eine Zahl ändern. Bleiben die Bilder Rauschen, hilft oft Dropout von 0,3 bis 0,6 in beiden Netzen: unter „Rezept bearbeiten“, nach den Aktivierungen.',
}
