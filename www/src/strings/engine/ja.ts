/** What the engine says, by its English, in the order of the sources. */
export const ja: Readonly<Record<string, string>> = {
  // src/data/batches.rs
  '{len} images in batches of {batch} are too many: the limit is {most}.':
    'バッチサイズ {batch} に対して画像 {len} 枚は多すぎます。上限は {most} 枚です。',

  // src/data/idx/mod.rs
  'The {part} of “{name}” {problem}.': '「{name}」の{part}：{problem}。',

  // src/data/images/options.rs
  'Images cannot be {what} {width} × {height} pixels: each side must be 1 to {most}.':
    '画像を {width} × {height} ピクセルに{what}ことはできません。各辺は 1 から {most} までです。',
  'Images cannot have {other} channels; they have 1 (grey), 3 (RGB) or 4 (RGBA).':
    '画像のチャンネル数に {other} は指定できません。1（グレースケール）、3（RGB）、4（RGBA）のいずれかです。',

  // src/data/mod.rs
  '{names}: {why}.': '{names}：{why}。',

  // src/data/parts.rs
  'The first {count} images of “{name}” were asked for; it must be 1 to {has}.':
    '「{name}」の最初の {count} 枚が指定されましたが、指定できるのは 1 から {has} 枚までです。',
  '{count} of the {has} images of “{name}” were to be held out; it must be 1 to {most}.':
    '「{name}」から {count} 枚を取り分けようとしましたが、全 {has} 枚のうち取り分けられるのは 1 から {most} 枚までです。',

  // src/device.rs
  'The graphics device was lost, as after a driver reset; start again. It said: {why}':
    'グラフィックスデバイスが失われました（ドライバーがリセットされた場合など）。もう一度始めてください。デバイスのメッセージ：{why}',
  'The device did not deliver its results. It said: {why}':
    'デバイスから結果が返されませんでした。デバイスのメッセージ：{why}',

  // src/generation.rs
  "The generator {name} has batch normalisations folded into other layers: to draw by the batch's statistics, open the file that training wrote.":
    '生成器 {name} のバッチ正規化はほかの層に統合されています。バッチの統計量を使うには、学習時に書き出されたファイルが必要です。',
  'The generator {name} has no batch normalisation, so there are no statistics of the batch to draw by.':
    '生成器 {name} にはバッチ正規化がないため、描画に使えるバッチの統計量がありません。',
  "Drawing by the batch's statistics takes at least 2 images.":
    '画像 1 枚ではバッチの統計量を求められません。2 枚以上が必要です。',

  // src/import/mod.rs
  'No file was given to import.': 'インポートするファイルが指定されていません。',
  '“{name}” cannot be imported: {why}.': '「{name}」をインポートできません：{why}。',

  // src/import/statement.rs
  '“{name}” does not describe a generator: {why}.':
    '「{name}」は生成器の記述ではありません：{why}。',

  // src/inference/affine.rs
  'would take {memory} numbers of working memory; the most is {most}':
    '作業メモリーに {memory} 個の数が必要ですが、上限は {most} 個です',

  // src/inference/buffers.rs
  'There is not enough memory for {length} numbers: draw fewer images at once.':
    '{length} 個の数を置くメモリーがありません。一度に描く画像を減らしてください。',

  // src/inference/generator.rs
  'Layer {number} of the generator ({kind}) {why}.': '生成器の層 {number}（{kind}）：{why}。',
  '{count} times {length} numbers were asked for at once; the most is {most}.':
    '一度に {count} × {length} 個の数が要求されましたが、上限は {most} 個です。',

  // src/inference/mod.rs
  'The generator draws images that are not finite.':
    '生成器の描く画像に有限でない値が含まれています。',

  // src/javascript/grid.rs
  'A picture of {rows} rows of {columns} images would take {bytes} bytes; the most is {most}.':
    '{columns} 枚ずつ {rows} 行並べた画像には {bytes} バイトが必要ですが、上限は {most} バイトです。',

  // src/javascript/latent.rs
  'The seed is {value}; it must be a whole number, 0 to {most}.':
    'シードが {value} です。0 から {most} までの整数にしてください。',

  // src/latent/code.rs
  '“{text}” is no latent: expected a seed and a sample, as 7.12, or z and the numbers that were copied; a class may follow, as :3.':
    '「{text}」は潜在ベクトルではありません。シードとサンプル（例：7.12）、または z とコピーした数が必要です。その後にクラス（例：:3）を付けることもできます。',
  'The latent has {found} dimensions; this generator takes {dimension}.':
    '潜在ベクトルは {found} 次元ですが、この生成器が受け取るのは {dimension} 次元です。',

  // src/latent/directions.rs
  "The first layer's weights have no principal directions.":
    '最初の層の重みには主方向がありません。',

  // src/latent/path.rs
  'A path needs at least 2 latents; found {count}.':
    '経路には潜在ベクトルが 2 個以上必要ですが、{count} 個でした。',
  "A path's latents have {dimension} and {other} dimensions; expected the same.":
    '経路の潜在ベクトルに {dimension} 次元と {other} 次元のものがあります。次元数をそろえてください。',

  // src/latent/space.rs
  'Class {label} was asked for; the generator has the classes 0 to {last}.':
    'クラス {label} が指定されましたが、この生成器のクラスは 0 から {last} までです。',
  '{latents} numbers were given as latents; expected {count} × {dimension}.':
    '潜在ベクトルとして {latents} 個の数が渡されましたが、必要なのは {count} × {dimension} 個です。',
  'A latent holds {number} at place {place}; expected a finite number.':
    '潜在ベクトルの位置 {place} が {number} です。有限の数でなければなりません。',
  '{classes} numbers were given as weights of classes; expected {count} × {known}, all finite.':
    'クラスの重みとして {classes} 個の数が渡されましたが、必要なのは {count} × {known} 個の有限の数です。',
  'The latent has {dimension} dimensions; directions are worked out for up to {most}.':
    '潜在ベクトルは {dimension} 次元ですが、方向を計算できるのは {most} 次元までです。',
  'Latents of this generator have {dimension} numbers each; found {latents}.':
    'この生成器の潜在ベクトルは {dimension} 個の数ですが、{latents} 個でした。',
  '{count} latents of {dimension} numbers were asked for at once; the most is {most} numbers.':
    '{dimension} 個の数からなる潜在ベクトルが一度に {count} 個要求されましたが、上限は合わせて {most} 個の数です。',
  '{count} images were asked for; it must be 1 to {most}.':
    '{count} 枚の画像が要求されましたが、1 から {most} 枚まででなければなりません。',

  // src/network/weights.rs
  'The device delivered other than f32: {error}.':
    'デバイスから f32 以外のデータが返されました：{error}。',

  // src/recipe/objective.rs
  "The critic's clip is {clip}; it must be above 0.":
    'クリティックの重みを ±{clip} に切り詰めることはできません。',
  "The gradient penalty's weight is {weight}; it must be 0 or more.":
    '勾配ペナルティーの重みが {weight} です。0 以上にしてください。',
  "The discriminator's targets are {real} for real and {fake} for generated images; both must be 0 to 1, the first not below the second.":
    '識別器の目標値は、本物の画像が {real}、生成画像が {fake} です。どちらも 0 から 1 までとし、前者を大きくしてください。',
  'Label smoothing ({real} and {fake}) needs an objective with labels: non-saturating, minimax or least-squares.':
    'ラベル平滑化（{real} と {fake}）には、ラベルを使う目的関数（non-saturating、minimax、least-squares）が必要です。',

  // src/recipe/optimiser.rs
  "The {network}'s optimiser has the {name} {value}; it must be {range}.":
    '{network}のオプティマイザーの {name} が {value} です。{range}でなければなりません。',

  // src/recipe/plan.rs
  'The recipe cannot be read: {error}.': 'レシピを読み取れません：{error}。',
  "The recipe's networks compute {activations} numbers for each sample; in batches of {batch} that is more than {most}: take smaller batches or a smaller width.":
    'レシピのネットワークは 1 サンプルにつき {activations} 個の数を計算し、バッチサイズ {batch} では {most} 個を超えます。バッチサイズか幅を小さくしてください。',
  'up to {wanted}': '最大 {wanted}',
  'The recipe {name} needs images of {wanted}, but {data} has {found}.':
    'レシピ {name} に必要な画像：{wanted}。{data} の画像：{found}。',
  "The recipe's average is {average}; it must be at least 0 and below 1.":
    'レシピの平均の割合（average）が {average} です。0 以上 1 未満にしてください。',
  'Layer {number} of the discriminator ({kind}) {why}.': '識別器の層 {number}（{kind}）：{why}。',
  'is one too many: the losses take logits and have the sigmoid in them':
    'この層は余分です。損失はロジットを受け取り、シグモイドを自ら含んでいます',
  "makes an image's score depend on the rest of its batch, but the gradient penalty needs the gradient of each image's own score (Gulrajani et al. 2017, section 4): leave it out or take layer-norm":
    '画像のスコアが同じバッチのほかの画像に左右されますが、勾配ペナルティーには画像ごとのスコアの勾配が必要です（Gulrajani et al. 2017、4 節）。取り除くか、layer-norm を使ってください',
  'makes a different random network of every pass, but the gradient penalty needs the gradient of the one that scores: leave it out':
    '計算のたびに別のネットワークになりますが、勾配ペナルティーにはスコアを出したネットワークの勾配が必要です。取り除いてください',
  "The recipe's images have {channels} channels; 1 (grey), 3 (RGB) and 4 (RGBA) can be shown.":
    'レシピの画像は {channels} チャンネルですが、表示できるのは 1（グレースケール）、3（RGB）、4（RGBA）です。',
  "The recipe's latents cannot be drawn from {distribution}.":
    'レシピの潜在ベクトルを {distribution} から取り出すことはできません。',
  'The {name} ends (layer {layers}, {last}) with {output}, but the recipe needs {wanted}.':
    '{name}の最後の層（{layers}、{last}）の出力は {output} ですが、レシピに必要なのは {wanted} です。',
  '{height}×{width} with {channels} channels': '{height}×{width}（{channels} チャンネル）',
  "The recipe's {what} is {value}; it must be {least} to {most}.":
    'レシピの{what}が {value} です。{least} から {most} までにしてください。',

  // src/recipe/presets.rs
  'There is no recipe “{name}”; did you mean {near}? The recipes are {list}.':
    '「{name}」というレシピはありません。{near} のことですか？ レシピには {list} があります。',
  'There is no recipe “{name}”; the recipes are {list}.':
    '「{name}」というレシピはありません。レシピには {list} があります。',

  // src/recipe/real_penalty.rs
  'The penalty at real images has weight {gamma}, once every {every} steps; the weight must be 0 or more, the interval 1 to {most}.':
    '本物の画像でのペナルティーは、重みが {gamma}、間隔が {every} ステップです。重みは 0 以上、間隔は 1 から {most} までにしてください。',

  // src/recipe/schedule.rs
  "The recipe's number of {what} updates is {value}; it must be 1 to {most}.":
    'レシピの 1 ステップの更新回数（{what}）が {value} です。1 から {most} までにしてください。',
  "The recipe's warm-up repeats every 0 steps; that number must be 1 or more, or left out.":
    'レシピのウォームアップを繰り返す間隔が 0 ステップです。1 以上にするか、省略してください。',

  // src/spec/infer.rs
  'The {name} has {count} layers; it needs 1 to {most}.':
    '{name}の層が {count} 個です。1 から {most} 個までにしてください。',
  'Layer {number} of the {name} ({kind}) gets {shape}: {why}.':
    '{name}の層 {number}（{kind}）への入力は {shape} です。{why}。',
  'it brings the network to {parameters} weights; the most is {most}':
    'この層でネットワークの重みが {parameters} 個になりますが、上限は {most} 個です',
  'it makes {output}; a sample may have 1 to {most} numbers':
    '出力は {output} ですが、1 サンプルの数は 1 から {most} 個まででなければなりません',

  // src/spec/layout.rs
  '{source} hold {name} twice.': '{source}：{name} が重複しています。',
  '{source} hold {name} as {found}; expected {expected}.':
    '{source}：{name} は {found} ですが、{expected} でなければなりません。',
  '{source} lack {name}; expected it as {expected}.':
    '{source}：{name}（{expected}）がありません。',
  '{source} hold {name} ({dims}), which the network does not have.':
    '{source}：{name}（{dims}）はネットワークにありません。',
  '{source} hold {values} numbers for {name}; expected {dims}.':
    '{source}：{name} の数は {values} 個ですが、{dims} でなければなりません。',
  '{source} hold {number} in {name}, at place {place}; expected {expected}.':
    '{source}：{name} の位置 {place} が {number} です。必要なもの：{expected}。',

  // src/spec/padding.rs
  'a kernel of {kernel} does not fit into {padded} pixels (padding included)':
    'カーネル {kernel} は {padded} ピクセル（パディング込み）に収まりません',
  'at stride {stride}, {input} pixels become {least} to {most} pixels, not {output}':
    '{input} ピクセルはストライド {stride} で {least} から {most} ピクセルになり、{output} にはなりません',
  'cutting {before} and {after} pixels off {full} leaves none':
    'パディング {before} と {after} を除くと、{full} ピクセルのうち何も残りません',
  'it makes {least} to {most} pixels, not {output}':
    '出力は {least} から {most} ピクセルであり、{output} にはなりません',

  // src/spec/rules.rs
  '{channels}×{height}×{width} would need {wanted} numbers, not {input}':
    '{channels}×{height}×{width} に必要な数は {wanted} 個であり、{input} 個ではありません',
  'a factor of {factor} is not 1 to 16': '倍率 {factor} は 1 から 16 まででなければなりません',
  'a momentum of {momentum} is not 0 to 1':
    'モメンタム {momentum} は 0 から 1 まででなければなりません',
  'a scale deviation of {scale_deviation} is not a finite number of 0 or more':
    'スケールの標準偏差 {scale_deviation} は 0 以上の有限の数でなければなりません',
  'a rate of {rate} is not at least 0 and below 1':
    '率 {rate} は 0 以上 1 未満でなければなりません',
  'the recipe says no number of classes': 'レシピにクラスの数が書かれていません',
  'a slope of {slope} is not finite': '傾き {slope} は有限の数でなければなりません',
  'a size of {size} at width {wide} for images of {channels}×{height}×{width} is not 1 to 2^20':
    '大きさ {size} は、幅 {wide}、画像 {channels}×{height}×{width} のとき 1 から 2^20 まででなければなりません',
  'a {what} of {value} is not 1 to {most}':
    '{what} {value} は 1 から {most} まででなければなりません',
  'padding of {side} is more than {most}': 'パディング {side} は {most} を超えています',
  'padding of {sides} is more than {most}': 'パディング {sides} は {most} を超えています',
  'it needs a vector; put a flatten before it':
    'この層にはベクトルが必要なので、前に flatten を置いてください',
  'it needs an image; put a reshape before it':
    'この層には画像が必要なので、前に reshape を置いてください',
  'an epsilon of {epsilon} is not above 0':
    'イプシロン {epsilon} は 0 より大きくなければなりません',

  // src/training/metrics.rs
  'the losses are no longer finite (discriminator {d_loss}, generator {g_loss})':
    '損失が有限ではなくなりました（識別器 {d_loss}、生成器 {g_loss}）',
  'the {name} is no longer finite': '{name} が有限ではなくなりました',
  'At step {step} {what}: training has diverged; try lower learning rates.':
    'ステップ {step}：{what}。学習が発散しました。学習率を下げてみてください。',

  // src/training/optimiser/mod.rs
  "The optimiser's tensor {name} is missing.": 'オプティマイザーのテンソル {name} がありません。',
  "The optimiser's tensor {name} has {values} numbers; its weight has {length}.":
    'オプティマイザーのテンソル {name} は {values} 個の数ですが、対応する重みは {length} 個です。',
  "The optimiser's tensor {name} belongs to no weight.":
    'オプティマイザーのテンソル {name} に対応する重みがありません。',

  // src/training/samples.rs
  'A sample grid of {columns}×{rows} images was asked for; it must have 1 to {most}.':
    'サンプルの一覧に {columns}×{rows} 枚が要求されましたが、1 から {most} 枚まででなければなりません。',
  'the generated images are no longer finite': '生成画像が有限の値ではなくなりました',

  // src/training/state.rs
  'The tensor {name} is no part of a training.': 'テンソル {name} は学習の一部ではありません。',

  // src/web/adapter.rs
  'This browser has no WebGPU.': 'このブラウザーでは WebGPU を使えません。',
  'WebGPU needs a secure page: open this one by https:// or from localhost.':
    'WebGPU には安全な接続が必要です。このページを https:// または localhost で開いてください。',
  'This browser has WebGPU, but found no graphics adapter for it.':
    'このブラウザーは WebGPU に対応していますが、使えるグラフィックスアダプターが見つかりません。',

  // src/web/animation.rs
  'A GIF of {side} pixels a side was asked for; it must be 1 to {most}.':
    '1 辺 {side} ピクセルの GIF が要求されましたが、1 から {most} ピクセルまででなければなりません。',
  'The frames of a GIF have one size.': 'GIF のコマはすべて同じ大きさでなければなりません。',
  'The GIF could not be written: {error}.': 'GIF を書き出せませんでした：{error}。',

  // src/web/backend.rs
  'There is no backend {other}; the backends are auto, webgpu and cpu.':
    '{other} というバックエンドはありません。使えるのは auto、webgpu、cpu です。',
  'The only WebGPU adapter here is a software one ({name}), slower than the CPU backend.':
    'ここにある WebGPU アダプターはソフトウェアによるもの（{name}）だけで、CPU バックエンドより遅くなります。',
  'WebGPU did not answer within {seconds} seconds.':
    'WebGPU を要求しましたが、{seconds} 秒以内に応答がありませんでした。',
  'WebGPU could not be opened: {error}.': 'WebGPU を開けませんでした：{error}。',

  // src/web/images.rs
  'These are no options for images: {error}.': '画像のオプションとして読み取れません：{error}。',
  'This set of images is finished already.': 'この画像の集まりはすでに完成しています。',

  // src/web/watch.rs
  'The graphics device refused a command, so its results cannot be trusted; choose the CPU backend. It said: {why}':
    'グラフィックスデバイスが命令を拒否したため、結果を信頼できません。CPU バックエンドを選んでください。デバイスのメッセージ：{why}',

  // src/weights/checkpoint.rs
  'The checkpoint was made with {data}; these {count} images of {other} are not the same.':
    'チェックポイントは {data} で作られましたが、{other} の {count} 枚の画像はそれとは異なります。',

  // src/weights/encoding.rs
  'Weights cannot be kept as “{name}”; expected f32, f16 or i8.':
    '重みを「{name}」として保存することはできません。f32、f16、i8 のいずれかです。',

  // src/weights/file.rs
  'The weights could not be written: {error}.': '重みを書き出せませんでした：{error}。',
  'The header could not be written: {error}.': 'ヘッダーを書き出せませんでした：{error}。',
  '“{name}” is too large: expected at most {limit} bytes, found {bytes}.':
    '「{name}」は大きすぎます。上限は {limit} バイトですが、{bytes} バイトあります。',
  '“{name}” is not a whole safetensors file: {error}.':
    '「{name}」は完全な safetensors ファイルではありません：{error}。',
  '“{name}” was not written by Ganvas: expected the metadata entry “{entry}”, found none.':
    '「{name}」は Ganvas が書き出したものではありません。メタデータに「{entry}」がありません。',
  'The header of “{name}” cannot be read: {error}.':
    '「{name}」のヘッダーを読み取れません：{error}。',
  '“{name}” is a {found_kind}; expected a {kind}.':
    '「{name}」は{found_kind}ですが、必要なのは{kind}です。',
  'The header of “{name}” has version {found}; this Ganvas reads up to {version}.':
    '「{name}」のヘッダーはバージョン {found} ですが、この Ganvas が読めるのはバージョン {version} までです。',
  'The networks in the header of “{name}” are not valid. {why}':
    '「{name}」のヘッダーにあるネットワークは整合していません。{why}',
  '{source} hold {name} as {dtype}; {why}.': '{source}：{name} の型は {dtype} です。{why}。',

  // Terms that fill gaps
  generator: '生成器',
  discriminator: '識別器',
  checkpoint: 'チェックポイント',
  images: '画像',
  labels: 'ラベル',
  'resized to': 'リサイズする',
  'cropped to': '切り出す',
  batch: 'バッチサイズ',
  'number of epochs': 'エポック数',
  width: '幅',
  'latent dimension': '潜在ベクトルの次元',
  'image height': '画像の高さ',
  'image width': '画像の幅',
  'number of classes': 'クラスの数',
  'warm-up discriminator': 'ウォームアップ中の識別器',
  '0 to 1': '0 以上 1 以下',
  '0 up to, but without, 1': '0 以上 1 未満',
  'above 0': '0 より大きい数',
  'above 0 up to 1': '0 より大きく 1 以下',
  kernel: 'カーネル',
  stride: 'ストライド',

  'The {name} takes {work} multiplications an image, most of them in layer {number} ({kind}); the most is {most}: take smaller images, kernels or fewer channels.':
    '{name}は 1 枚に {work} 回の乗算を要し、その大半は第 {number} 層（{kind}）です。上限は {most} 回です。画像やカーネルを小さくするか、チャンネルを減らしてください。',
  "The recipe's networks take {work} multiplications for one sample; in batches of {batch} that is more than {most}: take smaller batches or a smaller width.":
    'レシピのネットワークはサンプル 1 つに {work} 回の乗算を要します。バッチサイズ {batch} では上限の {most} を超えます。バッチか幅を小さくしてください。',
  'The recipe {name} needs labels, but {data} has none: images have them by a folder for each class, IDX and NumPy files by a second file.':
    'レシピ {name} にはラベルが必要ですが、{data} にはありません。画像はクラスごとのフォルダーで、IDX・NumPy ファイルは 2 つ目のファイルでラベルを持ちます。',
  "The recipe {name} takes {takes} classes, but {data} has {has} ({names}): set the recipe's number of classes, “classes”, to theirs.":
    'レシピ {name} のクラス数は {takes} ですが、{data} には {has} クラスあります（{names}）。レシピのクラス数「classes」をデータに合わせてください。',
  '“{name}” is damaged: its numbers or its header are not what was written, as its checksum tells. Take another copy; if a program changed it on purpose, have it leave out the metadata entry “{entry}”.':
    '「{name}」は壊れています。チェックサムによると、数値かヘッダーが書かれたときと異なります。別のコピーを使ってください。プログラムが意図して変更した場合は、メタデータの項目「{entry}」を省かせてください。',
  '“{name}” is a checkpoint of {most} steps or updates; the most is {limit}.':
    '「{name}」は {most} ステップ（更新）のチェックポイントですが、上限は {limit} です。',
  'A batch of {batch} cannot be taken from {len} images: set the batch to as many at most, or take more images.':
    '{len} 枚の画像からバッチ {batch} は取れません。バッチを画像の枚数以下にするか、画像を増やしてください。',
  'There are no images in “{name}” (JPEG, PNG, WebP, GIF or BMP), but files of other kinds: {kinds}.':
    '「{name}」には画像（JPEG、PNG、WebP、GIF、BMP）がなく、ほかの種類のファイルがあります：{kinds}。',
  'There are no images in “{name}”.': '「{name}」には画像がありません。',
  'The only image of “{name}” cannot be used: {only}.':
    '「{name}」の唯一の画像は使えません：{only}。',
  'None of the {count} images of “{name}” can be used; the first: {first}.':
    '「{name}」の {count} 枚の画像はどれも使えません。最初のもの：{first}。',
  '“{name}” is damaged: its header claims {shape} numbers of {size} bytes, found {bytes} bytes.':
    '「{name}」は壊れています。ヘッダーは {size} バイトの数値 {shape} 個を示しますが、見つかったのは {bytes} バイトです。',
  '“{name}” is too large: the limit is {most} images of this size.':
    '「{name}」は大きすぎます。この大きさの画像は {most} 枚までです。',
  '“{name}” {why}.': '「{name}」：{why}。',
  '“{archive}” has no images in it: expected an array of bytes (uint8), count × height × width or count × height × width × channels; found {found}.':
    '「{archive}」には画像がありません。バイト（uint8）の配列（枚数 × 高さ × 幅、または枚数 × 高さ × 幅 × チャンネル）が必要ですが、見つかったのは：{found}。',
  '“{name}” holds {found}: {why}.': '「{name}」の内容は {found}：{why}。',
  '“{name}” holds {found}; expected {count} classes, one for each image, whole numbers from 0 to 255.':
    '「{name}」の内容は {found} です。画像ごとに 1 つ、{count} 個のクラス（0～255 の整数）が必要です。',
  '“{name}” has no outline: {why}.': '「{name}」の概要は得られません：{why}。',
  '“{name}” is not a safetensors file: expected one that Ganvas wrote, found {found}.':
    '「{name}」は safetensors ファイルではありません。Ganvas が書いたファイルが必要ですが、見つかったのは：{found}。',
  '“{name}” is not a safetensors file: expected a header of at most {most} bytes, found a claim of {claimed}.':
    '「{name}」は safetensors ファイルではありません。ヘッダーは {most} バイトまでですが、{claimed} バイトと称しています。',
}
