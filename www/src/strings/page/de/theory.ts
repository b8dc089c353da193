import type { PageStrings } from '../type'

export const theory: PageStrings['theory'] = {
  game: 'Das Spiel: V(D, G)',
  gameIs:
    'D(x) ist die Wahrscheinlichkeit, mit der der Diskriminator das Bild x für echt hält; G(z) ist das Bild, das der Generator aus den Zufallszahlen z macht. Beide spielen um einen Wert, den D groß und G klein haben will:',
  gameEnds:
    'Bei festem G antwortet das bestmögliche D mit p(x) / (p(x) + q(x)); p ist die Dichte der echten Bilder an der Stelle x, q die der erzeugten. Zeichnet G genau so, wie die Daten sind, ist das für jedes Bild 0,5: D kann nur noch raten, und V ist −ln 4.',
  gamePractice:
    'Anfangs erkennt D jede Fälschung; ln(1 − D(G(z))) ist dann fast flach, und G würde kaum lernen. In der Praxis macht G deshalb ln D(G(z)) groß: Das führt zum selben Gleichgewicht, ist aber dort steil, wo G schlecht ist.',

  steps: 'Jeder Schritt: Algorithmus 1',
  stepsD:
    'D trainieren, k-mal: m Zufallsvektoren z und m Bilder x der Daten ziehen und die Gewichte von D den Gradienten hinauf bewegen, und zwar von',
  stepsG:
    'G trainieren, einmal: m neue Vektoren z ziehen und die Gewichte von G den Gradienten hinab bewegen, und zwar von',
  stepsNumbers:
    'm ist die Batchgröße. Das Paper nimmt k = 1, die billigste Wahl, und Momentum. Hier sagt jedes Rezept selbst, wie viele Updates jedes Netz in einem Schritt bekommt, ob G neue Vektoren erhält und welcher Optimierer dem Gradienten folgt.',

  rules: 'Die Regeln von DCGAN',
  rulesAre:
    'GANs aus Faltungen waren schwer zu trainieren, bis dieses Paper eine Familie von Netzen nannte, die auf vielen Datensätzen stabil lernt:',
  ruleStrides:
    'Kein Pooling: Faltungen mit Schrittweite verkleinern das Bild in D, transponierte Faltungen vergrößern es in G.',
  ruleNorm:
    'Batch-Normalisierung in beiden Netzen, aber weder am Ausgang von G noch am Eingang von D: Dort brachte sie die Bilder ins Schwingen.',
  ruleDense:
    'Keine vollständig verbundenen verborgenen Schichten: Nur die erste Schicht von G und die letzte von D verbinden alles mit allem.',
  ruleActivations: 'ReLU in G, am Ende tanh; Leaky ReLU mit Steigung 0,2 in D.',
  ruleNumbers:
    'Anfangsgewichte aus einer Normalverteilung mit Standardabweichung 0,02; Adam mit Lernrate 0,0002 und β₁ = 0,5.',

  wasserstein: 'Wasserstein: warum ein Kritiker',
  wassersteinWhy:
    'Bilder füllen nur einen dünnen Teil des Raums aller Pixel. Solange sich erzeugte und echte dort nicht treffen, kann es einen perfekten Diskriminator geben, und sein Gradient sagt G nicht, wohin. Der Wasserstein-Abstand, die geringste Arbeit, die die eine Verteilung in die andere überführt, wird auch dann kleiner, wenn die beiden noch getrennt sind:',
  wassersteinCritic:
    'f ist der Kritiker. Er gibt Bewertungen ohne Grenzen statt Wahrscheinlichkeiten, und die Differenz seiner mittleren Bewertungen schätzt den Abstand. Er darf sich nicht schneller ändern als das Bild (1-Lipschitz), sonst könnte er die Differenz beliebig groß machen. Die Schätzung ist nur so gut wie der Kritiker; deshalb bekommt er fünf Updates auf eines des Generators.',
  wassersteinClip:
    'Das erste Paper hält den Kritiker im Zaum, indem es seine Gewichte auf ±0,01 beschneidet, und nennt das selbst „a clearly terrible way“, eine eindeutig schreckliche Methode: Mit weiten Grenzen lernt der Kritiker langsam, mit engen verschwinden die Gradienten.',
  wassersteinPenalty:
    'Das zweite nimmt stattdessen einen Strafterm. Der Gradient des besten Kritikers hat auf den Geraden zwischen echten und erzeugten Bildern fast überall die Länge 1; also werden auf solchen Geraden Punkte x̂ gezogen, und jede andere Länge kostet:',
  wassersteinNorm:
    'Die Strafe gilt jedem Bild für sich. Batch-Normalisierung vermischt die Bilder eines Batches und hat in diesem Kritiker deshalb keinen Platz.',

  trouble: 'Wenn es nicht lernt',
  noise: 'Die Bilder bleiben Rauschen',
  noiseDo:
    'Beiden Netzen Dropout mit Raten von 0,3 bis 0,6 geben (unter „Rezept bearbeiten“) und die Reihenfolge der Schichten prüfen: Faltung, Batch-Normalisierung, Aktivierung, Dropout.',
  zero: 'Der Verlust des Diskriminators fällt auf 0',
  zeroDo:
    'Er unterscheidet alles, D(x) nahe 1 und D(G(z)) nahe 0, und der Generator lernt kaum noch etwas von ihm. Den Diskriminator nicht vorab trainieren. Seine Lernrate senken oder dem Generator zwei Updates pro Schritt geben, wie es dcgan-tensorflow aus eben diesem Grund tut.',
  alike: 'Alle Bilder sehen gleich aus',
  alikeDo:
    'Der Generator ist auf wenige Bilder zusammengefallen, die durchgehen (Mode Collapse). Wie ein Training verläuft, hängt an den Anfangsgewichten: einen anderen Startwert versuchen.',
  wait: 'Es ist schwer zu sagen, ob es besser wird',
  waitDo:
    'Alle 500 bis 1.000 Schritte hinsehen: Die Verluste schwanken und sagen wenig über die Bilder. Von einem Rezept ausgehen, das funktioniert, und immer nur eine Zahl ändern.',
}
