/** What the engine says, by its English, in the order of the sources. */
export const de: Readonly<Record<string, string>> = {
  // src/data/batches.rs
  '{len} images in batches of {batch} are too many: the limit is {most}.':
    '{len} Bilder sind bei Batchgröße {batch} zu viele: Möglich sind höchstens {most}.',

  // src/data/idx/mod.rs
  'The {part} of “{name}” {problem}.': '„{name}“, {part}: {problem}.',

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
  'No file was given to import.': 'Es wurde keine Datei zum Importieren angegeben.',
  '“{name}” cannot be imported: {why}.': '„{name}“ kann nicht importiert werden: {why}.',

  // src/import/statement.rs
  '“{name}” does not describe a generator: {why}.': '„{name}“ beschreibt keinen Generator: {why}.',

  // src/inference/affine.rs
  'would take {memory} numbers of working memory; the most is {most}':
    'bräuchte einen Arbeitsspeicher von {memory} Zahlen; höchstens {most} sind möglich',

  // src/inference/buffers.rs
  'There is not enough memory for {length} numbers: draw fewer images at once.':
    'Für {length} Zahlen reicht der Speicher nicht: bitte weniger Bilder auf einmal zeichnen.',

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

  // src/recipe/plan.rs
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
  'The penalty at real images has weight {gamma}, once every {every} steps; the weight must be 0 or more, the interval 1 to {most}.':
    'Der Strafterm an echten Bildern hat das Gewicht {gamma}, alle {every} Schritte; das Gewicht muss mindestens 0 sein, der Abstand 1 bis {most} Schritte.',

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
  'A sample grid of {columns}×{rows} images was asked for; it must have 1 to {most}.':
    'Verlangt wurde ein Raster von {columns}×{rows} Bildern; möglich sind 1 bis {most}.',
  'the generated images are no longer finite': 'Die erzeugten Bilder sind nicht mehr endlich',

  // src/training/state.rs
  'The tensor {name} is no part of a training.': 'Der Tensor {name} gehört zu keinem Training.',

  // src/web/adapter.rs
  'This browser has no WebGPU.': 'Dieser Browser hat kein WebGPU.',
  'WebGPU needs a secure page: open this one by https:// or from localhost.':
    'WebGPU braucht eine sichere Seite: bitte diese über https:// oder von localhost öffnen.',
  'This browser has WebGPU, but found no graphics adapter for it.':
    'Dieser Browser hat WebGPU, findet dafür aber keinen Grafikadapter.',

  // src/web/animation.rs
  'A GIF of {side} pixels a side was asked for; it must be 1 to {most}.':
    'Verlangt wurde ein GIF mit {side} Pixeln Seitenlänge; möglich sind 1 bis {most}.',
  'The frames of a GIF have one size.': 'Alle Bilder eines GIFs haben dieselbe Größe.',
  'The GIF could not be written: {error}.': 'Das GIF konnte nicht geschrieben werden: {error}.',

  // src/web/backend.rs
  'There is no backend {other}; the backends are auto, webgpu and cpu.':
    'Es gibt kein Backend {other}; die Backends sind auto, webgpu und cpu.',
  'The only WebGPU adapter here is a software one ({name}), slower than the CPU backend.':
    'Der einzige WebGPU-Adapter hier ist Software ({name}) und langsamer als das CPU-Backend.',
  'WebGPU did not answer within {seconds} seconds.':
    'WebGPU wurde verlangt und hat nicht innerhalb von {seconds} Sekunden geantwortet.',
  'WebGPU could not be opened: {error}.': 'WebGPU konnte nicht geöffnet werden: {error}.',

  // src/web/images.rs
  'These are no options for images: {error}.': 'Das sind keine Optionen für Bilder: {error}.',
  'This set of images is finished already.': 'Dieser Satz von Bildern ist schon abgeschlossen.',

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
  '“{archive}” has no images in it: expected an array of bytes (uint8), count × height × width or count × height × width × channels; found {found}.':
    'In „{archive}“ sind keine Bilder: erwartet ein Array von Bytes (uint8), Anzahl × Höhe × Breite oder Anzahl × Höhe × Breite × Kanäle; gefunden: {found}.',
  '“{name}” holds {found}: {why}.': '„{name}“ enthält {found}: {why}.',
  '“{name}” holds {found}; expected {count} classes, one for each image, whole numbers from 0 to 255.':
    '„{name}“ enthält {found}; erwartet werden {count} Klassen, eine je Bild, ganze Zahlen von 0 bis 255.',
  '“{name}” has no outline: {why}.': '„{name}“ lässt sich nicht umreißen: {why}.',
  '“{name}” is not a safetensors file: expected one that Ganvas wrote, found {found}.':
    '„{name}“ ist keine safetensors-Datei: erwartet eine von Ganvas geschriebene; gefunden: {found}.',
  '“{name}” is not a safetensors file: expected a header of at most {most} bytes, found a claim of {claimed}.':
    '„{name}“ ist keine safetensors-Datei: Ihr Kopf darf {most} Bytes haben, behauptet aber {claimed}.',
}
