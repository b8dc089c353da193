/** What the engine says, by its English, in the order of the sources. */
export const de: Readonly<Record<string, string>> = {
  // src/data/batches.rs
  '{len} images in batches of {batch} are too many: the limit is {most}.':
    '{len} Bilder sind bei Batchgröße {batch} zu viele: Möglich sind höchstens {most}.',

  // src/data/idx/mod.rs
  'The {part} of “{name}” {problem}.': '„{name}“, {part}: {problem}.',
  'are an empty file: expected an IDX file': 'Die Datei ist leer; erwartet wird eine IDX-Datei',
  'are a gzip file that breaks off: expected its end, found none':
    'Die gzip-Datei bricht ab: Ihr Ende fehlt',
  'are a damaged gzip file: expected compressed data, found an error ({error})':
    'Die gzip-Datei ist beschädigt: statt komprimierter Daten kam ein Fehler ({error})',
  'are too large: the header claims {sizes} bytes; the limit is {limit} MiB':
    'Die Datei ist zu groß: Laut Kopf sind es {sizes} Bytes; möglich sind höchstens {limit} MiB',
  'break off: the header claims {sizes} = {claimed} bytes, found {got}':
    'Die Datei bricht ab: Laut Kopf sind es {sizes} = {claimed} Bytes, gefunden wurden {got}',
  'go on after their end: the header claims {sizes} = {claimed} bytes, found more':
    'Die Datei geht über ihr Ende hinaus: Laut Kopf sind es {sizes} = {claimed} Bytes, gefunden wurden mehr',
  'are not an IDX file: expected 00 00 08 and a number of dimensions, found {found}':
    'Das ist keine IDX-Datei: erwartet werden 00 00 08 und die Zahl der Dimensionen, gefunden: {found}',
  'have elements of type 0x{code} ({kind}); expected 0x08 (unsigned bytes)':
    'Die Elemente haben den Typ 0x{code} ({kind}); erwartet wird 0x08 (Bytes ohne Vorzeichen)',
  'break off in their header: expected {count} sizes, found {dimension}':
    'Die Datei bricht im Kopf ab: erwartet werden {count} Größen, gefunden: {dimension}',
  'signed bytes': 'Bytes mit Vorzeichen',
  '16-bit integers': '16-Bit-Ganzzahlen',
  '32-bit integers': '32-Bit-Ganzzahlen',
  '32-bit floats': '32-Bit-Gleitkommazahlen',
  '64-bit floats': '64-Bit-Gleitkommazahlen',
  unknown: 'unbekannt',
  'hold labels, not images: the two files may be swapped':
    'Die Datei enthält Labels, keine Bilder: Vielleicht sind die beiden Dateien vertauscht',
  'have {count} dimensions ({sizes}); expected 3 (count × height × width) or 4 (count × channels × height × width)':
    'Die Datei hat {count} Dimensionen ({sizes}); erwartet werden 3 (Anzahl × Höhe × Breite) oder 4 (Anzahl × Kanäle × Höhe × Breite)',
  'have {channels} channels (sizes {sizes}); expected 1, 3 or 4, in the order count × channels × height × width':
    'Die Bilder haben {channels} Kanäle (Größen {sizes}); erwartet werden 1, 3 oder 4, in der Reihenfolge Anzahl × Kanäle × Höhe × Breite',
  'are empty: the header gives the sizes {sizes}':
    'Es sind keine da: Der Kopf nennt die Größen {sizes}',
  'measure {width} × {height} pixels each; the limit is {most} × {limit}':
    'Sie messen je {width} × {height} Pixel; möglich sind höchstens {most} × {limit}',
  'do not match the images: there are {count} labels for {images} images':
    'Sie passen nicht zu den Bildern: {count} Labels für {images} Bilder',
  'hold images, not labels: the two files may be swapped':
    'Die Datei enthält Bilder, keine Labels: Vielleicht sind die beiden Dateien vertauscht',
  'have {count} dimensions ({sizes}); expected 1 (count)':
    'Die Datei hat {count} Dimensionen ({sizes}); erwartet wird 1 (Anzahl)',

  // src/data/images/options.rs
  'Images cannot be {what} {width} × {height} pixels: each side must be 1 to {most}.':
    '{what} {width} × {height} Pixel ist nicht möglich: Jede Seite misst 1 bis {most}.',
  'Images cannot have {other} channels; they have 1 (grey), 3 (RGB) or 4 (RGBA).':
    'Bilder mit {other} Kanälen sind nicht möglich; erwartet werden 1 (grau), 3 (RGB) oder 4 (RGBA).',

  // src/data/mod.rs
  '{names}: {why}.': '{names}: {why}.',

  // src/data/parts.rs
  'The first {count} images of “{name}” were asked for; it must be 1 to {has}.':
    'Verlangt wurden die ersten {count} Bilder von „{name}“; möglich sind 1 bis {has}.',
  '{count} of the {has} images of “{name}” were to be held out; it must be 1 to {most}.':
    '{count} Bilder von „{name}“ sollten zurückgehalten werden; von den {has} sind 1 bis {most} möglich.',

  // src/device.rs
  'The graphics device was lost, as after a driver reset; start again. It said: {why}':
    'Die Verbindung zur Grafikkarte ging verloren, etwa weil der Treiber neu gestartet wurde: bitte noch einmal beginnen. Gemeldet wurde: {why}',
  'The device did not deliver its results. It said: {why}':
    'Das Gerät hat seine Ergebnisse nicht geliefert. Gemeldet wurde: {why}',

  // src/generation.rs
  "The generator {name} has batch normalisations folded into other layers: to draw by the batch's statistics, open the file that training wrote.":
    'Im Generator {name} sind Batch-Normalisierungen mit anderen Schichten verschmolzen: Statistiken des Batches brauchen die Datei, die das Training geschrieben hat.',
  'The generator {name} has no batch normalisation, so there are no statistics of the batch to draw by.':
    'Der Generator {name} hat keine Batch-Normalisierung, also auch keine Statistiken des Batches, nach denen er zeichnen könnte.',
  "Drawing by the batch's statistics takes at least 2 images.":
    'Ein einzelnes Bild hat keinen Batch, nach dessen Statistiken es gezeichnet werden könnte: Erwartet werden mindestens 2 Bilder.',

  // src/import/mod.rs
  'NumPy arrays of Chainer': 'NumPy-Felder von Chainer',
  'No file was given to import.': 'Es wurde keine Datei zum Importieren angegeben.',
  '“{name}” cannot be imported: {why}.': '„{name}“ kann nicht importiert werden: {why}.',
  'expected at most {most} bytes, found {bytes}':
    'Erwartet werden höchstens {most} Bytes, gefunden wurden {bytes}',
  '“{name}” cannot be imported: {why}': '„{name}“ kann nicht importiert werden: {why}',
  'it has more than {most} bytes': 'Die Datei hat mehr als {most} Bytes',
  'expected PyTorch or safetensors; other files say their layers':
    'Erwartet wird PyTorch oder safetensors; andere Dateien nennen ihre Schichten selbst',
  '{list} is left aside': '{list} wird nicht gebraucht',
  '{list} are left aside': '{list} werden nicht gebraucht',
  'expected PyTorch (.pt, .pth), safetensors, ONNX, Keras (.h5, .keras) or TensorFlow.js (model.json), found {found}':
    'Erwartet wird PyTorch (.pt, .pth), safetensors, ONNX, Keras (.h5, .keras) oder TensorFlow.js (model.json); gefunden: {found}',

  // src/import/statement.rs
  '“{name}” does not describe a generator: {why}.': '„{name}“ beschreibt keinen Generator: {why}.',
  'a latent of {dimension} numbers; it has 1 to {most}':
    'Der latente Vektor hat {dimension} Zahlen; möglich sind 1 bis {most}',
  '{count} labels; the most is {most}': '{count} Labels; höchstens {most} sind möglich',

  // src/inference/affine.rs
  'would take {memory} numbers of working memory; the most is {most}':
    'bräuchte einen Arbeitsspeicher von {memory} Zahlen; höchstens {most} sind möglich',

  // src/inference/buffers.rs
  'There is not enough memory for {length} numbers: draw fewer images at once.':
    'Für {length} Zahlen reicht der Speicher nicht: bitte weniger Bilder auf einmal zeichnen.',

  // src/generator/look.rs
  'its images are not finite': 'Die Bilder haben Werte, die nicht endlich sind',

  // src/generator/measures.rs
  '{count} latents give the same image': '{count} latente Vektoren ergeben dasselbe Bild',
  'it looks like noise (neighbouring pixels correlate by {correlation})':
    'Es sieht nach Rauschen aus (Korrelation benachbarter Pixel: {correlation})',

  // src/inference/generator.rs
  'Layer {number} of the generator ({kind}) {why}.':
    'Schicht {number} des Generators ({kind}) {why}.',
  '{count} times {length} numbers were asked for at once; the most is {most}.':
    '{count}-mal {length} Zahlen wurden auf einmal verlangt; höchstens {most} sind möglich.',

  // src/inference/mod.rs
  'The generator draws images that are not finite.':
    'Der Generator zeichnet Bilder mit Werten, die nicht endlich sind.',

  // src/javascript/grid.rs
  'A picture of {rows} rows of {columns} images would take {bytes} bytes; the most is {most}.':
    'Ein Bild aus {rows} Zeilen zu je {columns} Bildern bräuchte {bytes} Bytes; höchstens {most} sind möglich.',

  // src/javascript/latent.rs
  'The seed is {value}; it must be a whole number, 0 to {most}.':
    'Startwert {value}: Erwartet wird eine ganze Zahl von 0 bis {most}.',

  // src/latent/code.rs
  '“{text}” is no latent: expected a seed and a sample, as 7.12, or z and the numbers that were copied; a class may follow, as :3.':
    '„{text}“ ist kein latenter Vektor: Erwartet werden Startwert und Sample, etwa 7.12, oder z und die kopierten Zahlen; eine Klasse kann folgen, etwa :3.',
  'The latent has {found} dimensions; this generator takes {dimension}.':
    'Der latente Vektor hat {found} Dimensionen; dieser Generator nimmt {dimension}.',

  // src/latent/directions.rs
  "The first layer's weights have no principal directions.":
    'Die Gewichte der ersten Schicht haben keine Hauptrichtungen.',

  // src/latent/path.rs
  'A path needs at least 2 latents; found {count}.':
    'Ein Weg braucht mindestens 2 latente Vektoren; gefunden: {count}.',
  "A path's latents have {dimension} and {other} dimensions; expected the same.":
    'Die latenten Vektoren eines Wegs haben {dimension} und {other} Dimensionen; erwartet werden gleich viele.',

  // src/latent/space.rs
  'Class {label} was asked for; the generator has the classes 0 to {last}.':
    'Verlangt wurde Klasse {label}; der Generator hat die Klassen 0 bis {last}.',
  '{latents} numbers were given as latents; expected {count} × {dimension}.':
    '{latents} Zahlen wurden als latente Vektoren übergeben; erwartet werden {count} × {dimension}.',
  'A latent holds {number} at place {place}; expected a finite number.':
    'Ein latenter Vektor enthält {number} an der Stelle {place}; erwartet wird eine endliche Zahl.',
  '{classes} numbers were given as weights of classes; expected {count} × {known}, all finite.':
    '{classes} Zahlen wurden als Gewichte der Klassen übergeben; erwartet werden {count} × {known}, alle endlich.',
  'The latent has {dimension} dimensions; directions are worked out for up to {most}.':
    'Der latente Vektor hat {dimension} Dimensionen; Richtungen werden für höchstens {most} berechnet.',
  'Latents of this generator have {dimension} numbers each; found {latents}.':
    'Ein latenter Vektor dieses Generators hat {dimension} Zahlen; gefunden: {latents}.',
  '{count} latents of {dimension} numbers were asked for at once; the most is {most} numbers.':
    '{count} latente Vektoren aus {dimension} Zahlen wurden auf einmal verlangt; höchstens {most} Zahlen sind möglich.',
  '{count} images were asked for; it must be 1 to {most}.':
    'Verlangt wurden {count} Bilder; möglich sind 1 bis {most}.',

  // src/network/weights.rs
  'The device delivered other than f32: {error}.':
    'Das Gerät hat etwas anderes als f32 geliefert: {error}.',

  // src/recipe/objective.rs
  "The critic's clip is {clip}; it must be above 0.":
    'Die Gewichte des Kritikers lassen sich nicht auf ±{clip} beschneiden.',
  "The gradient penalty's weight is {weight}; it must be 0 or more.":
    'Der Strafterm für den Gradienten hat das Gewicht {weight}; möglich ist 0 oder mehr.',
  "The discriminator's targets are {real} for real and {fake} for generated images; both must be 0 to 1, the first not below the second.":
    'Dem Diskriminator werden echte Bilder als {real} und erzeugte als {fake} vorgegeben; beides muss 0 bis 1 sein und das Erste größer.',
  'Label smoothing ({real} and {fake}) needs an objective with labels: non-saturating, minimax or least-squares.':
    'Label-Glättung ({real} und {fake}) braucht eine Zielfunktion mit Labels: non-saturating, minimax oder least-squares.',

  // src/recipe/optimiser.rs
  "The {network}'s optimiser has the {name} {value}; it must be {range}.":
    '{network}, Optimierer: {name} ist {value}, muss aber {range} sein.',

  // src/recipe/checks.rs, plan.rs
  'The recipe has an auxiliary classifier and no number of classes: give it “classes”.':
    'Das Rezept hat einen zusätzlichen Klassifikator, aber keine Zahl der Klassen: „classes“ angeben.',
  'The recipe has an auxiliary classifier and a gradient penalty, which is of one logit alone: leave one of the two out.':
    'Das Rezept hat einen zusätzlichen Klassifikator und eine Gradientenstrafe, die nur einen Logit kennt: eines von beiden weglassen.',
  'The recipe cannot be read: {error}.': 'Das Rezept kann nicht gelesen werden: {error}.',
  "The recipe's networks compute {activations} numbers for each sample; in batches of {batch} that is more than {most}: take smaller batches or a smaller width.":
    'Die Netze des Rezepts berechnen zu jedem Sample {activations} Zahlen; bei Batchgröße {batch} sind das mehr als {most}: bitte Batchgröße oder Breite verkleinern.',
  'up to {wanted}': 'bis zu {wanted}',
  'The recipe {name} needs images of {wanted}, but {data} has {found}.':
    'Das Rezept {name} braucht Bilder der Größe {wanted}, aber {data} hat {found}.',
  "The recipe's average is {average}; it must be at least 0 and below 1.":
    'Mittelung im Rezept (average): {average}; möglich ist 0 bis unter 1.',
  'Layer {number} of the discriminator ({kind}) {why}.':
    'Schicht {number} des Diskriminators ({kind}) {why}.',
  'is one too many: the losses take logits and have the sigmoid in them':
    'ist eine zu viel: Die Verluste nehmen Logits und enthalten das Sigmoid selbst',
  "makes an image's score depend on the rest of its batch, but the gradient penalty needs the gradient of each image's own score (Gulrajani et al. 2017, section 4): leave it out or take layer-norm":
    'macht die Bewertung eines Bildes vom Rest seines Batches abhängig, aber der Strafterm braucht den Gradienten der Bewertung jedes Bildes für sich (Gulrajani et al. 2017, Abschnitt 4): bitte weglassen oder layer-norm nehmen',
  'makes a different random network of every pass, but the gradient penalty needs the gradient of the one that scores: leave it out':
    'lost für jeden Durchlauf ein anderes Netz aus, aber der Strafterm braucht den Gradienten desjenigen, das bewertet: bitte weglassen',
  "The recipe's images have {channels} channels; 1 (grey), 3 (RGB) and 4 (RGBA) can be shown.":
    'Die Bilder des Rezepts haben {channels} Kanäle; gezeigt werden können 1 (grau), 3 (RGB) und 4 (RGBA).',
  "The recipe's latents cannot be drawn from {distribution}.":
    'Die latenten Vektoren des Rezepts lassen sich nicht aus {distribution} ziehen.',
  'The {name} ends (layer {layers}, {last}) with {output}, but the recipe needs {wanted}.':
    '{name}: Die letzte Schicht ({layers}, {last}) ergibt {output}, aber das Rezept braucht {wanted}.',
  '{height}×{width} with {channels} channels': '{height}×{width} (Kanäle: {channels})',
  "The recipe's {what} is {value}; it must be {least} to {most}.":
    '{what} im Rezept: {value}; möglich sind {least} bis {most}.',

  // src/recipe/presets.rs
  'There is no recipe “{name}”; did you mean {near}? The recipes are {list}.':
    'Es gibt kein Rezept „{name}“; war {near} gemeint? Die Rezepte sind {list}.',
  'There is no recipe “{name}”; the recipes are {list}.':
    'Es gibt kein Rezept „{name}“; die Rezepte sind {list}.',

  // src/recipe/real_penalty.rs
  "A penalty on the discriminator's gradient has weight {gamma}, once every {every} steps; the weight must be 0 or more, the interval 1 to {most}.":
    'Ein Strafterm auf den Gradienten des Diskriminators hat das Gewicht {gamma}, alle {every} Schritte; das Gewicht muss mindestens 0 sein, der Abstand 1 bis {most} Schritte.',

  // src/recipe/schedule.rs
  "The recipe's number of {what} updates is {value}; it must be 1 to {most}.":
    'Updates pro Schritt im Rezept ({what}): {value}; möglich sind 1 bis {most}.',
  "The recipe's warm-up repeats every 0 steps; that number must be 1 or more, or left out.":
    'Die Aufwärmphase des Rezepts kehrt alle 0 Schritte wieder; die Zahl muss mindestens 1 sein oder fehlen.',

  // src/spec/infer.rs
  'The {name} has {count} layers; it needs 1 to {most}.':
    '{name}: {count} Schichten; möglich sind 1 bis {most}.',
  'Layer {number} of the {name} ({kind}) gets {shape}: {why}.':
    '{name}, Schicht {number} ({kind}), Eingabe {shape}: {why}.',
  'it brings the network to {parameters} weights; the most is {most}':
    'Damit hat das Netz {parameters} Gewichte; höchstens {most} sind möglich',
  'it makes {output}; a sample may have 1 to {most} numbers':
    'Heraus kommt {output}; ein Sample darf 1 bis {most} Zahlen haben',

  // src/spec/layout.rs
  '{source} hold {name} twice.': '{source}: {name} ist doppelt vorhanden.',
  '{source} hold {name} as {found}; expected {expected}.':
    '{source}: {name} ist {found}; erwartet wird {expected}.',
  '{source} lack {name}; expected it as {expected}.':
    '{source}: {name} fehlt; erwartet wird {expected}.',
  '{source} hold {name} ({dims}), which the network does not have.':
    '{source}: {name} ({dims}) kommt im Netz nicht vor.',
  '{source} hold {values} numbers for {name}; expected {dims}.':
    '{source}: {name} hat {values} Zahlen; erwartet wird {dims}.',
  '{source} hold {number} in {name}, at place {place}; expected {expected}.':
    '{source}: {name} enthält {number} an der Stelle {place}; erwartet: {expected}.',

  // src/spec/padding.rs
  'a kernel of {kernel} does not fit into {padded} pixels (padding included)':
    'Ein Kernel von {kernel} passt nicht in {padded} Pixel (mit Padding)',
  'at stride {stride}, {input} pixels become {least} to {most} pixels, not {output}':
    '{input} Pixel werden bei Schrittweite {stride} zu {least} bis {most}, nicht zu {output}',
  'cutting {before} and {after} pixels off {full} leaves none':
    'Padding {before} und {after} lässt von {full} Pixeln nichts übrig',
  'it makes {least} to {most} pixels, not {output}':
    'Heraus kommen {least} bis {most} Pixel, nicht {output}',

  // src/spec/rules.rs
  '{channels}×{height}×{width} would need {wanted} numbers, not {input}':
    '{channels}×{height}×{width} bräuchte {wanted} Zahlen, nicht {input}',
  'a factor of {factor} is not 1 to 16': 'Der Faktor {factor} liegt nicht zwischen 1 und 16',
  'its channels are no multiple of {group}, the square of the factor':
    'die Zahl der Kanäle ist kein Vielfaches von {group}, dem Quadrat des Faktors',
  'a momentum of {momentum} is not 0 to 1': 'Das Momentum {momentum} liegt nicht zwischen 0 und 1',
  'a scale deviation of {scale_deviation} is not a finite number of 0 or more':
    'Die Standardabweichung {scale_deviation} der Skalierung muss endlich und mindestens 0 sein',
  'a rate of {rate} is not at least 0 and below 1': 'Die Rate {rate} muss 0 bis unter 1 sein',
  'the recipe says no number of classes': 'Das Rezept nennt keine Anzahl der Klassen',
  'a slope of {slope} is not finite': 'Die Steigung {slope} ist nicht endlich',
  'a size of {size} at width {wide} for images of {channels}×{height}×{width} is not 1 to 2^20':
    'Die Größe {size} liegt bei Breite {wide} und Bildern von {channels}×{height}×{width} nicht zwischen 1 und 2^20',
  'a {what} of {value} is not 1 to {most}': '{what} {value} liegt nicht zwischen 1 und {most}',
  'padding of {side} is more than {most}': 'Padding {side} ist mehr als {most}',
  'padding of {sides} is more than {most}': 'Padding {sides} ist mehr als {most}',
  'it needs a vector; put a flatten before it':
    'Die Schicht braucht einen Vektor; bitte ein flatten davor setzen',
  'it needs an image; put a reshape before it':
    'Die Schicht braucht ein Bild; bitte ein reshape davor setzen',
  'an epsilon of {epsilon} is not above 0': 'Das Epsilon {epsilon} ist nicht größer als 0',

  // src/training/maps.rs
  'Layer {layer} of the discriminator has no maps: choose one that makes images.':
    'Schicht {layer} des Diskriminators hat keine Feature-Maps: Wählen Sie eine, die Bilder ausgibt.',

  // src/training/metrics.rs
  'the losses are no longer finite (discriminator {d_loss}, generator {g_loss})':
    'Die Verluste sind nicht mehr endlich (Diskriminator {d_loss}, Generator {g_loss})',
  'the {name} is no longer finite': 'Nicht mehr endlich ist {name}',
  'At step {step} {what}: training has diverged; try lower learning rates.':
    'Schritt {step}: {what}. Das Training ist divergiert: bitte niedrigere Lernraten versuchen.',

  // src/training/optimiser/mod.rs
  "The optimiser's tensor {name} is missing.": 'Der Tensor {name} des Optimierers fehlt.',
  "The optimiser's tensor {name} has {values} numbers; its weight has {length}.":
    'Der Tensor {name} des Optimierers hat {values} Zahlen; das zugehörige Gewicht hat {length}.',
  "The optimiser's tensor {name} belongs to no weight.":
    'Der Tensor {name} des Optimierers gehört zu keinem Gewicht.',

  // src/training/samples.rs
  '{count} samples were to be judged; expected {least} to {most}.':
    'Beurteilt werden sollten {count} Bilder; möglich sind {least} bis {most}.',
  'The {name} makes {output}; expected {classes} features, one for each digit.':
    '{name}: Die Ausgabe ist {output}; erwartet werden {classes} Merkmale, eines für jede Ziffer.',
  'The classifier takes its features from layer {features}; expected 1 to {most}.':
    'Der Klassifikator nimmt seine Merkmale aus Schicht {features}; möglich sind 1 bis {most}.',
  'A sample grid of {columns}×{rows} images was asked for; it must have 1 to {most}.':
    'Verlangt wurde ein Raster von {columns}×{rows} Bildern; möglich sind 1 bis {most}.',
  'the generated images are no longer finite': 'Die erzeugten Bilder sind nicht mehr endlich',

  // src/training/shown.rs
  'Real image {number} was asked for; {count} are shown.':
    'Verlangt wurde das echte Bild {number}; gezeigt werden {count}.',
  'Generated image {number} was asked for; {count} are shown.':
    'Verlangt wurde das erzeugte Bild {number}; gezeigt werden {count}.',

  // src/training/state.rs
  'The tensor {name} is no part of a training.': 'Der Tensor {name} gehört zu keinem Training.',

  // src/training/turn.rs
  '“{name}” cannot take a step; expected both, discriminator or generator.':
    '„{name}“ kann keinen Schritt machen; erwartet wird both, discriminator oder generator.',

  // src/web/animation.rs
  'A GIF of {side} pixels a side was asked for; it must be 1 to {most}.':
    'Verlangt wurde ein GIF mit {side} Pixeln Seitenlänge; möglich sind 1 bis {most}.',
  'The frames of a GIF have one size.': 'Alle Bilder eines GIFs haben dieselbe Größe.',
  'The GIF could not be written: {error}.': 'Das GIF konnte nicht geschrieben werden: {error}.',

  // src/web/backend.rs
  'WebGPU did not answer within {seconds} seconds.':
    'WebGPU wurde verlangt und hat nicht innerhalb von {seconds} Sekunden geantwortet.',
  'WebGPU could not be opened: {error}.': 'WebGPU konnte nicht geöffnet werden: {error}.',

  // src/web/images.rs
  'These are no options for images: {error}.': 'Das sind keine Optionen für Bilder: {error}.',
  'This set of images is finished already.': 'Dieser Satz von Bildern ist schon abgeschlossen.',
  'This is no sentence: {error}.': 'Das ist kein Satz: {error}.',

  // src/web/watch.rs
  'The graphics device refused a command, so its results cannot be trusted; choose the CPU backend. It said: {why}':
    'Die Grafikkarte hat einen Befehl abgelehnt; ihren Ergebnissen ist also nicht zu trauen: bitte das Backend CPU wählen. Gemeldet wurde: {why}',

  // src/weights/checkpoint.rs
  'The checkpoint was made with {data}; these {count} images of {other} are not the same.':
    'Der Checkpoint entstand mit {data}; diese {count} Bilder von {other} sind andere.',

  // src/weights/encoding.rs
  'Weights cannot be kept as “{name}”; expected f32, f16 or i8.':
    'Gewichte lassen sich nicht als „{name}“ speichern; erwartet wird f32, f16 oder i8.',

  // src/weights/file.rs
  'The weights could not be written: {error}.':
    'Die Gewichte konnten nicht geschrieben werden: {error}.',
  'The header could not be written: {error}.':
    'Der Header konnte nicht geschrieben werden: {error}.',
  '“{name}” is too large: expected at most {limit} bytes, found {bytes}.':
    '„{name}“ ist zu groß: Erwartet werden höchstens {limit} Bytes, gefunden wurden {bytes}.',
  '“{name}” is not a whole safetensors file: {error}.':
    '„{name}“ ist keine vollständige safetensors-Datei: {error}.',
  '“{name}” was not written by Ganvas: expected the metadata entry “{entry}”, found none.':
    '„{name}“ wurde nicht von Ganvas geschrieben: Der erwartete Metadaten-Eintrag „{entry}“ fehlt.',
  'The header of “{name}” cannot be read: {error}.':
    'Der Header von „{name}“ kann nicht gelesen werden: {error}.',
  '“{name}” is a {found_kind}; expected a {kind}.':
    '„{name}“ ist von der Art {found_kind}; erwartet wird {kind}.',
  'The header of “{name}” has version {found}; this Ganvas reads up to {version}.':
    'Der Header von „{name}“ hat Version {found}; dieses Ganvas liest bis Version {version}.',
  'The networks in the header of “{name}” are not valid. {why}':
    'Die Netze im Header von „{name}“ passen nicht zusammen. {why}',
  '{source} hold {name} as {dtype}; {why}.': '{source}: {name} ist vom Typ {dtype}; {why}.',

  // Terms that fill gaps
  generator: 'Generator',
  discriminator: 'Diskriminator',
  checkpoint: 'Checkpoint',
  classifier: 'Klassifikator',
  images: 'Bilder',
  labels: 'Labels',
  'resized to': 'Skalieren auf',
  'cropped to': 'Zuschneiden auf',
  batch: 'Batchgröße',
  'number of epochs': 'Anzahl der Epochen',
  width: 'Breite',
  'latent dimension': 'Dimension des latenten Vektors',
  'image height': 'Höhe der Bilder',
  'image width': 'Breite der Bilder',
  'number of classes': 'Anzahl der Klassen',
  'warm-up discriminator': 'Diskriminator beim Aufwärmen',
  '0 to 1': '0 bis 1',
  '0 up to, but without, 1': '0 bis unter 1',
  'above 0': 'größer als 0',
  'above 0 up to 1': 'größer als 0 und höchstens 1',
  kernel: 'Kernel',
  stride: 'Schrittweite',

  'The {name} takes {work} multiplications an image, most of them in layer {number} ({kind}); the most is {most}: take smaller images, kernels or fewer channels.':
    '{name}: {work} Multiplikationen je Bild, die meisten in Schicht {number} ({kind}); höchstens {most} sind möglich. Nimm kleinere Bilder, kleinere Kernel oder weniger Kanäle.',
  "The recipe's networks take {work} multiplications for one sample; in batches of {batch} that is more than {most}: take smaller batches or a smaller width.":
    'Die Netze des Rezepts brauchen {work} Multiplikationen je Bild; in Batches von {batch} sind das mehr als {most}. Nimm kleinere Batches oder eine kleinere Breite.',
  'The recipe {name} needs labels, but {data} has none: images have them by a folder for each class, IDX and NumPy files by a second file.':
    'Das Rezept {name} braucht Labels, aber {data} hat keine: Bilder haben sie durch einen Ordner je Klasse, IDX- und NumPy-Dateien durch eine zweite Datei.',
  "The recipe {name} takes {takes} classes, but {data} has {has} ({names}): set the recipe's number of classes, “classes”, to theirs.":
    'Das Rezept {name} nimmt {takes} Klassen, aber {data} hat {has} ({names}): Setze die Zahl der Klassen im Rezept, „classes“, auf ihre.',
  '“{name}” is damaged: its numbers or its header are not what was written, as its checksum tells. Take another copy; if a program changed it on purpose, have it leave out the metadata entry “{entry}”.':
    '„{name}“ ist beschädigt: Seine Zahlen oder sein Kopf sind nicht mehr, was geschrieben wurde, wie die Prüfsumme zeigt. Nimm eine andere Kopie; hat ein Programm die Datei absichtlich geändert, soll es den Metadaten-Eintrag „{entry}“ weglassen.',
  '“{name}” is a checkpoint of {most} steps or updates; the most is {limit}.':
    '„{name}“ ist ein Checkpoint von {most} Schritten oder Aktualisierungen; höchstens {limit} sind möglich.',
  'A batch of {batch} cannot be taken from {len} images: set the batch to as many at most, or take more images.':
    'Ein Batch von {batch} lässt sich aus {len} Bildern nicht nehmen: Setze den Batch höchstens auf so viele, oder nimm mehr Bilder.',
  'There are no images in “{name}” (JPEG, PNG, WebP, GIF or BMP), but files of other kinds: {kinds}.':
    'In „{name}“ sind keine Bilder (JPEG, PNG, WebP, GIF oder BMP), aber Dateien anderer Art: {kinds}.',
  'There are no images in “{name}”.': 'In „{name}“ sind keine Bilder.',
  'The only image of “{name}” cannot be used: {only}.':
    'Das einzige Bild von „{name}“ lässt sich nicht verwenden: {only}.',
  'None of the {count} images of “{name}” can be used; the first: {first}.':
    'Keines der {count} Bilder von „{name}“ lässt sich verwenden; das erste: {first}.',
  '“{name}” is damaged: its header claims {shape} numbers of {size} bytes, found {bytes} bytes.':
    '„{name}“ ist beschädigt: Der Kopf behauptet {shape} Zahlen zu {size} Bytes, gefunden sind {bytes} Bytes.',
  '“{name}” is too large: the limit is {most} images of this size.':
    '„{name}“ ist zu groß: Bei dieser Größe sind höchstens {most} Bilder möglich.',
  '“{name}” {why}.': '„{name}“: {why}.',
  'is no NumPy array (.npy), but {kind}': 'Das ist kein NumPy-Array (.npy), sondern: {kind}',
  'breaks off in its header': 'Die Datei bricht im Kopf ab',
  'is a NumPy array of version {version}; versions 1 to 3 are read':
    'Das NumPy-Array hat die Version {version}; gelesen werden die Versionen 1 bis 3',
  'claims a header of {length} bytes; the limit is {most}':
    'Der Kopf hat angeblich {length} Bytes; möglich sind höchstens {most}',
  "has a header that is not NumPy's": 'Der Kopf ist nicht von NumPy',
  'holds records; expected plain numbers':
    'Die Datei enthält Datensätze mit Feldern; erwartet werden einfache Zahlen',
  'holds “{kind}”; expected plain numbers of 1 to 8 bytes':
    'Die Datei enthält „{kind}“; erwartet werden einfache Zahlen von 1 bis 8 Bytes',
  'has its numbers in Fortran order; save numpy.ascontiguousarray(a)':
    'Die Zahlen stehen in Fortran-Reihenfolge; bitte numpy.ascontiguousarray(a) speichern',
  '“{archive}” has no images in it: expected an array of bytes (uint8), count × height × width or count × height × width × channels; found {found}.':
    'In „{archive}“ sind keine Bilder: erwartet ein Array von Bytes (uint8), Anzahl × Höhe × Breite oder Anzahl × Höhe × Breite × Kanäle; gefunden: {found}.',
  '“{name}” holds {found}: {why}.': '„{name}“ enthält {found}: {why}.',
  'expected count × height × width, or count × height × width × channels with 1, 3 or 4 channels':
    'erwartet wird Anzahl × Höhe × Breite oder Anzahl × Höhe × Breite × Kanäle mit 1, 3 oder 4 Kanälen',
  "expected bytes, as by (255 * a).astype('uint8') of numbers from 0 to 1":
    "erwartet werden Bytes, etwa mit (255 * a).astype('uint8') aus Zahlen von 0 bis 1",
  'the limits are {most} × {limit} pixels and {size} MiB':
    'möglich sind höchstens {most} × {limit} Pixel und {size} MiB',
  'there is no image in it': 'es ist kein Bild darin',
  '{shape} numbers of kind {kind}': '{shape} Zahlen der Art {kind}',
  '“{name}” holds {found}; expected {count} classes, one for each image, whole numbers from 0 to 255.':
    '„{name}“ enthält {found}; erwartet werden {count} Klassen, eine je Bild, ganze Zahlen von 0 bis 255.',
  'Keras 3 archive': 'Keras-3-Archiv',
  'Keras model in JSON with its weights': 'Keras-Modell als JSON mit Gewichten',
  'TensorFlow.js layers model': 'TensorFlow.js-Schichtenmodell',
  '{format}, weights only': '{format}, nur Gewichte',
  'Keras {version}, HDF5': 'Keras {version}, HDF5-Datei',
  'Keras, HDF5': 'Keras, HDF5-Datei',
  'ONNX, operators {version}': 'ONNX, Operatoren {version}',
  'ONNX, operators {version}, {producer}': 'ONNX, Operatoren {version}, {producer}',
  'PyTorch module': 'PyTorch-Modul',
  'PyTorch state dict': 'PyTorch-State-Dict',
  '“{name}” has no outline: {why}.': '„{name}“ lässt sich nicht umreißen: {why}.',
  '“{name}” is not a safetensors file: expected one that Ganvas wrote, found {found}.':
    '„{name}“ ist keine safetensors-Datei: erwartet eine von Ganvas geschriebene; gefunden: {found}.',
  '“{name}” is not a safetensors file: expected a header of at most {most} bytes, found a claim of {claimed}.':
    '„{name}“ ist keine safetensors-Datei: Ihr Kopf darf {most} Bytes haben, behauptet aber {claimed}.',

  // src/data/images/allowance.rs
  'it unpacks to {size} MB, and with the files before it that is more than {most} times what all of them take: save it smaller':
    'Entpackt hat die Datei {size} MB, und mit den Dateien davor ist das mehr als das {most}-Fache dessen, was alle zusammen belegen: bitte kleiner speichern',

  // src/data/images/classes.rs
  '{count} folders are more than {most} classes': '{count} Ordner sind mehr als {most} Klassen',
  '{outside} of {count} images lie outside of the {folders} folders, the first “{first}”':
    '{outside} von {count} Bildern liegen außerhalb der {folders} Ordner, das erste ist „{first}“',

  // src/data/images/kinds.rs
  'without extension': 'ohne Endung',
  others: 'andere',
  '{kind} {count}': '{kind} {count}',

  // src/data/images/mod.rs
  '{outside} of {count} images lie in no class, the first “{first}”':
    '{outside} von {count} Bildern liegen in keiner Klasse, das erste ist „{first}“',
  'it lies in no class': 'liegt in keiner Klasse',

  // src/data/images/report.rs
  '{path}: {why}': '{path}: {why}',

  // src/data/images/resize.rs
  'it has no pixels ({width}×{height})': 'enthält keine Pixel ({width}×{height})',
  'it measures {width}×{height} pixels; the limit is {most} million':
    'misst {width}×{height} Pixel; höchstens {most} Millionen sind möglich',
  'it measures {width}×{height} pixels, less than the {across}×{down} to be cut out':
    'misst {width}×{height} Pixel, weniger als die {across}×{down}, die ausgeschnitten werden sollen',
  'its {bytes} bytes are not the pixels of {width}×{height}':
    '{bytes} Bytes sind nicht die Pixel von {width}×{height}',
  'it could not be resized ({error})': 'ließ sich nicht skalieren ({error})',

  // src/generator/mod.rs
  'The generator {name} has no styles that could be mixed.':
    'Der Generator {name} hat keine Stile, die sich mischen ließen.',

  // src/import/array.rs
  'a tensor of {count} axes has more than {most}':
    'Ein Tensor mit {count} Achsen hat mehr als {most}',
  'a tensor of {dims} is more than {most} numbers':
    'Ein Tensor der Form {dims} hat mehr als {most} Zahlen',
  'a tensor of {dims} has {count} numbers': 'Ein Tensor der Form {dims} hat {count} Zahlen',
  'a tensor of {dims} was to become {to}':
    'Ein Tensor der Form {dims} sollte die Form {to} bekommen',
  'what is multiplied is no matrix': 'Was multipliziert wird, ist keine Matrix',
  '{dims} is multiplied by {by}': '{dims} wird mit {by} multipliziert',

  // src/import/beside.rs
  'it asks for the file “{path}”, outside its folder':
    'Die Datei verlangt „{path}“, außerhalb ihres Ordners',
  'its part “{path}” is {found}': 'Ihr Teil „{path}“ ist: {found}',

  // src/import/budget.rs
  'its numbers are more than such a file can need: it may be damaged':
    'Die Datei verlangt mehr Zahlen, als eine solche Datei brauchen kann: Vielleicht ist sie beschädigt',
  'it makes {count} numbers out of {from}': 'Aus {from} Zahlen werden {count}',
  'it asks for more work than any generator needs':
    'Die Datei verlangt mehr Rechenarbeit, als ein Generator braucht',

  // src/import/chainer.rs
  'its array “{name}”: {why}': 'Array „{name}“: {why}',
  'it is no array of NumPy that can be read': 'Es ist kein lesbares NumPy-Array',
  "it is in Fortran's order: save it in C's":
    'Es ist spaltenweise gespeichert (Fortran): bitte zeilenweise speichern (C)',

  // src/import/choose.rs
  '“{name}” is the generator: there is no other network':
    '„{name}“ ist der Generator: Ein anderes Netz gibt es nicht',
  'it holds several networks, {networks}: pick one with {key}':
    'Die Datei enthält mehrere Netze, {networks}: bitte eines mit {key} wählen',
  'of {list}, {chosen} is the generator': 'Von {list} ist {chosen} der Generator',
  '{note}, an average over the training': '{note}, ein Mittelwert über das Training',
  '{note}; {key} {other} takes the other': '{note}; {key} {other} wählt das andere',
  '“{name}” ({dims})': '„{name}“ ({dims})',
  '{list} left out: no layer has such a tensor':
    '{list} ausgelassen: Keine Schicht hat einen solchen Tensor',
  'it holds no weights of layers': 'Die Datei enthält keine Gewichte von Schichten',
  'it has {count} tensors; the most is {most}: pick a part with {key}':
    'Die Datei enthält {count} Tensoren; höchstens {most} sind möglich: bitte mit {key} einen Teil wählen',
  'its tensor “{name}” has a name of {length} bytes; the most is {most}':
    'Der Name des Tensors „{name}“ hat {length} Bytes; höchstens {most} sind möglich',
  "it holds tensors, as {tensor}, but none that is called as a layer's, as “main.0.weight”":
    'Die Datei enthält Tensoren, etwa {tensor}, aber keiner heißt wie der einer Schicht, etwa „main.0.weight“',
  'it has {count} tensors; the most that are looked at is {most}':
    'Die Datei enthält {count} Tensoren; höchstens {most} werden betrachtet',
  '{count} tensors that the average lacks, as running statistics, are those of “{name}”':
    '{count} Tensoren, die dem Mittelwert fehlen, etwa laufende Statistiken, stammen aus „{name}“',
  'it has nothing under “{name}”; it has {list}':
    'Unter „{name}“ liegt nichts; vorhanden ist {list}',

  // src/import/draft.rs
  'layer {number} ({kind})': 'Schicht {number} ({kind})',
  'layer {number} “{name}” ({kind})': 'Schicht {number} „{name}“ ({kind})',
  '{place} gets {shape}: {why}': '{place}, Eingabe {shape}: {why}',
  '{place} has no {role}': '{place}: {role} fehlt',
  '{place} has a {role} of {found}; expected {expected}':
    '{place}: {role} ist {found}; erwartet wird {expected}',
  '{inputs} inputs are too few for {features} features of a label':
    '{inputs} Eingaben sind zu wenige für {features} Features eines Labels',
  'the order of features cannot be changed before a layer of kind {kind}':
    'Vor einer Schicht der Art {kind} lässt sich die Reihenfolge der Features nicht ändern',
  'the latent itself becomes an image in an order that Ganvas does not support':
    'Der latente Vektor selbst wird zum Bild, in einer nicht unterstützten Reihenfolge',

  // src/import/finish.rs
  'it ends with {numbers} numbers, which is no square image of 1 or 3 channels: state the image in a {spec}':
    'Am Ende stehen {numbers} Zahlen, was kein quadratisches Bild mit 1 oder 3 Kanälen ist: bitte das Bild in einer {spec} angeben',
  'the {numbers} numbers at the end are an image of {height}×{width} with {channels} channels, channel by channel':
    'Die {numbers} Zahlen am Ende sind ein Bild von {height}×{width} (Kanäle: {channels}), Kanal für Kanal',
  'it makes images of {height}×{width} with {channels} channels, but {stated_height}×{stated_width} with {stated_channels} are stated':
    'Die Bilder sind {height}×{width} (Kanäle: {channels}), angegeben ist {stated_height}×{stated_width} (Kanäle: {stated_channels})',
  'latents are drawn from a normal distribution of deviation 1':
    'Latente Vektoren werden aus einer Normalverteilung mit Standardabweichung 1 gezogen',
  'it starts from {found} numbers, but {stated} are stated as latent':
    'Der Generator nimmt {found} Zahlen, als latenter Vektor sind {stated} angegeben',
  'the {classes} classes are called 0 to {last}': 'Die {classes} Klassen heißen 0 bis {last}',
  'it has {classes} classes, but {stated} are stated':
    'Es gibt {classes} Klassen, angegeben sind {stated}',

  // src/import/fixed.rs
  'its kernel is {down}×{across}': 'Der Kernel ist {down}×{across}',
  'it takes pixels that are not there': 'Es werden Pixel entnommen, die es nicht gibt',
  '{groups} groups do not divide {channels} channels':
    '{channels} Kanäle lassen sich nicht in {groups} gleiche Gruppen teilen',

  // src/import/found.rs
  'one number': 'eine Zahl',
  nothing: 'nichts',
  '{list}… ({count} in all)': '{list}… (insgesamt {count})',
  'the top': 'die oberste Ebene',
  '“{name}”': '„{name}“',
  '{list} …': '{list} …',
  '{first}; {rest}': '{first}; {rest}',

  // src/import/independent.rs
  'it takes a label of {classes} classes beside another of {known}':
    'Ein Label mit {classes} Klassen steht neben einem mit {known}',

  // src/import/join.rs
  'it joins nothing': 'Es wird nichts zusammengeführt',
  'the branches that meet in “{name}” cross others: layers that lie in several of them are held once for each':
    'Die Zweige, die in „{name}“ zusammentreffen, überkreuzen andere: Schichten in mehreren Zweigen werden für jeden einmal gespeichert',

  // src/import/keras/activations.rs
  '“{name}” ({class}) has the activation {other}, which Ganvas does not support':
    '„{name}“ ({class}) hat die Aktivierung {other}, die nicht unterstützt wird',
  '“{name}” ({class}) has {setting} {found}, which Ganvas does not support':
    '„{name}“ ({class}): {setting} {found} wird nicht unterstützt',

  // src/import/keras/configuration.rs
  '“{name}” ({class}) has a {setting} of {sizes}; only the same along both axes is supported':
    '„{name}“ ({class}): {setting} ist {sizes}; unterstützt wird nur derselbe Wert entlang beider Achsen',
  '“{name}” ({class}) does not say its {setting}':
    '„{name}“ ({class}): {setting} ist nicht angegeben',
  '“{name}” is a layer of the class {class}, which Ganvas does not support':
    '„{name}“ ist eine Schicht der Klasse {class}, die nicht unterstützt wird',
  'its description of the model is not the JSON it should be: {why}':
    'Die Beschreibung des Modells ist nicht das erwartete JSON: {why}',
  'its description of the model has no layers':
    'Die Beschreibung des Modells enthält keine Schichten',
  'its layers are more than {most}, or lie too deep':
    'Es sind mehr als {most} Schichten, oder sie sind zu tief verschachtelt',
  'a layer has no class_name': 'Einer Schicht fehlt class_name',
  '“{name}” is a model without layers': '„{name}“ ist ein Modell ohne Schichten',
  '“{name}”, its first layer, does not say what it takes: build the model before it is saved':
    '„{name}“, die erste Schicht, gibt ihre Eingabe nicht an: bitte das Modell vor dem Speichern bauen (build)',
  '“{name}” ({class}) has a {setting} of {sizes}; expected one number, or two':
    '„{name}“ ({class}) hat {setting} {sizes}; erwartet werden eine Zahl oder zwei',

  // src/import/keras/description.rs
  "it is Keras' description of a model, without numbers: give its weights along (.h5, .hdf5, .weights.h5)":
    'Es ist die Beschreibung eines Keras-Modells ohne Zahlen: bitte seine Gewichte dazugeben (.h5, .hdf5, .weights.h5)',
  'it was given with several files of weights ({list})':
    'Dazu kamen mehrere Dateien mit Gewichten ({list})',
  'of its weights “{name}”: {why}': 'Die Gewichte „{name}“: {why}',
  'weights were taken in the order of the layers, whose names differ':
    'Die Gewichte wurden in der Reihenfolge der Schichten genommen, deren Namen anders lauten',

  // src/import/keras/hdf5.rs
  'vectors become images with channels last, as Keras keeps them':
    'Aus Vektoren werden Bilder mit den Kanälen als letzter Achse, wie in Keras',
  "it holds Keras' weights alone ({list}), not what the layers do with them: give the model's JSON (model.to_json()) along, save the model whole (.keras), or state the layers in a {spec}":
    'Die Datei enthält nur die Keras-Gewichte ({list}), nicht was die Schichten damit tun: bitte das JSON des Modells (model.to_json()) dazugeben, das Modell ganz speichern (.keras) oder die Schichten in einer {spec} angeben',
  'it is not an HDF5 file that can be read: {why}': 'Es ist keine lesbare HDF5-Datei: {why}',
  'its groups lie more than {most} deep': 'Die Gruppen sind mehr als {most} tief verschachtelt',
  'its tensor “{name}”: {why}': 'Tensor „{name}“: {why}',
  'it is too large': 'zu groß',
  'it has the type {dtype}, which is not read': 'Der Typ {dtype} wird nicht gelesen',
  'its chunks are larger than its {dims}: it may be damaged':
    'Die Chunks sind größer als der Datensatz {dims}: Vielleicht ist die Datei beschädigt',
  'its chunks lie beyond its {dims}: it may be damaged':
    'Die Chunks liegen außerhalb des Datensatzes {dims}: Vielleicht ist die Datei beschädigt',

  // src/import/keras/images.rs
  '“{name}” ({class}) takes means over fewer pixels at the edge (same), which Ganvas does not support':
    '„{name}“ ({class}) mittelt am Rand über weniger Pixel (same), was nicht unterstützt wird',
  '“{name}” cuts all of an image of {height}×{width} away':
    '„{name}“ schneidet ein Bild von {height}×{width} ganz weg',

  // src/import/keras/layers.rs
  '“{name}” ({class}) has no {leaf}': '„{name}“ ({class}): {leaf} fehlt',
  "“{name}” (Dense) works on an image's channels":
    '„{name}“ (Dense) arbeitet auf den Kanälen eines Bildes',
  '“{name}” has a kernel of {dims}': '„{name}“ hat einen Kernel der Form {dims}',
  '“{name}” takes {inputs} features, not {found}':
    '„{name}“ nimmt {inputs} Features, nicht {found}',
  '“{name}” (Reshape) cannot make {sides} of {all} numbers':
    '„{name}“ (Reshape) kann {all} Zahlen nicht die Form {sides} geben',
  'a shape of {dims} is no image': 'Die Form {dims} ist kein Bild',
  'an image changes its shape with its pixels mixed':
    'Ein Bild bekommt eine andere Form, wobei sich seine Pixel mischen',
  '“{name}” pads {padding}': '„{name}“ hat das Padding {padding}, das nicht unterstützt wird',
  '“{name}” has an output_padding, which is not read':
    '„{name}“ hat output_padding, was nicht gelesen wird',
  '“{name}” has a stride beyond its kernel':
    '„{name}“ hat eine Schrittweite, die größer als der Kernel ist',
  '“{name}” normalises along the axes {axes}, not along channels':
    '„{name}“ normalisiert entlang der Achsen {axes}, nicht der Kanäle',
  '“{name}” normalises every pixel by itself, which Ganvas does not support':
    '„{name}“ normalisiert jedes Pixel für sich, was nicht unterstützt wird',
  '“{name}” enlarges by {mode}, which Ganvas does not support':
    '„{name}“ vergrößert mit {mode}, was nicht unterstützt wird',
  '“{name}” has no four sides': '„{name}“ nennt keine vier Seiten',
  '“{name}” (PReLU) has slopes of {dims}; supported are one, and one a channel':
    '„{name}“ (PReLU) hat Steigungen der Form {dims}; unterstützt werden eine einzige und eine je Kanal',
  '“{name}” joins images that were flattened, in another order than Ganvas flattens':
    '„{name}“ führt Bilder zusammen, die in anderer Reihenfolge als hier zu Vektoren wurden',

  // src/import/keras/network.rs
  'it takes {count} inputs beside labels; a generator takes one latent':
    'Der Graph nimmt außer Labels {count} Eingaben; ein Generator nimmt einen latenten Vektor',
  'the {numbers} numbers of “{name}” are a label, one-hot':
    'Die {numbers} Zahlen von „{name}“ sind ein Label, one-hot',
  '“{name}” takes no shape of a latent: {dims}':
    '„{name}“ hat nicht die Form eines latenten Vektors: {dims}',
  '“{name}” takes “{input}”, which comes after it':
    '„{name}“ nimmt „{input}“, das erst danach kommt',
  '“{name}” ({class}) takes nothing': '„{name}“ ({class}) hat keine Eingabe',
  '“{name}” ({class}) joins branches, which Ganvas does not support':
    '„{name}“ ({class}) führt Zweige zusammen, was nicht unterstützt wird',
  '“{name}” has no table': '„{name}“ hat keine Tabelle',
  "“{name}” ({class}) works on a label's features in a way that Ganvas does not support":
    '„{name}“ ({class}) verarbeitet die Features eines Labels auf eine Weise, die nicht unterstützt wird',
  '“{name}” joins a label a second time': '„{name}“ fügt ein zweites Mal ein Label an',
  'branches meet in “{name}” ({class}); they can only be added, subtracted, averaged, multiplied or concatenated':
    'In „{name}“ ({class}) treffen Zweige zusammen; sie lassen sich nur addieren, subtrahieren, mitteln, multiplizieren oder aneinanderhängen',
  '“{name}” ({class}) joins along axis {axis}, which is not that of the channels':
    '„{name}“ ({class}) hängt entlang der Achse {axis} aneinander, nicht der Kanäle',

  // src/import/keras/numbers.rs
  '{count} layers of the description have numbers ({list}), {others} of the weights ({other_list}): they are not of one model':
    '{count} Schichten der Beschreibung haben Zahlen ({list}), {others} der Gewichte ({other_list}): Sie gehören nicht zum selben Modell',

  // src/import/keras/tensorflow_js.rs
  'it is not a layers model of TensorFlow.js: {why}':
    'Es ist kein Layers-Modell von TensorFlow.js: {why}',
  "it is a graph model of TensorFlow.js, of TensorFlow's operators; convert the Keras model with tensorflowjs_converter --output_format=tfjs_layers_model, or import the Keras model itself (.h5, .keras)":
    'Es ist ein Graph-Modell von TensorFlow.js, aus TensorFlow-Operatoren: bitte das Keras-Modell mit tensorflowjs_converter --output_format=tfjs_layers_model umwandeln oder selbst importieren (.h5, .keras)',
  'its shard “{path}” was not given along': 'Die Teildatei „{path}“ fehlt',
  'its tensor “{name}” has the type {dtype}, which is not read':
    'Tensor „{name}“: Der Typ {dtype} wird nicht gelesen',
  'its shards have {bytes} bytes; “{name}” ends at {end}':
    'Die Teildateien haben {bytes} Bytes; „{name}“ endet bei {end}',

  // src/import/onnx/affine.rs
  'its number of classes is not known beforehand': 'Die Zahl der Klassen ist vorab nicht bekannt',
  'it multiplies by {dims}': 'multipliziert mit {dims}',
  'it multiplies {classes} classes by {dims}': 'multipliziert {classes} Klassen mit {dims}',
  "it works on a label's features, which Ganvas does not support":
    'verarbeitet die Features eines Labels, was nicht unterstützt wird',
  'it joins more than the latent and a label':
    'fügt mehr als den latenten Vektor und ein Label zusammen',
  'it joins along axis {axis}, which is not that of the features':
    'fügt entlang der Achse {axis} zusammen, die nicht die der Features ist',
  'it joins {dims} and {other}': 'fügt {dims} und {other} zusammen',
  'it joins the label a second time': 'fügt das Label ein zweites Mal an',
  'it joins something other than a label': 'fügt etwas an, das kein Label ist',
  'it joins a label as {dims}': 'fügt ein Label der Form {dims} an',
  'it joins branches, which Ganvas does not support':
    'führt Zweige zusammen, was nicht unterstützt wird',
  'it divides by what the network makes': 'teilt durch etwas, das das Netz berechnet',
  'its constant of {dims} is not one number a channel':
    'Die Konstante der Form {dims} hat nicht eine Zahl je Kanal',

  // src/import/onnx/arithmetic.rs
  'its integers overflow': 'Ganze Zahlen laufen über',
  'constants of {dims} and {other} do not fit each other':
    'Konstanten der Formen {dims} und {other} passen nicht zusammen',

  // src/import/onnx/attention.rs
  'it works on matrices of pixels in a way that is not attention as Ganvas knows it':
    'Er rechnet mit Pixelmatrizen, aber nicht als unterstützte Form von Attention',
  'its softmax goes over something other than the pixels':
    'Sein Softmax läuft über etwas anderes als die Pixel',
  'it attends without a softmax': 'Die Attention kommt ohne Softmax aus',
  'it multiplies attention by something other than a number':
    'Er multipliziert die Attention mit etwas anderem als einer Zahl',
  'it multiplies attention behind its softmax':
    'Er multipliziert die Attention hinter ihrem Softmax',

  // src/import/onnx/channels.rs
  'it makes blocks of {block} pixels of {dims}': 'Er bildet aus {dims} Blöcke von {block} Pixeln',
  'it splits {side} into {list}': 'Er teilt {side} in {list}',
  'it cuts {dims} along the axes {list}': 'Er beschneidet {dims} entlang der Achsen {list}',
  'it takes pixels in another order': 'Er nimmt Pixel in anderer Reihenfolge',

  // src/import/onnx/clip.rs
  'its end is {dims}, not one number': 'Die Grenze hat die Form {dims}, ist also nicht eine Zahl',
  'it compares the network with more than one number':
    'vergleicht das Netz mit mehr als einer Zahl',

  // src/import/onnx/constant.rs
  'its constant “{name}” has no valid shape': 'Die Konstante „{name}“ hat keine gültige Form',
  'its constant “{name}” has {count} numbers; its shape wants {expected}':
    'Die Konstante „{name}“ hat {count} Zahlen; ihre Form verlangt {expected}',
  'it has no value that is read': 'hat keinen Wert, der gelesen wird',
  'its constant “{name}” has the type {dtype}, which is not read':
    'Konstante „{name}“: Der Typ {dtype} wird nicht gelesen',

  // src/import/onnx/external.rs
  'the numbers of “{name}” lie in “{location}”, which was not given along: put it beside the graph (on the page, choose both files together), or export one file (external_data=False)':
    'Die Zahlen von „{name}“ liegen in „{location}“, das fehlt: bitte neben den Graphen legen (auf der Seite beide Dateien zusammen wählen) oder in eine Datei exportieren (external_data=False)',
  'the numbers of “{name}” have the {key} “{value}”, which is no number of bytes':
    'Die Zahlen von „{name}“: {key} ist „{value}“, was keine Anzahl von Bytes ist',
  'the numbers of “{name}” take {wanted} bytes; the graph says {length} of “{location}”':
    'Die Zahlen von „{name}“ brauchen {wanted} Bytes; laut Graph sind es {length} in „{location}“',
  "the numbers of “{name}” are {length} bytes from byte {start} of “{location}”, which has {has}: it is another model's, or not whole":
    'Die Zahlen von „{name}“ sind {length} Bytes ab Byte {start} von „{location}“, das {has} hat: Es gehört zu einem anderen Modell oder ist unvollständig',

  // src/import/onnx/fold.rs
  'it has no shape': 'hat keine Form',
  'it names no axes': 'nennt keine Achsen',
  'a constant changes its length': 'Eine Konstante ändert ihre Länge',

  // src/import/onnx/gates.rs
  'it raises to another power than 2': 'Er potenziert mit einem anderen Exponenten als 2',

  // src/import/onnx/graph.rs
  'its graph has no output': 'Der Graph hat keine Ausgabe',
  'its input “{name}” of {dims} is no latent of known size':
    'Die Eingabe „{name}“ der Form {dims} ist kein latenter Vektor bekannter Größe',
  'its operator {operator}: {why}': 'Operator {operator}: {why}',
  'it gives nothing': 'ergibt nichts',
  'it is an operator of “{domain}”; those of ONNX alone are read':
    'ist ein Operator aus „{domain}“; gelesen werden nur die von ONNX',
  'its input “{name}” is not there before it': 'Die Eingabe „{name}“ gibt es davor nicht',
  'it has no input': 'hat keine Eingabe',
  'its output “{name}” does not depend on the latent':
    'Die Ausgabe „{name}“ hängt nicht vom latenten Vektor ab',
  'the inputs {list} are parts of one latent, one behind the other':
    'Die Eingaben {list} sind hintereinander Teile eines einzigen latenten Vektors',

  // src/import/onnx/images.rs
  'it works on {dims}': 'arbeitet auf {dims}',
  'its kernel is {dims}': 'Der Kernel hat die Form {dims}',
  'it does not say by how much it pads': 'sagt nicht, um wie viel aufgefüllt wird',
  'it pads {count} axes by {list}': 'füllt {count} Achsen um {list} auf',
  'it pads by {list}': 'füllt um {list} auf',
  'it pads by {mode} {value}; zeros, and the modes reflect and edge are supported':
    'Er füllt den Rand mit {mode} {value}; unterstützt werden Nullen und die Modi reflect und edge',
  'it pads {dims}': 'Er füllt den Rand von {dims}',

  // src/import/onnx/inputs.rs
  'its inputs “{first}” and “{second}” are both labels by their names or types: it has no latent':
    'Die Eingaben „{first}“ und „{second}“ sind nach Namen oder Typ beide Labels: Der latente Vektor fehlt',
  'its graph takes {count} inputs ({list}); a generator takes a latent and perhaps a label':
    'Der Graph nimmt {count} Eingaben ({list}); ein Generator nimmt einen latenten Vektor und vielleicht ein Label',
  'the {numbers} numbers of the second input “{name}” are a label, one-hot; a code that takes other numbers cannot be given':
    'Die {numbers} Zahlen der zweiten Eingabe „{name}“ sind ein Label, one-hot; ein Code aus anderen Zahlen lässt sich nicht angeben',
  'its input “{name}” has no shape': 'Die Eingabe „{name}“ hat keine Form',
  'its input “{name}” leaves more open than the batch':
    'Die Eingabe „{name}“ lässt mehr offen als den Batch',
  'its second input “{name}” of {dims} is no label':
    'Die zweite Eingabe „{name}“ der Form {dims} ist kein Label',

  // src/import/onnx/joins.rs
  'branches meet in it; they can only be added, subtracted, multiplied or concatenated':
    'Hier treffen Zweige zusammen; sie lassen sich nur addieren, subtrahieren, multiplizieren oder aneinanderhängen',
  'it takes constants or labels beside several branches':
    'Er nimmt Konstanten oder Labels neben mehreren Zweigen',
  'one branch has its channels last, another first':
    'Ein Zweig hat die Kanäle am Ende, ein anderer am Anfang',
  'a label joins before it that no layer has taken yet':
    'Vorher kommt ein Label hinzu, das noch keine Schicht aufgenommen hat',

  // src/import/onnx/mod.rs
  'it is not a whole ONNX file: {why}': 'Es ist keine vollständige ONNX-Datei: {why}',
  'it is an ONNX file without a graph': 'Es ist eine ONNX-Datei ohne Graph',
  'its graph has more than {most} operators': 'Der Graph hat mehr als {most} Operatoren',

  // src/import/onnx/operators.rs
  'it works on something other than an image': 'arbeitet auf etwas, das kein Bild ist',
  "it rounds the network's numbers to integers": 'macht aus den Werten des Netzes ganze Zahlen',
  'it drops features at random: export the model in its evaluation mode':
    'lässt zufällig Features weg: bitte das Modell im Auswertungsmodus (eval) exportieren',
  'it multiplies something other than a vector by a constant':
    'multipliziert etwas, das kein Vektor oder keine Konstante ist',
  'it multiplies {dims} by a matrix': 'multipliziert {dims} mit einer Matrix',
  'it normalises an image with its channels last':
    'normalisiert ein Bild mit den Kanälen als letzter Achse',
  'it normalises by the batch at hand: export the model in its evaluation mode':
    'normalisiert nach dem jeweiligen Batch: bitte das Modell im Auswertungsmodus (eval) exportieren',
  'it has numbers for every pixel (spatial=0), not for channels':
    'hat Zahlen je Pixel (spatial=0), nicht je Kanal',
  'it normalises along axis {axis} and on': 'normalisiert ab der Achse {axis}',
  'its input {index} is not known beforehand': 'Die Eingabe {index} ist vorab nicht bekannt',
  'it has no {role}': '{role} fehlt',
  'it transposes the features (transA)': 'transponiert die Features (transA)',
  'it adds something other than a constant': 'addiert etwas, das keine Konstante ist',
  'it adds {dims} to {out} numbers': 'addiert {dims} zu {out} Zahlen',
  'its scale is not one number a channel': 'Die Skalierung hat nicht eine Zahl je Kanal',
  'its {setting} is {found}, which Ganvas does not support':
    '{setting} ist {found}, was nicht unterstützt wird',
  'it has a slope for each channel of an image with its channels last':
    'hat eine Steigung je Kanal eines Bildes, dessen Kanäle zuletzt stehen',
  'its alpha or gamma is not that of a self-normalising network':
    'Alpha oder Gamma ist nicht das eines selbstnormalisierenden Netzes',
  'its GELU is an approximation; only the exact one is supported':
    'Das GELU ist eine Näherung; unterstützt wird das exakte',
  'Ganvas does not support this operator': 'gehört nicht zu den Operatoren, die gelesen werden',

  // src/import/onnx/pools.rs
  'its mean leaves out the pixels around the image; those with count_include_pad are supported':
    'Sein Mittelwert lässt den Rand um das Bild aus; unterstützt werden solche mit count_include_pad',
  'its last means lie partly outside of the image (ceil_mode)':
    'Seine letzten Mittelwerte liegen zum Teil außerhalb des Bildes (ceil_mode)',
  "it takes the mean along the axes {list} of {dims}; that over an image's pixels is supported":
    'Er mittelt {dims} entlang der Achsen {list}; unterstützt wird das Mittel über die Pixel eines Bildes',

  // src/import/onnx/proto.rs
  '“{name}” ({operator})': '„{name}“ ({operator})',

  // src/import/onnx/reshape.rs
  '{dims} is neither a vector nor an image': '{dims} ist weder Vektor noch Bild',
  '{own} cannot become {wanted}': 'Aus {own} kann nicht {wanted} werden',
  'its shape is not known beforehand': 'Die Form ist vorab nicht bekannt',
  'it flattens from axis {axis}': 'fasst ab der Achse {axis} zusammen',
  '{dims} becomes {to}, which mixes the batch with the rest':
    'Aus {dims} wird {to}, was den Batch mit dem Rest mischt',
  'an image with its channels last is reshaped':
    'Ein Bild mit den Kanälen als letzter Achse bekommt eine andere Form',
  'a constant is reshaped in a way that Ganvas does not support':
    'Eine Konstante bekommt auf nicht unterstützte Weise eine andere Form',
  '{dims} is spread over {list}': '{dims} wird auf {list} erweitert',
  'its shape is not valid': 'Die Form ist ungültig',
  'it repeats something other than a label': 'wiederholt etwas, das kein Label ist',
  'it moves the axes as {list}': 'ordnet die Achsen als {list} an',
  "it moves an image's rows": 'verschiebt die Zeilen eines Bildes',

  // src/import/onnx/resize.rs
  'it enlarges {dims}': 'vergrößert {dims}',
  'it enlarges with {setting}': 'vergrößert mit {setting}, was nicht unterstützt wird',
  'it enlarges by {place} and {round}':
    'vergrößert nach {place} und {round}, was nicht unterstützt wird',
  'it enlarges by {mode} with {place}':
    'vergrößert nach {mode} mit {place}, was nicht unterstützt wird',
  'it has scales and sizes, of which ONNX allows only one':
    'hat scales und sizes, von denen ONNX nur eines erlaubt',
  'its scales are {list}': 'scales ist {list}',
  'its sizes are {list}': 'sizes ist {list}',
  'it does not say by how much it enlarges': 'sagt nicht, um wie viel vergrößert wird',
  'it enlarges more than height and width: {list}': 'vergrößert mehr als Höhe und Breite: {list}',
  'it enlarges {height}×{width} by {list}, which does not come to whole pixels':
    'vergrößert {height}×{width} um {list}, was keine ganzen Pixel ergibt',
  "it keeps the sides' ratio ({policy})":
    'behält das Seitenverhältnis bei ({policy}), was nicht unterstützt wird',
  'it brings {height}×{width} to {down}×{across}': 'bringt {height}×{width} auf {down}×{across}',

  // src/import/onnx/shapes.rs
  'it has no axis {axis} of {rank}': 'Die Achse {axis} gibt es bei {rank} Achsen nicht',
  'it names {count} axes': 'nennt {count} Achsen',
  'it names the axis {axis} twice': 'nennt die Achse {axis} doppelt',
  'it orders {count} axes of {rank}: {list}': 'ordnet {count} von {rank} Achsen: {list}',
  '{list} is no shape': '{list} ist keine Form',
  '{dims} cannot become {list}': '{dims} kann nicht zu {list} werden',
  'it takes the axes {list} from {dims}, which are more than 1':
    'entfernt die Achsen {list} aus {dims}, die größer als 1 sind',

  // src/import/onnx/slices.rs
  'it joins constants of several axes': 'fügt Konstanten mit mehreren Achsen zusammen',
  'it does not say where it starts': 'sagt nicht, wo der Ausschnitt beginnt',
  'it does not say where it ends': 'sagt nicht, wo der Ausschnitt endet',
  'it does not have a start, end, axis and step for each cut':
    'nennt nicht je Schnitt einen Anfang, ein Ende, eine Achse und eine Schrittweite',
  'it cuts by steps of 0': 'schneidet mit Schrittweite 0',
  'it takes slices along another axis than the first':
    'nimmt Ausschnitte entlang einer anderen Achse als der ersten',
  'it takes a slice that is not among {side}': 'nimmt einen Ausschnitt außerhalb von {side}',

  // src/import/onnx/windows.rs
  'its kernel_shape is {list}, its kernel {height}×{width}':
    'kernel_shape ist {list}, der Kernel {height}×{width}',
  'it works in {count} groups': 'arbeitet in {count} Gruppen, was nicht unterstützt wird',
  "its auto_pad is not one of ONNX's": 'auto_pad hat einen Wert, den ONNX nicht kennt',
  'it has auto_pad beside pads of {list}, of which ONNX allows only one':
    'hat auto_pad neben pads {list}, von denen ONNX nur eines erlaubt',
  'it does not have four pads': 'pads hat nicht vier Werte',
  'its output_shape is {list}': 'output_shape ist {list}',
  'it is to make {wanted} pixels out of {has}, more than its kernel reaches':
    'soll aus {has} Pixeln {wanted} machen, mehr als der Kernel erreicht',
  'its pads of {list} leave nothing': 'pads {list} lassen nichts übrig',
  'its {setting} are {list}': '{setting}: {list}',

  // src/import/onnx/wire.rs
  'its graph has more than {most} parts': 'Der Graph hat mehr als {most} Teile',

  // src/import/parameters/bind.rs
  'it has no tensor “{name}”': 'Der Tensor „{name}“ fehlt',
  'the stated layers leave tensors over: {list} are of no layer':
    'Die angegebenen Schichten lassen Tensoren übrig: {list} gehören zu keiner Schicht',
  '“{name}” is no table of labels': '„{name}“ ist keine Embedding-Tabelle für Labels',
  '“{name}” is a table of {classes} classes, but {stated} are stated':
    '„{name}“ ist eine Tabelle für {classes} Klassen, angegeben sind {stated}',
  'state the latent: its dimension does not follow from the first layer':
    'Bitte den latenten Vektor angeben: Seine Dimension folgt nicht aus der ersten Schicht',
  'it has no tensor “{name}”, stated as {key}': 'Der Tensor „{name}“, angegeben als {key}, fehlt',
  'layer {number} ({kind}) finds no more tensors':
    'Schicht {number} ({kind}) findet keine Tensoren mehr',
  "layer {number} ({kind}) does not fit the file's next tensors, “{name}” ({tensor} of {dims})":
    'Schicht {number} ({kind}) passt nicht zu den nächsten Tensoren der Datei, „{name}“ ({tensor}: {dims})',

  // src/import/parameters/convert.rs
  'the normalisation “{name}” has numbers of its own for every pixel; only one a channel is supported':
    'Die Normalisierung „{name}“ hat eigene Zahlen für jedes Pixel; unterstützt wird eine je Kanal',
  '“{name}” has no {leaf}, which its layer needs':
    '„{name}“: {leaf} fehlt, das die Schicht braucht',
  '“{name}” has a weight of {dims}, which is none of a {kind} layer':
    '„{name}“ hat ein Gewicht der Form {dims}, was nicht zu einer Schicht {kind} passt',

  // src/import/parameters/images.rs
  'no strides and padding were found that lead to an image':
    'Es wurden keine Schrittweiten und kein Padding gefunden, die zu einem Bild führen',
  'there is one convolution too many': 'Eine Faltung ist zu viel',
  '“{name}” is no layer of a generator behind convolutions: pick the generator with {key}, or state the layers in a {spec}':
    '„{name}“ ist keine Schicht eines Generators nach Faltungen: bitte den Generator mit {key} wählen oder die Schichten in einer {spec} angeben',
  'strides and padding that lead to {height}×{width}: {list}':
    'Schrittweiten und Padding, die zu {height}×{width} führen: {list}',
  '“{name}” has a kernel of {height}×{width}; only square ones are supported':
    '„{name}“ hat einen Kernel von {height}×{width}; unterstützt werden nur quadratische',
  'stride {stride}, padding {pad}': 'Schrittweite {stride}, Padding {pad}',
  'stride {stride}, padding {pad}, output padding {more}':
    'Schrittweite {stride}, Padding {pad}, Output-Padding {more}',
  'enlarged by 2 (nearest), {window}': 'zuvor auf das Doppelte vergrößert (nearest), {window}',
  '{name} ({kind}) {window}': '{name} ({kind}) {window}',
  none: 'keine',
  '“{name}” takes {first} or {second} channels (its bias has {bias}), but {channels} come in: its order or the parts before are not what the names suggest; state the layers in a {spec}':
    '„{name}“ nimmt {first} oder {second} Kanäle (Zahlen im Bias: {bias}), aber {channels} kommen an: Die Reihenfolge oder die Teile davor sind anders, als die Namen nahelegen; bitte die Schichten in einer {spec} angeben',

  // src/import/parameters/infer.rs
  'it begins with a normalisation (“{name}”), so that the latent cannot be told: state it in a {spec}, or pick the generator with {key}':
    'Am Anfang steht eine Normalisierung („{name}“), sodass sich der latente Vektor nicht erkennen lässt: bitte in einer {spec} angeben oder den Generator mit {key} wählen',
  'it has several tables of labels: state the layers in a {spec}':
    'Es gibt mehrere Tabellen für Labels: bitte die Schichten in einer {spec} angeben',
  '“{name}” gives a label {features} features, more than the first layer takes: it may multiply them with the latent, which no layer of Ganvas does':
    '„{name}“ gibt einem Label {features} Features, mehr als die erste Schicht nimmt: Vielleicht werden sie mit dem latenten Vektor multipliziert, was nicht unterstützt wird',
  '“{name}” is a table of {classes} labels, whose features come behind the latent':
    '„{name}“ ist eine Embedding-Tabelle für {classes} Labels, deren Features nach dem latenten Vektor kommen',
  '{features} features are no square image for “{name}”: state the layers in a {spec}':
    '{features} Features ergeben kein quadratisches Bild für „{name}“: bitte die Schichten in einer {spec} angeben',
  'the {features} features become an image of {height}×{width} with {channels} channels':
    'Aus den {features} Features wird ein Bild von {height}×{width} (Kanäle: {channels})',
  'an epsilon of 0.8 in batch norms but the first before an image: the names are those of PyTorch-GAN, whose code says so':
    'Epsilon 0,8 in den Batch-Normalisierungen, außer der ersten vor einem Bild: Die Namen sind die von PyTorch-GAN, in dessen Code es so steht',
  'an epsilon of {epsilon} in batch norms': 'Epsilon {epsilon} in den Batch-Normalisierungen',
  '“{name}” is a layer norm': '„{name}“ ist eine Layer-Normalisierung',
  '“{name}” is an instance norm, epsilon 1e-5':
    '„{name}“ ist eine Instanz-Normalisierung, Epsilon 1e-5',
  'leaky ReLU of slope 0.2 between the layers, tanh at the end':
    'Leaky ReLU mit Steigung 0,2 zwischen den Schichten, tanh am Ende',
  'ReLU between the layers, tanh at the end': 'ReLU zwischen den Schichten, tanh am Ende',

  // src/import/parameters/mod.rs
  'it has weights of {count} layers; the most is {most}':
    'Die Datei hat Gewichte für {count} Schichten; höchstens {most} sind möglich',
  'layers do not come in the order in which the file defines them, but in the only one in which their channels meet':
    'Die Schichten kommen nicht in der Reihenfolge der Datei, sondern in der einzigen, in der ihre Kanäle zusammenpassen',
  'layers come in the order of the numbers in their names: safetensors keeps no other':
    'Die Schichten kommen in der Reihenfolge der Zahlen in ihren Namen: Eine andere hält safetensors nicht fest',
  'layers come in the only order in which their channels meet, as far as their names allow it: safetensors keeps none':
    'Die Schichten kommen in der einzigen Reihenfolge, in der ihre Kanäle zusammenpassen, soweit die Namen es zulassen: safetensors hält keine fest',
  'layers come in an order by their channels and by words in their names, as first, final or a name that a norm shares with a layer: safetensors keeps none':
    'Die Reihenfolge der Schichten folgt aus ihren Kanälen und aus Wörtern in den Namen, etwa first, final oder einem Namen, den Norm und Schicht gemeinsam haben: safetensors hält keine fest',
  'layers come in the order of their names: safetensors keeps no other':
    'Die Schichten kommen in der Reihenfolge ihrer Namen: Eine andere hält safetensors nicht fest',
  'the order of its layers cannot be told, as safetensors keeps none: {why}; have them written with --print-spec {spec}, sort them there, and hand it back with --spec':
    'Die Reihenfolge der Schichten lässt sich nicht erkennen, da safetensors keine festhält: {why}; bitte mit --print-spec {spec} ausgeben, dort sortieren und mit --spec zurückgeben',
  '{why}; safetensors keeps no order of layers, and that of the names may be wrong: have them written with --print-spec {spec}, sort them there, and hand it back with --spec':
    '{why}; safetensors hält keine Reihenfolge der Schichten fest, und die der Namen ist vielleicht falsch: bitte mit --print-spec {spec} ausgeben, dort sortieren und mit --spec zurückgeben',

  // src/import/parameters/modules.rs
  '“{name}” has no weight': '„{name}“ hat kein Gewicht',
  '“{name}” is a PReLU with a slope for each channel':
    '„{name}“ ist ein PReLU mit einer Steigung je Kanal',
  '“{name}” has a weight of {dims}, which no layer of Ganvas has':
    '„{name}“ hat ein Gewicht der Form {dims}, die keine unterstützte Schicht hat',
  'it has {count} tensors; the most is {most}':
    'Die Datei enthält {count} Tensoren; höchstens {most} sind möglich',
  'its tensor “{name}” is empty': 'Der Tensor „{name}“ ist leer',
  'the spectral norm of “{name}” does not fit its weight':
    'Die spektrale Normalisierung von „{name}“ passt nicht zum Gewicht',
  'the weight norm of “{name}” is not one a row':
    'Die Gewichtsnormalisierung von „{name}“ hat nicht eine Zahl je Zeile',

  // src/import/parameters/order.rs
  'there are too many orders to try them all':
    'Es gibt zu viele Reihenfolgen, um alle zu probieren',
  '“{one}” and “{other}” could change places': '„{one}“ und „{other}“ könnten die Plätze tauschen',

  // src/import/parameters/places.rs
  '“{name}” could stand behind “{one}” or “{other}”':
    '„{name}“ könnte nach „{one}“ oder „{other}“ stehen',

  // src/import/plain.rs
  'it is not a whole safetensors file: {why}': 'Es ist keine vollständige safetensors-Datei: {why}',
  'it is a file of Ganvas already: open it as a model':
    'Es ist schon eine Ganvas-Datei: bitte als Modell öffnen',
  'its tensors are more than {most} numbers; pick a part with {key}':
    'Die Tensoren haben mehr als {most} Zahlen; bitte mit {key} einen Teil wählen',

  // src/import/proposals/activations.rs
  'nothing (images from −1 to 1)': 'nichts (Bilder von −1 bis 1)',
  'nothing (images from 0 to 1)': 'nichts (Bilder von 0 bis 1)',

  // src/import/proposals/mod.rs
  'There is nothing to propose for “{name}”: {why}.':
    'Für „{name}“ gibt es nichts vorzuschlagen: {why}.',
  'the spec states its layers already': 'Die Angaben nennen die Schichten bereits',
  'the file says its layers itself': 'Die Datei nennt ihre Schichten selbst',
  'its images take too long to draw to try several readings':
    'Ihre Bilder brauchen zu lange, um mehrere Lesarten zu versuchen',

  // src/import/proposals/trial.rs
  '{hidden} between the layers, {end} at the end, images of {height}×{width}':
    '{hidden} zwischen den Schichten, {end} am Ende, Bilder von {height}×{width}',
  '{assumed}, features as height × width × channels':
    '{assumed}, Features als Höhe × Breite × Kanäle',
  '{assumed}, layers in the order {order}': '{assumed}, Schichten in der Reihenfolge {order}',

  // src/import/pytorch/activations.rs
  '“{name}” has {setting} {found}; only {only} is supported':
    '„{name}“: {setting} ist {found}; unterstützt wird nur {only}',
  '“{name}” is of the class {class}': '„{name}“ ist von der Klasse {class}',

  // src/import/pytorch/archive.rs
  "it is a ZIP archive without PyTorch's data.pkl":
    'Es ist ein ZIP-Archiv ohne data.pkl von PyTorch',
  'its numbers are big-endian, which is not read':
    'Die Zahlen sind big-endian, was nicht gelesen wird',
  'it is not a whole ZIP archive: {why}': 'Es ist kein vollständiges ZIP-Archiv: {why}',
  'its part “{name}” has more than {most} bytes': 'Der Teil „{name}“ hat mehr als {most} Bytes',
  'its part “{name}” cannot be read: {why}': 'Der Teil „{name}“ kann nicht gelesen werden: {why}',
  'the list of its storages is no list of names':
    'Die Liste der Storages ist keine Liste von Namen',
  'it ends before its storage “{name}” does': 'Die Datei endet vor dem Storage „{name}“',
  'it lacks the storage “{name}”': 'Der Storage „{name}“ fehlt',

  // src/import/pytorch/leaves.rs
  'its modules are more than {most}, or lie more than {deepest} deep':
    'Es sind mehr als {most} Module, oder sie sind mehr als {deepest} tief verschachtelt',
  'its module “{name}” has a name of {length} bytes; the most is {most}':
    'Der Name des Moduls „{name}“ hat {length} Bytes; höchstens {most} sind möglich',
  '“{name}” belongs to a module of the class {class}, which computes with code of its own':
    '„{name}“ gehört zu einem Modul der Klasse {class}, das mit eigenem Code rechnet',

  // src/import/pytorch/mod.rs
  'it holds neither tensors nor a module of PyTorch':
    'Die Datei enthält weder Tensoren noch ein PyTorch-Modul',
  'it has no generator': 'Die Datei enthält keinen Generator',
  '“{name}” is an average without names and not read: the live weights are taken':
    '„{name}“ ist ein Mittelwert ohne Namen und wird nicht gelesen: Genommen werden die Gewichte des letzten Schritts',

  // src/import/pytorch/modules.rs
  'it has neither a linear layer nor a convolution':
    'Die Datei enthält weder eine lineare Schicht noch eine Faltung',
  "activations are called by the module's own code: one between the layers, one at the end":
    'Aktivierungen ruft der Code des Moduls auf: eine zwischen den Schichten, eine am Ende',
  'the layers run in the order in which the module defines them':
    'Die Schichten laufen in der Reihenfolge, in der das Modul sie definiert',
  '“{name}” ({class}) has no numbers and only changes shapes':
    '„{name}“ ({class}) hat keine Zahlen und ändert nur Formen',
  '“{name}” is of the class {class}, which Ganvas does not support':
    '„{name}“ ist von der Klasse {class}, die nicht unterstützt wird',
  '“{name}” has a weight of {dims}': '„{name}“ hat ein Gewicht der Form {dims}',
  '“{name}” pads by {mode}; only zeros are supported':
    '„{name}“ füllt mit {mode} auf; unterstützt werden nur Nullen',
  '“{name}” pads more than there is': '„{name}“ schneidet mehr ab, als da ist',
  '{features} features are no square image of {channels} channels':
    '{features} Features ergeben kein quadratisches Bild mit {channels} Kanälen',
  '“{name}” looks labels up inside the network':
    '„{name}“ schlägt Labels innerhalb des Netzes nach',
  '“{name}” normalises groups of channels':
    '„{name}“ normalisiert Gruppen von Kanälen, was nicht unterstützt wird',
  '“{name}” makes {sizes}, which is no image': '„{name}“ ergibt {sizes}, was kein Bild ist',
  '“{name}” is of the class {class}, which adds or joins branches by code that is not in the file: export the model by torch.onnx.export, and import the ONNX file':
    '„{name}“ ist von der Klasse {class}, die Zweige durch Code zusammenführt, der nicht in der Datei steht: bitte das Modell mit torch.onnx.export exportieren und die ONNX-Datei importieren',

  // src/import/pytorch/pads.rs
  '“{name}” ({class}) does not count all pixels under its kernel, which Ganvas does not support':
    '„{name}“ ({class}) zählt nicht alle Pixel unter dem Kernel, was nicht unterstützt wird',

  // src/import/pytorch/pickle.rs
  '{why} (pickle, byte {place})': '{why} (Pickle, Byte {place})',
  'it makes more than {most} values': 'Es entstehen mehr als {most} Werte',
  'its operation 0x{code} does not occur in pickles that PyTorch writes':
    'Die Operation 0x{code} kommt in Pickles von PyTorch nicht vor',
  'a number cannot be read': 'Eine Zahl kann nicht gelesen werden',
  'its stack runs empty': 'Der Stack ist leer',
  'it puts values into something other than a container':
    'Werte werden in etwas gelegt, das kein Behälter ist',
  'it recalls what it never kept': 'Abgerufen wird etwas, das nie gespeichert wurde',
  'a class has no name': 'Eine Klasse hat keinen Namen',
  'it gives a state to something other than an object':
    'Etwas bekommt einen Zustand, das kein Objekt ist',
  'an object has no class': 'Ein Objekt hat keine Klasse',
  'it looks for a mark that is not there': 'Eine Marke fehlt',
  'it ends too early': 'Die Datei endet zu früh',
  'a line is no text': 'Eine Zeile ist kein Text',

  // src/import/pytorch/settings.rs
  '“{name}” has a {setting} that is no size': '„{name}“: {setting} ist keine Größe',

  // src/import/pytorch/storage.rs
  'its tensors lie in more than {most} bytes; pick a part with {key}':
    'Die Tensoren liegen in mehr als {most} Bytes; bitte mit {key} einen Teil wählen',
  'its shape {dims} does not fit its storage':
    'Ein Tensor der Form {dims} liegt an keiner gültigen Stelle',
  'a tensor of {dims} lies beyond its storage “{name}” of {bytes} bytes':
    'Ein Tensor der Form {dims} liegt außerhalb seines Storage „{name}“ von {bytes} Bytes',
  'a tensor is not built as PyTorch builds it':
    'Ein Tensor ist nicht so aufgebaut, wie PyTorch es tut',
  'its numbers are of the type {dtype}, which is not read':
    'Die Zahlen sind vom Typ {dtype}, der nicht gelesen wird',

  // src/import/range.rs
  'it clips numbers to {low} to {high}, which is no range':
    'beschränkt Zahlen auf {low} bis {high}',
  'images are −1 to 1: neither tanh nor sigmoid ends the generator':
    'Bilder reichen von −1 bis 1: Am Ende des Generators steht weder tanh noch sigmoid',
  'images from {low} to {high} are brought to 0 to 1':
    'Bilder von {low} bis {high} werden auf 0 bis 1 gebracht',

  // src/kind/mod.rs
  'get the file again': 'bitte die Datei neu beschaffen',
  'get the file itself, as by “git lfs pull”':
    'bitte die eigentliche Datei holen, etwa mit „git lfs pull“',
  'download the file itself, not the page about it':
    'bitte die Datei selbst herunterladen, nicht die Seite darüber',
  'take the file of the same name without “._”': 'bitte die gleichnamige Datei ohne „._“ nehmen',
  'unpack it first': 'bitte zuerst entpacken',
  'it can be trained on': 'damit lässt sich trainieren',
  'save it as PNG or JPEG to train on it':
    'bitte als PNG oder JPEG speichern, um damit zu trainieren',
  'save its frames as PNG or JPEG to train on them':
    'bitte die Einzelbilder als PNG oder JPEG speichern, um damit zu trainieren',
  "it is to be imported, as another program's generator":
    'bitte als Generator eines anderen Programms importieren',
  'save it as ONNX or Keras (.h5, .keras) to import it':
    'bitte als ONNX oder Keras (.h5, .keras) speichern, um es zu importieren',
  'save its images as PNG files, or as IDX, to train on them':
    'bitte die Bilder als PNG-Dateien oder als IDX speichern, um damit zu trainieren',
  'a safetensors file': 'eine safetensors-Datei',
  'nothing at all': 'gar nichts',
  '{kind}: {hint}': '{kind}: {hint}',

  // src/kind/signatures.rs
  'a PNG image': 'ein PNG-Bild',
  'a JPEG image': 'ein JPEG-Bild',
  'a GIF image': 'ein GIF-Bild',
  'a TIFF image': 'ein TIFF-Bild',
  'an AVIF image': 'ein AVIF-Bild',
  'a HEIC image': 'ein HEIC-Bild',
  'a JPEG XL image': 'ein JPEG-XL-Bild',
  'a JPEG 2000 image': 'ein JPEG-2000-Bild',
  'a Photoshop file': 'eine Photoshop-Datei',
  'an icon': 'ein Icon',
  'a PDF file': 'eine PDF-Datei',
  'a film': 'ein Video',
  'a gzip file': 'eine gzip-Datei',
  'a 7z archive': 'ein 7z-Archiv',
  'a RAR archive': 'ein RAR-Archiv',
  'an xz file': 'eine xz-Datei',
  'a Zstandard file': 'eine Zstandard-Datei',
  'a bzip2 file': 'eine bzip2-Datei',
  'an LZ4 file': 'eine LZ4-Datei',
  'a tar archive': 'ein tar-Archiv',
  'an HDF5 file': 'eine HDF5-Datei',
  'a TensorFlow Lite model': 'ein TensorFlow-Lite-Modell',
  'a GGUF model': 'ein GGUF-Modell',
  'a NumPy array': 'ein NumPy-Array',
  'a Parquet table': 'eine Parquet-Tabelle',
  'an Arrow table': 'eine Arrow-Tabelle',
  'a MATLAB file': 'eine MATLAB-Datei',
  'an SQLite database': 'eine SQLite-Datenbank',
  'a companion file of macOS': 'eine Begleitdatei von macOS',
  'a program': 'ein Programm',
  'a WebP image': 'ein WebP-Bild',
  'an IDX file': 'eine IDX-Datei',
  'a BMP image': 'ein BMP-Bild',
  'a pickle, as PyTorch and Python write them':
    'eine Pickle-Datei, wie PyTorch und Python sie schreiben',
  'a TensorFlow SavedModel': 'ein SavedModel von TensorFlow',
  'an ONNX model': 'ein ONNX-Modell',
  'a frozen TensorFlow graph': 'ein eingefrorener TensorFlow-Graph',
  'the index of a TensorFlow checkpoint': 'das Verzeichnis eines TensorFlow-Checkpoints',
  'a PyTorch file': 'eine PyTorch-Datei',
  'a Keras archive': 'ein Keras-Archiv',
  'an archive of NumPy arrays': 'ein Archiv von NumPy-Arrays',
  'a ZIP archive': 'ein ZIP-Archiv',

  // src/kind/text.rs
  'a Git LFS pointer': 'eine Git-LFS-Zeigerdatei',
  'an SVG image': 'ein SVG-Bild',
  "a server's message of an error": 'die Fehlermeldung eines Servers',
  XML: 'eine XML-Datei',
  'a web page': 'eine Webseite',
  "TensorFlow's list of checkpoints, which holds no numbers":
    'die Checkpoint-Liste von TensorFlow, in der keine Zahlen stehen',
  'a table as text (CSV)': 'eine Tabelle als Text (CSV)',
  text: 'eine Textdatei',
  'a TensorFlow.js graph model': 'ein Graph-Modell von TensorFlow.js',
  "a TensorFlow.js model's description": 'die Beschreibung eines TensorFlow.js-Modells',
  "a Keras model's description": 'die Beschreibung eines Keras-Modells',
  JSON: 'eine JSON-Datei',

  // src/layers/draft.rs
  'It is {found}; it must be {expected}.': 'Das ist {found}; erwartet wird: {expected}.',
  'A layer is an object, not {found}.': 'Eine Schicht ist ein Objekt, nicht {found}.',
  'It has no field “layer”, which says what kind of layer it is.':
    'Das Feld „layer“ fehlt, das die Art der Schicht nennt.',
  'There is no kind of layer called {kind}.': 'Eine Schicht der Art {kind} gibt es nicht.',
  'A {kind} has no field called {name}.': '{kind} hat kein Feld namens {name}.',
  'The field {name} is missing; it must be {expected}.':
    'Das Feld {name} fehlt; erwartet wird: {expected}.',
  'The field {name} is {found}; it must be {expected}.':
    'Das Feld {name} ist {found}; erwartet wird: {expected}.',

  // src/layers/forms.rs
  'a whole number, 0 or more': 'eine ganze Zahl ab 0',
  'a number': 'eine Zahl',
  'true or false': 'true oder false',
  'a size, as 64, w, 2w or 8w*height/16': 'eine Größe wie 64, w, 2w oder 8w*height/16',
  'two sizes: height and width': 'zwei Größen: Höhe und Breite',
  'three sizes: channels, height and width': 'drei Größen: Kanäle, Höhe und Breite',
  'a whole number, or two: rows and columns': 'eine ganze Zahl oder zwei: Zeilen und Spalten',
  '“same”, a whole number, or four: top, bottom, left and right':
    '„same“, eine ganze Zahl oder vier: oben, unten, links und rechts',
  'a way to draw initial weights': 'eine Art, die Anfangsgewichte zu ziehen',
  'one of {names}': 'eines von {names}',
  'a list of layers': 'eine Liste von Schichten',

  // src/layers/pad.rs
  "a pad layer's padding is 0 to {most} pixels, one number or four":
    'Das padding einer pad-Schicht ist 0 bis {most} Pixel, als eine Zahl oder vier',
  '{side} pixels cannot be mirrored for {more} more: at most one less is possible':
    '{side} Pixel lassen sich nicht um {more} weitere spiegeln: Möglich ist höchstens eines weniger',

  // src/layers/product.rs
  'its first branch makes {first}, its second {second}, and the two are to be multiplied: let both make the same':
    'Der erste Zweig ergibt {first}, der zweite {second}, und beide werden multipliziert: sie müssen dasselbe ergeben',

  // src/sentence.rs
  '{first}, {rest}': '{first}, {rest}',
  '{features} features': '{features} Features',
  '{channels} channels of {height}×{width}': '{channels} Kanäle von {height}×{width}',
  // src/layers/affine.rs
  '{inputs} channels in and {outputs} out are not in {groups} equal groups':
    '{inputs} Kanäle hinein und {outputs} hinaus lassen sich nicht in {groups} gleiche Gruppen teilen',
  // src/layers/attention.rs
  'its query makes {query}, its key {key} and its value {value}: query and key need as many channels, key and value images of one size':
    'die Query macht {query}, der Key {key} und der Value {value}: Query und Key brauchen gleich viele Kanäle, Key und Value gleich große Bilder',
  // src/layers/avg_pool.rs
  "a kernel of {kernel} does not divide the image's sides":
    'ein Kernel von {kernel} teilt die Seiten des Bildes nicht',
  // src/layers/blur_pool.rs
  'a size of {size} is not 1 to 16': 'eine Größe von {size} ist nicht 1 bis 16',
  'a stride of {stride} is not 1 to 16': 'eine Schrittweite von {stride} ist nicht 1 bis 16',
  // src/layers/concat.rs
  'its first branch makes {first}, its second {second}, and their channels are to stand side by side: let both make images of one size':
    'der erste Zweig macht {first}, der zweite {second}, und ihre Kanäle sollen nebeneinander stehen: beide müssen gleich große Bilder machen',
  // src/layers/checks.rs, planned.rs
  'it lies inside of {most} other layers, and may have none inside itself':
    'sie liegt in {most} anderen Schichten und darf selbst keine enthalten',
  'a {what} of {value} is not finite': '{what} {value} ist nicht endlich',
  // src/layers/pixel_unshuffle.rs
  "a factor of {factor} does not divide the image's sides":
    'ein Faktor von {factor} teilt die Seiten des Bildes nicht',
  // src/layers/residual.rs
  'its body makes {body}, its shortcut {shortcut}, and the two are to be added: let both make the same':
    'der Körper macht {body}, die Abkürzung {shortcut}, und beide sollen addiert werden: beide müssen dasselbe machen',
  // src/layers/sequence.rs
  'a modulated convolution needs a style: put it into the synthesis of a style layer':
    'eine modulierte Faltung braucht einen Stil: sie gehört in die Synthese einer Stil-Schicht',
  'layer {number} of its {branch} ({kind}) gets {shape}: {why}':
    'Schicht {number} in {branch} ({kind}) bekommt {shape}: {why}',
  // src/recipe/classifier.rs
  "The auxiliary classifier's weight is {weight}; it must be 0 or more.":
    'Das Gewicht des zusätzlichen Klassifikators ist {weight}; es muss 0 oder mehr sein.',
  // src/layers/modulated_conv.rs
  'goes by a style, and a gradient penalty cannot be taken through it':
    'richtet sich nach einem Stil, und eine Gradientenstrafe führt nicht durch sie hindurch',
  // src/layers/style.rs
  'its mapping makes a style of {made} numbers, but a modulated convolution of its synthesis takes {wanted}':
    'ihr Mapping macht einen Stil aus {made} Zahlen, eine modulierte Faltung ihrer Synthese nimmt aber {wanted}',
  // src/recipe/groups.rs
  "takes images in groups of {group}, and a batch of {batch} does not consist of whole ones: change the batch or the layer's “group”":
    'nimmt Bilder in Gruppen zu {group}, und ein Batch von {batch} besteht nicht aus ganzen: bitte die Batchgröße oder „group“ der Schicht ändern',
  'makes an image depend on the others that are drawn with it: only a discriminator may have it':
    'macht ein Bild von den anderen abhängig, die mit ihm gezeichnet werden: nur ein Diskriminator darf sie haben',
  // src/layers/minibatch_std.rs
  'a group of {group} is not 1 to {most}': 'eine Gruppe von {group} ist nicht 1 bis {most}',
  '{channels} channels are not in {features} equal parts':
    '{channels} Kanäle lassen sich nicht in {features} gleiche Teile teilen',
  // src/layers/max_pool.rs
  'its kernel of {kernel} lies beyond the image at an edge: let the padding be less':
    'ihr Kernel von {kernel} liegt an einem Rand ganz außerhalb des Bildes: bitte weniger Padding',
  // src/import/onnx/pools.rs
  'its kernel has gaps or reaches beyond its pads (dilations, auto_pad, ceil_mode)':
    'ihr Kernel hat Lücken oder reicht über die Ränder hinaus (dilations, auto_pad, ceil_mode)',
  // src/import/pytorch/pads.rs
  '“{name}” ({class}) has gaps in its kernel or reaches beyond its padding, which Ganvas does not support':
    '„{name}“ ({class}) hat Lücken im Kernel oder reicht über sein Padding hinaus, was nicht unterstützt wird',
  'The batches of “{name}” are too large: they have {size} MB; the limit is {most}.':
    'Die Batches von „{name}“ sind zu groß: Sie haben {size} MB, höchstens {most} sind möglich.',
  '“{file}” does not belong to the batches before it: one is of CIFAR-10, the other of CIFAR-100. Take those of one data set.':
    '„{file}“ gehört nicht zu den Batches davor: Die einen sind von CIFAR-10, die anderen von CIFAR-100. Bitte nur die eines Datensatzes nehmen.',
  '“{name}” has no batch of CIFAR in it: expected data_batch_1.bin and the like, or train.bin.':
    '„{name}“ enthält keinen Batch von CIFAR: Erwartet werden data_batch_1.bin und so weiter, oder train.bin.',
  '{count} bytes': '{count} Bytes',
  '“{name}” is no batch of CIFAR: expected records of 3073 bytes (CIFAR-10) or 3074 (CIFAR-100), each the labels and 32×32 colours, or a pickle with “data” and “labels”; found {found}.':
    '„{name}“ ist kein Batch von CIFAR: Erwartet werden Einträge von 3073 Bytes (CIFAR-10) oder 3074 (CIFAR-100), jeder mit den Labels und 32×32 Farbpixeln, oder ein Pickle mit „data“ und „labels“; gefunden: {found}.',
  'a pickle that breaks off, or holds something else':
    'ein Pickle, das abbricht oder etwas anderes enthält',
  'expected a row of numbers, as label,pixel0,pixel1,…, found one column':
    'Erwartet wird eine Zeile mit Zahlen wie label,pixel0,pixel1,…, gefunden wurde nur eine Spalte',
  'it has {pixels} columns of pixels; expected the pixels of square images, as 784 of 28×28, or 2352 of 28×28 in colour':
    'Sie hat {pixels} Spalten mit Pixeln; erwartet werden die Pixel quadratischer Bilder, etwa 784 für 28×28 oder 2352 für 28×28 in Farbe',
  'its first line has no end': 'Ihre erste Zeile hat kein Ende',
  'it is empty': 'Sie ist leer',
  'it is {found}': 'Die Datei ist {found}',
  'line {line} has {found} columns; expected {expected}':
    'Zeile {line} hat {found} Spalten; erwartet werden {expected}',
  'it is too large: the limit is {most} MiB of pixels':
    'Sie ist zu groß: höchstens {most} MiB Pixel sind möglich',
  'line {line} has more columns than the first; expected {expected}':
    'Zeile {line} hat mehr Spalten als die erste; erwartet werden {expected}',
  'line {line}, column {column} holds “{found}”; expected a whole number from 0 to 255':
    'Zeile {line}, Spalte {column} enthält „{found}“; erwartet wird eine ganze Zahl von 0 bis 255',
  'The table “{name}” cannot be trained on: {why}.':
    'Mit der Tabelle „{name}“ lässt sich nicht trainieren: {why}.',
  'An image of {height}×{width} pixels was expected, four bytes each; found {bytes} bytes.':
    'Erwartet wurde ein Bild von {height}×{width} Pixeln zu je vier Bytes; gefunden wurden {bytes} Bytes.',
  'This table is finished already.': 'Diese Tabelle ist bereits abgeschlossen.',
}
