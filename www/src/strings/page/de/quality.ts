import type { PageStrings } from '../type'

export const quality: PageStrings['quality'] = {
  strong: 'Diskriminator zu stark',
  even: 'Gleichgewicht',
  fooled: 'Diskriminator getäuscht',
  title: 'Qualität',
  help: 'Wie weit die erzeugten Bilder vom Datensatz entfernt sind: alle paar Sekunden an 500 neuen Bildern der gemittelten Gewichte gemessen. Je niedriger, desto besser.',
  chart: 'Abstand der Bilder vom Datensatz über die Trainingsschritte',
  distance: 'Abstand',
  notYet: 'Wird während des Trainings alle paar Sekunden gemessen.',
  unjudged: 'Die Bilder lassen sich nicht beurteilen: {why}',
  pixels:
    '{distance}: So weit liegen die Pixel im Mittel auseinander, wenn zwischen Schwarz und Weiß 1 liegt',
  certainty: 'Sicherheit {part}',
  spread: 'Vielfalt {part} von der des Datensatzes',
  classesLabel: 'Anteil jeder Ziffer an den Bildern',
  missing: 'fehlt',
  bands: {
    same: '{distance}: kaum vom Datensatz zu unterscheiden',
    nearlyAll: '{distance}: fast alle Ziffern sind lesbar',
    most: '{distance}: die meisten Ziffern sind lesbar',
    some: '{distance}: manche Ziffern sind lesbar',
    strokes: '{distance}: Striche, kaum eine Ziffer',
    nothing: '{distance}: noch keine Ziffern',
  },
}
