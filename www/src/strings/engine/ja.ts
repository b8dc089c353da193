/** What the engine says, by its English, in the order of the sources. */
export const ja: Readonly<Record<string, string>> = {
  // src/data/batches.rs
  '{len} images in batches of {batch} are too many: the limit is {most}.':
    'バッチサイズ {batch} に対して画像 {len} 枚は多すぎます。上限は {most} 枚です。',

  // src/data/idx/mod.rs
  'The {part} of “{name}” {problem}.': '「{name}」の{part}：{problem}。',
  'are an empty file: expected an IDX file': 'ファイルが空です。IDX ファイルが必要です',
  'are a gzip file that breaks off: expected its end, found none':
    'gzip ファイルが途中で切れています',
  'are a damaged gzip file: expected compressed data, found an error ({error})':
    'gzip ファイルが壊れています（{error}）',
  'are too large: the header claims {sizes} bytes; the limit is {limit} MiB':
    '大きすぎます。ヘッダーによると {sizes} バイトですが、上限は {limit} MiB です',
  'break off: the header claims {sizes} = {claimed} bytes, found {got}':
    '途中で切れています。ヘッダーによると {sizes} = {claimed} バイトですが、{got} バイトしかありません',
  'go on after their end: the header claims {sizes} = {claimed} bytes, found more':
    '終わりの後に続きがあります。ヘッダーによると {sizes} = {claimed} バイトですが、それより多くあります',
  'are not an IDX file: expected 00 00 08 and a number of dimensions, found {found}':
    'IDX ファイルではありません。00 00 08 と次元の数が必要ですが、見つかったのは：{found}',
  'have elements of type 0x{code} ({kind}); expected 0x08 (unsigned bytes)':
    '要素の型が 0x{code}（{kind}）です。0x08（符号なしバイト）が必要です',
  'break off in their header: expected {count} sizes, found {dimension}':
    'ヘッダーの途中で切れています。{count} 個のサイズが必要ですが、{dimension} 個しかありません',
  'signed bytes': '符号付きバイト',
  '16-bit integers': '16 ビット整数',
  '32-bit integers': '32 ビット整数',
  '32-bit floats': '32 ビット浮動小数点数',
  '64-bit floats': '64 ビット浮動小数点数',
  unknown: '不明',
  'hold labels, not images: the two files may be swapped':
    '画像ではなくラベルです。2 つのファイルが逆になっている可能性があります',
  'have {count} dimensions ({sizes}); expected 3 (count × height × width) or 4 (count × channels × height × width)':
    '{count} 次元（{sizes}）です。3 次元（枚数 × 高さ × 幅）または 4 次元（枚数 × チャンネル × 高さ × 幅）が必要です',
  'have {channels} channels (sizes {sizes}); expected 1, 3 or 4, in the order count × channels × height × width':
    '{channels} チャンネル（サイズ {sizes}）です。枚数 × チャンネル × 高さ × 幅の順で、1、3 または 4 チャンネルが必要です',
  'are empty: the header gives the sizes {sizes}': '空です。ヘッダーのサイズは {sizes} です',
  'measure {width} × {height} pixels each; the limit is {most} × {limit}':
    '1 枚が {width} × {height} ピクセルです。上限は {most} × {limit} です',
  'do not match the images: there are {count} labels for {images} images':
    '画像と合いません。画像 {images} 枚に対してラベルが {count} 個です',
  'hold images, not labels: the two files may be swapped':
    'ラベルではなく画像です。2 つのファイルが逆になっている可能性があります',
  'have {count} dimensions ({sizes}); expected 1 (count)':
    '{count} 次元（{sizes}）です。1 次元（個数）が必要です',

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
  'NumPy arrays of Chainer': 'Chainer の NumPy 配列',
  'No file was given to import.': 'インポートするファイルが指定されていません。',
  '“{name}” cannot be imported: {why}.': '「{name}」をインポートできません：{why}。',
  'expected at most {most} bytes, found {bytes}':
    '上限は {most} バイトですが、{bytes} バイトあります',
  '“{name}” cannot be imported: {why}': '「{name}」をインポートできません：{why}',
  'it has more than {most} bytes': '{most} バイトを超えています',
  'expected PyTorch or safetensors; other files say their layers':
    '必要なのは PyTorch または safetensors です。ほかの形式は層の情報を含んでいます',
  '{list} is left aside': '{list} は使いません',
  '{list} are left aside': '{list} は使いません',
  'expected PyTorch (.pt, .pth), safetensors, ONNX, Keras (.h5, .keras) or TensorFlow.js (model.json), found {found}':
    'PyTorch（.pt、.pth）、safetensors、ONNX、Keras（.h5、.keras）、TensorFlow.js（model.json）のいずれかが必要ですが、見つかったのは{found}',

  // src/import/statement.rs
  '“{name}” does not describe a generator: {why}.':
    '「{name}」は生成器の記述ではありません：{why}。',
  'a latent of {dimension} numbers; it has 1 to {most}':
    '潜在ベクトルが {dimension} 次元です（1 から {most} まで）',
  '{count} labels; the most is {most}': 'ラベルが {count} 個あります（上限は {most}）',

  // src/inference/affine.rs
  'would take {memory} numbers of working memory; the most is {most}':
    '作業メモリーに {memory} 個の数が必要ですが、上限は {most} 個です',

  // src/inference/buffers.rs
  'There is not enough memory for {length} numbers: draw fewer images at once.':
    '{length} 個の数を置くメモリーがありません。一度に描く画像を減らしてください。',

  // src/generator/look.rs
  'its images are not finite': '画像に有限でない値が含まれています',

  // src/generator/measures.rs
  '{count} latents give the same image': '{count} 個の潜在ベクトルから同じ画像ができます',
  'it looks like noise (neighbouring pixels correlate by {correlation})':
    'ノイズのように見えます（隣り合う画素の相関：{correlation}）',

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

  // src/recipe/checks.rs, plan.rs
  'The recipe has an auxiliary classifier and no number of classes: give it “classes”.':
    'レシピに補助分類器がありますが、クラス数がありません。「classes」を指定してください。',
  'The recipe has an auxiliary classifier and a gradient penalty, which is of one logit alone: leave one of the two out.':
    'レシピに補助分類器と勾配ペナルティの両方があります。ペナルティは 1 つのロジットだけを扱うので、どちらかを外してください。',
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
  "A penalty on the discriminator's gradient has weight {gamma}, once every {every} steps; the weight must be 0 or more, the interval 1 to {most}.":
    '識別器の勾配へのペナルティーは、重みが {gamma}、間隔が {every} ステップです。重みは 0 以上、間隔は 1 から {most} までにしてください。',

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
  'its channels are no multiple of {group}, the square of the factor':
    'チャンネル数が倍率の 2 乗 {group} の倍数ではありません',
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

  // src/training/maps.rs
  'Layer {layer} of the discriminator has no maps: choose one that makes images.':
    '識別器の第 {layer} 層には特徴マップがありません。画像を出力する層を選んでください。',

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
  '{count} samples were to be judged; expected {least} to {most}.':
    '{count} 枚の画像の評価が要求されましたが、{least} 枚から {most} 枚まででなければなりません。',
  'The {name} makes {output}; expected {classes} features, one for each digit.':
    '{name}の出力は {output} ですが、数字ごとに 1 つ、{classes} 個の特徴が必要です。',
  'The classifier takes its features from layer {features}; expected 1 to {most}.':
    '分類器は第 {features} 層から特徴を取り出しますが、1 から {most} まででなければなりません。',
  'A sample grid of {columns}×{rows} images was asked for; it must have 1 to {most}.':
    'サンプルの一覧に {columns}×{rows} 枚が要求されましたが、1 から {most} 枚まででなければなりません。',
  'the generated images are no longer finite': '生成画像が有限の値ではなくなりました',

  // src/training/shown.rs
  'Real image {number} was asked for; {count} are shown.':
    '本物の画像 {number} が指定されましたが、表示されているのは {count} 枚です。',
  'Generated image {number} was asked for; {count} are shown.':
    '生成画像 {number} が指定されましたが、表示されているのは {count} 枚です。',

  // src/training/state.rs
  'The tensor {name} is no part of a training.': 'テンソル {name} は学習の一部ではありません。',

  // src/training/turn.rs
  '“{name}” cannot take a step; expected both, discriminator or generator.':
    '「{name}」はステップの対象にできません。both、discriminator、generator のいずれかを指定してください。',

  // src/web/animation.rs
  'A GIF of {side} pixels a side was asked for; it must be 1 to {most}.':
    '1 辺 {side} ピクセルの GIF が要求されましたが、1 から {most} ピクセルまででなければなりません。',
  'The frames of a GIF have one size.': 'GIF のコマはすべて同じ大きさでなければなりません。',
  'The GIF could not be written: {error}.': 'GIF を書き出せませんでした：{error}。',

  // src/web/backend.rs
  'WebGPU did not answer within {seconds} seconds.':
    'WebGPU を要求しましたが、{seconds} 秒以内に応答がありませんでした。',
  'WebGPU could not be opened: {error}.': 'WebGPU を開けませんでした：{error}。',

  // src/web/images.rs
  'These are no options for images: {error}.': '画像のオプションとして読み取れません：{error}。',
  'This set of images is finished already.': 'この画像の集まりはすでに完成しています。',
  'This is no sentence: {error}.': '文ではありません：{error}。',

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
  classifier: '分類器',
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
  'is no NumPy array (.npy), but {kind}':
    'NumPy 配列（.npy）ではありません。見つかったのは：{kind}',
  'breaks off in its header': 'ヘッダーの途中で切れています',
  'is a NumPy array of version {version}; versions 1 to 3 are read':
    'NumPy 配列のバージョンが {version} です。読み取れるのは 1 から 3 です',
  'claims a header of {length} bytes; the limit is {most}':
    'ヘッダーが {length} バイトとなっています。上限は {most} です',
  "has a header that is not NumPy's": 'ヘッダーが NumPy のものではありません',
  'holds records; expected plain numbers': '構造化された要素です。単純な数値が必要です',
  'holds “{kind}”; expected plain numbers of 1 to 8 bytes':
    '内容は「{kind}」です。1～8 バイトの単純な数値が必要です',
  'has its numbers in Fortran order; save numpy.ascontiguousarray(a)':
    'Fortran 順で保存されています。numpy.ascontiguousarray(a) を保存してください',
  '“{archive}” has no images in it: expected an array of bytes (uint8), count × height × width or count × height × width × channels; found {found}.':
    '「{archive}」には画像がありません。バイト（uint8）の配列（枚数 × 高さ × 幅、または枚数 × 高さ × 幅 × チャンネル）が必要ですが、見つかったのは：{found}。',
  '“{name}” holds {found}: {why}.': '「{name}」の内容は {found}：{why}。',
  'expected count × height × width, or count × height × width × channels with 1, 3 or 4 channels':
    '枚数 × 高さ × 幅、または 1、3、4 チャンネルの枚数 × 高さ × 幅 × チャンネルが必要です',
  "expected bytes, as by (255 * a).astype('uint8') of numbers from 0 to 1":
    "バイトが必要です。0～1 の数なら (255 * a).astype('uint8') で変換できます",
  'the limits are {most} × {limit} pixels and {size} MiB':
    '上限は {most} × {limit} ピクセル、{size} MiB です',
  'there is no image in it': '画像がありません',
  '{shape} numbers of kind {kind}': '{shape} 個の数（{kind}）',
  '“{name}” holds {found}; expected {count} classes, one for each image, whole numbers from 0 to 255.':
    '「{name}」の内容は {found} です。画像ごとに 1 つ、{count} 個のクラス（0～255 の整数）が必要です。',
  'Keras 3 archive': 'Keras 3 のアーカイブ',
  'Keras model in JSON with its weights': 'Keras モデルの JSON と重み',
  'TensorFlow.js layers model': 'TensorFlow.js のレイヤーモデル',
  '{format}, weights only': '{format}、重みのみ',
  'Keras {version}, HDF5': 'Keras {version}、HDF5',
  'Keras, HDF5': 'Keras、HDF5',
  'ONNX, operators {version}': 'ONNX、演算子 {version}',
  'ONNX, operators {version}, {producer}': 'ONNX、演算子 {version}、{producer}',
  'PyTorch module': 'PyTorch のモジュール',
  'PyTorch state dict': 'PyTorch の state dict',
  '“{name}” has no outline: {why}.': '「{name}」の概要は得られません：{why}。',
  '“{name}” is not a safetensors file: expected one that Ganvas wrote, found {found}.':
    '「{name}」は safetensors ファイルではありません。Ganvas が書いたファイルが必要ですが、見つかったのは：{found}。',
  '“{name}” is not a safetensors file: expected a header of at most {most} bytes, found a claim of {claimed}.':
    '「{name}」は safetensors ファイルではありません。ヘッダーは {most} バイトまでですが、{claimed} バイトと称しています。',

  // src/data/images/allowance.rs
  'it unpacks to {size} MB, and with the files before it that is more than {most} times what all of them take: save it smaller':
    '展開すると {size} MB になり、それまでのファイルと合わせて全ファイルのサイズの {most} 倍を超えます。小さくして保存してください',

  // src/data/images/classes.rs
  '{count} folders are more than {most} classes':
    'フォルダーが {count} 個あり、クラス数の上限 {most} を超えています',
  '{outside} of {count} images lie outside of the {folders} folders, the first “{first}”':
    '{count} 枚中 {outside} 枚の画像が {folders} 個のフォルダーの外にあります（最初は「{first}」）',

  // src/data/images/kinds.rs
  'without extension': '拡張子なし',
  others: 'その他',
  '{kind} {count}': '{kind} {count}',

  // src/data/images/mod.rs
  '{outside} of {count} images lie in no class, the first “{first}”':
    '{count} 枚中 {outside} 枚の画像がどのクラスにも属していません（最初は「{first}」）',
  'it lies in no class': 'どのクラスにも属していません',

  // src/data/images/report.rs
  '{path}: {why}': '{path}：{why}',

  // src/data/images/resize.rs
  'it has no pixels ({width}×{height})': 'ピクセルがありません（{width}×{height}）',
  'it measures {width}×{height} pixels; the limit is {most} million':
    '{width}×{height} ピクセルあります（上限は {most} 百万ピクセル）',
  'it measures {width}×{height} pixels, less than the {across}×{down} to be cut out':
    '{width}×{height} ピクセルで、切り抜くサイズ {across}×{down} より小さいです',
  'its {bytes} bytes are not the pixels of {width}×{height}':
    '{bytes} バイトは {width}×{height} のピクセル数に合いません',
  'it could not be resized ({error})': 'サイズを変更できませんでした（{error}）',

  // src/generator/mod.rs
  'The generator {name} has no styles that could be mixed.':
    '生成器 {name} には、混合できるスタイルがありません。',

  // src/import/array.rs
  'a tensor of {count} axes has more than {most}':
    'テンソルの軸が {count} 個あり、上限の {most} を超えています',
  'a tensor of {dims} is more than {most} numbers':
    '形状 {dims} のテンソルは要素数の上限 {most} を超えています',
  'a tensor of {dims} has {count} numbers': '形状 {dims} のテンソルに {count} 個の数があります',
  'a tensor of {dims} was to become {to}': '形状 {dims} のテンソルを {to} に変形しようとしています',
  'what is multiplied is no matrix': '行列でないものを掛けようとしています',
  '{dims} is multiplied by {by}': '{dims} に {by} を掛けようとしています',

  // src/import/beside.rs
  'it asks for the file “{path}”, outside its folder':
    'フォルダーの外にあるファイル「{path}」を要求しています',
  'its part “{path}” is {found}': '構成ファイル「{path}」の実体：{found}',

  // src/import/budget.rs
  'its numbers are more than such a file can need: it may be damaged':
    'このようなファイルに必要な量を超える数が含まれています。破損している可能性があります',
  'it makes {count} numbers out of {from}': '{from} 個の数から {count} 個の数を作ろうとしています',
  'it asks for more work than any generator needs': '生成器に必要な量を超える計算を要求しています',

  // src/import/chainer.rs
  'its array “{name}”: {why}': '配列「{name}」：{why}',
  'it is no array of NumPy that can be read': '読み取れる NumPy 配列ではありません',
  "it is in Fortran's order: save it in C's":
    'Fortran 順で保存されています。C 順で保存してください',

  // src/import/choose.rs
  '“{name}” is the generator: there is no other network':
    'ほかにネットワークがないため、「{name}」を生成器とします',
  'it holds several networks, {networks}: pick one with {key}':
    '複数のネットワークがあります（{networks}）。{key} で 1 つ選んでください',
  'of {list}, {chosen} is the generator': '{list} のうち {chosen} を生成器とします',
  '{note}, an average over the training': '{note}（学習中の重みの平均）',
  '{note}; {key} {other} takes the other': '{note}。もう一方は {key} {other} で選べます',
  '“{name}” ({dims})': '「{name}」（{dims}）',
  '{list} left out: no layer has such a tensor':
    '{list} は除外しました。このようなテンソルを持つ層はありません',
  'it holds no weights of layers': '層の重みが含まれていません',
  'it has {count} tensors; the most is {most}: pick a part with {key}':
    'テンソルが {count} 個あります（上限は {most}）。{key} で一部を選んでください',
  'its tensor “{name}” has a name of {length} bytes; the most is {most}':
    'テンソル「{name}」の名前が {length} バイトあります（上限は {most}）',
  "it holds tensors, as {tensor}, but none that is called as a layer's, as “main.0.weight”":
    '{tensor} などのテンソルはありますが、「main.0.weight」のような層の名前を持つものがありません',
  'it has {count} tensors; the most that are looked at is {most}':
    'テンソルが {count} 個あります（調べるのは {most} 個まで）',
  '{count} tensors that the average lacks, as running statistics, are those of “{name}”':
    '平均側にない {count} 個のテンソル（移動統計量など）は「{name}」のものを使います',
  'it has nothing under “{name}”; it has {list}':
    '「{name}」の下には何もありません。あるのは {list} です',

  // src/import/draft.rs
  'layer {number} ({kind})': '第 {number} 層（{kind}）',
  'layer {number} “{name}” ({kind})': '第 {number} 層「{name}」（{kind}）',
  '{place} gets {shape}: {why}': '{place}、入力 {shape}：{why}',
  '{place} has no {role}': '{place}：{role} がありません',
  '{place} has a {role} of {found}; expected {expected}':
    '{place}：{role} は {found} ですが、{expected} が必要です',
  '{inputs} inputs are too few for {features} features of a label':
    '入力 {inputs} 個では、ラベルの特徴量 {features} 個に足りません',
  'the order of features cannot be changed before a layer of kind {kind}':
    '種類が {kind} の層の前では特徴量の順序を変えられません',
  'the latent itself becomes an image in an order that Ganvas does not support':
    '潜在ベクトル自体が、対応していない順序で画像になります',

  // src/import/finish.rs
  'it ends with {numbers} numbers, which is no square image of 1 or 3 channels: state the image in a {spec}':
    '最後の {numbers} 個の数は、1 または 3 チャンネルの正方形の画像になりません。{spec} で画像を指定してください',
  'the {numbers} numbers at the end are an image of {height}×{width} with {channels} channels, channel by channel':
    '最後の {numbers} 個の数は {height}×{width}、{channels} チャンネルの画像で、チャンネルごとに並んでいます',
  'it makes images of {height}×{width} with {channels} channels, but {stated_height}×{stated_width} with {stated_channels} are stated':
    '生成される画像は {height}×{width}、{channels} チャンネルですが、指定は {stated_height}×{stated_width}、{stated_channels} チャンネルです',
  'latents are drawn from a normal distribution of deviation 1':
    '潜在ベクトルは標準偏差 1 の正規分布から取ります',
  'it starts from {found} numbers, but {stated} are stated as latent':
    '生成器の入力は {found} 個の数ですが、潜在ベクトルは {stated} 次元と指定されています',
  'the {classes} classes are called 0 to {last}':
    '{classes} 個のクラスの名前は 0 から {last} とします',
  'it has {classes} classes, but {stated} are stated':
    'クラスは {classes} 個ですが、{stated} 個と指定されています',

  // src/import/fixed.rs
  'its kernel is {down}×{across}': 'カーネルは {down}×{across} です',
  'it takes pixels that are not there': '存在しないピクセルを取り出します',
  '{groups} groups do not divide {channels} channels':
    '{channels} チャンネルは {groups} グループに等分できません',

  // src/import/found.rs
  'one number': '1 つの数',
  nothing: 'なし',
  '{list}… ({count} in all)': '{list}…（全 {count} 個）',
  'the top': '最上位',
  '“{name}”': '「{name}」',
  '{list} …': '{list} …',
  '{first}; {rest}': '{first}；{rest}',

  // src/import/independent.rs
  'it takes a label of {classes} classes beside another of {known}':
    '{classes} クラスのラベルが、{known} クラスの別のラベルと併用されています',

  // src/import/join.rs
  'it joins nothing': '結合するものがありません',
  'the branches that meet in “{name}” cross others: layers that lie in several of them are held once for each':
    '「{name}」で合流する分岐は他の分岐と交差しています。複数の分岐にある層は、分岐ごとに 1 つずつ保存されます',

  // src/import/keras/activations.rs
  '“{name}” ({class}) has the activation {other}, which Ganvas does not support':
    '「{name}」（{class}）の活性化関数 {other} には対応していません',
  '“{name}” ({class}) has {setting} {found}, which Ganvas does not support':
    '「{name}」（{class}）の {setting} {found} には対応していません',

  // src/import/keras/configuration.rs
  '“{name}” ({class}) has a {setting} of {sizes}; only the same along both axes is supported':
    '「{name}」（{class}）の {setting} は {sizes} ですが、両軸で同じ値にのみ対応しています',
  '“{name}” ({class}) does not say its {setting}':
    '「{name}」（{class}）に {setting} の指定がありません',
  '“{name}” is a layer of the class {class}, which Ganvas does not support':
    '「{name}」のクラス {class} には対応していません',
  'its description of the model is not the JSON it should be: {why}':
    'モデルの記述が正しい JSON ではありません：{why}',
  'its description of the model has no layers': 'モデルの記述に層がありません',
  'its layers are more than {most}, or lie too deep':
    '層が {most} 個を超えているか、入れ子が深すぎます',
  'a layer has no class_name': 'class_name のない層があります',
  '“{name}” is a model without layers': '「{name}」は層のないモデルです',
  '“{name}”, its first layer, does not say what it takes: build the model before it is saved':
    '最初の層「{name}」に入力の指定がありません。保存する前にモデルを build してください',
  '“{name}” ({class}) has a {setting} of {sizes}; expected one number, or two':
    '「{name}」（{class}）の {setting} は {sizes} です。1 つか 2 つの数でなければなりません',

  // src/import/keras/description.rs
  "it is Keras' description of a model, without numbers: give its weights along (.h5, .hdf5, .weights.h5)":
    'Keras モデルの記述だけで、数値がありません。重みのファイル（.h5、.hdf5、.weights.h5）も一緒に指定してください',
  'it was given with several files of weights ({list})':
    '重みのファイルが複数指定されています（{list}）',
  'of its weights “{name}”: {why}': '重み「{name}」：{why}',
  'weights were taken in the order of the layers, whose names differ':
    '名前が異なるため、重みは層の順に割り当てました',

  // src/import/keras/hdf5.rs
  'vectors become images with channels last, as Keras keeps them':
    'ベクトルは、Keras の並び（channels last）で画像になります',
  "it holds Keras' weights alone ({list}), not what the layers do with them: give the model's JSON (model.to_json()) along, save the model whole (.keras), or state the layers in a {spec}":
    'Keras の重み（{list}）だけで、層の動作が含まれていません。モデルの JSON（model.to_json()）も指定するか、モデル全体を保存する（.keras）か、{spec} で層を指定してください',
  'it is not an HDF5 file that can be read: {why}': '読み取れる HDF5 ファイルではありません：{why}',
  'its groups lie more than {most} deep': 'グループの入れ子が {most} 段を超えています',
  'its tensor “{name}”: {why}': 'テンソル「{name}」：{why}',
  'it is too large': '大きすぎます',
  'it has the type {dtype}, which is not read': '型 {dtype} は読み取れません',
  'its chunks are larger than its {dims}: it may be damaged':
    'チャンクが {dims} より大きいため、破損している可能性があります',
  'its chunks lie beyond its {dims}: it may be damaged':
    'チャンクが {dims} の外にあるため、破損している可能性があります',

  // src/import/keras/images.rs
  '“{name}” ({class}) takes means over fewer pixels at the edge (same), which Ganvas does not support':
    '「{name}」（{class}）は端で少ないピクセルを平均しますが（same）、対応していません',
  '“{name}” cuts all of an image of {height}×{width} away':
    '「{name}」は {height}×{width} の画像をすべて切り取ります',

  // src/import/keras/layers.rs
  '“{name}” ({class}) has no {leaf}': '「{name}」（{class}）に {leaf} がありません',
  "“{name}” (Dense) works on an image's channels":
    '「{name}」（Dense）が画像のチャンネルに適用されています',
  '“{name}” has a kernel of {dims}': '「{name}」のカーネルの形状は {dims} です',
  '“{name}” takes {inputs} features, not {found}':
    '「{name}」の入力は {inputs} 個の特徴量で、{found} 個ではありません',
  '“{name}” (Reshape) cannot make {sides} of {all} numbers':
    '「{name}」（Reshape）は {all} 個の数を {sides} に変形できません',
  'a shape of {dims} is no image': '形状 {dims} は画像ではありません',
  'an image changes its shape with its pixels mixed': '画像の変形でピクセルが混ざります',
  '“{name}” pads {padding}': '「{name}」のパディング {padding} には対応していません',
  '“{name}” has an output_padding, which is not read':
    '「{name}」の output_padding には対応していません',
  '“{name}” has a stride beyond its kernel': '「{name}」のストライドがカーネルより大きいです',
  '“{name}” normalises along the axes {axes}, not along channels':
    '「{name}」はチャンネルではなく軸 {axes} に沿って正規化しています',
  '“{name}” normalises every pixel by itself, which Ganvas does not support':
    '「{name}」のようなピクセルごとの正規化には対応していません',
  '“{name}” enlarges by {mode}, which Ganvas does not support':
    '「{name}」の拡大方法 {mode} には対応していません',
  '“{name}” has no four sides': '「{name}」に 4 辺の指定がありません',
  '“{name}” (PReLU) has slopes of {dims}; supported are one, and one a channel':
    '「{name}」（PReLU）の傾きの形状は {dims} です。対応しているのは 1 つか、チャンネルごとに 1 つです',
  '“{name}” joins images that were flattened, in another order than Ganvas flattens':
    '「{name}」は、こことは異なる順序で平坦化された画像を結合します',

  // src/import/keras/network.rs
  'it takes {count} inputs beside labels; a generator takes one latent':
    'ラベル以外の入力が {count} 個あります。生成器の入力は潜在ベクトル 1 つです',
  'the {numbers} numbers of “{name}” are a label, one-hot':
    '「{name}」の {numbers} 個の数はワンホットのラベルです',
  '“{name}” takes no shape of a latent: {dims}':
    '「{name}」の形状 {dims} は潜在ベクトルのものではありません',
  '“{name}” takes “{input}”, which comes after it':
    '「{name}」の入力「{input}」は、その後にあります',
  '“{name}” ({class}) takes nothing': '「{name}」（{class}）に入力がありません',
  '“{name}” ({class}) joins branches, which Ganvas does not support':
    '「{name}」（{class}）は分岐を結合しますが、対応していません',
  '“{name}” has no table': '「{name}」にテーブルがありません',
  "“{name}” ({class}) works on a label's features in a way that Ganvas does not support":
    '「{name}」（{class}）によるラベルの特徴量の処理には対応していません',
  '“{name}” joins a label a second time': '「{name}」でラベルが 2 回結合されます',
  'branches meet in “{name}” ({class}); they can only be added, subtracted, averaged, multiplied or concatenated':
    '「{name}」（{class}）で分岐が合流します。対応しているのは加算、減算、平均、乗算、連結だけです',
  '“{name}” ({class}) joins along axis {axis}, which is not that of the channels':
    '「{name}」（{class}）はチャンネルではない軸 {axis} に沿って連結します',

  // src/import/keras/numbers.rs
  '{count} layers of the description have numbers ({list}), {others} of the weights ({other_list}): they are not of one model':
    '記述では {count} 個の層（{list}）、重みでは {others} 個の層（{other_list}）に数値があります。同じモデルのものではありません',

  // src/import/keras/tensorflow_js.rs
  'it is not a layers model of TensorFlow.js: {why}':
    'TensorFlow.js の layers モデルではありません：{why}',
  "it is a graph model of TensorFlow.js, of TensorFlow's operators; convert the Keras model with tensorflowjs_converter --output_format=tfjs_layers_model, or import the Keras model itself (.h5, .keras)":
    'TensorFlow の演算からなる TensorFlow.js の graph モデルです。Keras モデルを tensorflowjs_converter --output_format=tfjs_layers_model で変換するか、Keras モデル（.h5、.keras）をインポートしてください',
  'its shard “{path}” was not given along': 'シャード「{path}」が指定されていません',
  'its tensor “{name}” has the type {dtype}, which is not read':
    'テンソル「{name}」の型 {dtype} は読み取れません',
  'its shards have {bytes} bytes; “{name}” ends at {end}':
    'シャードは {bytes} バイトですが、「{name}」の終わりは {end} です',

  // src/import/onnx/affine.rs
  'its number of classes is not known beforehand': 'クラス数が事前に分かりません',
  'it multiplies by {dims}': '{dims} を掛けています',
  'it multiplies {classes} classes by {dims}': '{classes} クラスに {dims} を掛けています',
  "it works on a label's features, which Ganvas does not support":
    'ラベルの特徴量の処理には対応していません',
  'it joins more than the latent and a label': '潜在ベクトルとラベル以外も結合しています',
  'it joins along axis {axis}, which is not that of the features':
    '特徴量の軸ではない軸 {axis} に沿って結合しています',
  'it joins {dims} and {other}': '{dims} と {other} を結合しています',
  'it joins the label a second time': 'ラベルを 2 回結合しています',
  'it joins something other than a label': 'ラベルでないものを結合しています',
  'it joins a label as {dims}': '形状 {dims} のラベルを結合しています',
  'it joins branches, which Ganvas does not support': '分岐の結合には対応していません',
  'it divides by what the network makes': 'ネットワークの計算結果で割っています',
  'its constant of {dims} is not one number a channel':
    '形状 {dims} の定数がチャンネルごとに 1 つの数ではありません',

  // src/import/onnx/arithmetic.rs
  'its integers overflow': '整数がオーバーフローします',
  'constants of {dims} and {other} do not fit each other':
    '形状 {dims} と {other} の定数は組み合わせられません',

  // src/import/onnx/attention.rs
  'it works on matrices of pixels in a way that is not attention as Ganvas knows it':
    'ピクセルの行列を扱いますが、対応している形の Attention ではありません',
  'its softmax goes over something other than the pixels':
    'ソフトマックスがピクセル以外に適用されています',
  'it attends without a softmax': 'ソフトマックスのない Attention です',
  'it multiplies attention by something other than a number': 'Attention に数値以外を掛けています',
  'it multiplies attention behind its softmax':
    'ソフトマックスの後で Attention に掛け算をしています',

  // src/import/onnx/channels.rs
  'it makes blocks of {block} pixels of {dims}': '{dims} から {block} ピクセルのブロックを作ります',
  'it splits {side} into {list}': '{side} を {list} に分割します',
  'it cuts {dims} along the axes {list}': '{dims} を軸 {list} に沿って切り出します',
  'it takes pixels in another order': 'ピクセルを別の順序で取り出します',

  // src/import/onnx/clip.rs
  'its end is {dims}, not one number': '範囲の端が 1 つの数ではなく {dims} です',
  'it compares the network with more than one number': 'ネットワークの値を複数の数と比較しています',

  // src/import/onnx/constant.rs
  'its constant “{name}” has no valid shape': '定数「{name}」の形状が正しくありません',
  'its constant “{name}” has {count} numbers; its shape wants {expected}':
    '定数「{name}」には {count} 個の数がありますが、形状からは {expected} 個必要です',
  'it has no value that is read': '読み取れる値がありません',
  'its constant “{name}” has the type {dtype}, which is not read':
    '定数「{name}」の型 {dtype} は読み取れません',

  // src/import/onnx/external.rs
  'the numbers of “{name}” lie in “{location}”, which was not given along: put it beside the graph (on the page, choose both files together), or export one file (external_data=False)':
    '「{name}」の数値が入った「{location}」がありません。グラフと同じ場所に置く（ページでは両方のファイルを一緒に選ぶ）か、1 つのファイルとしてエクスポートしてください（external_data=False）',
  'the numbers of “{name}” have the {key} “{value}”, which is no number of bytes':
    '「{name}」の {key}「{value}」はバイト数ではありません',
  'the numbers of “{name}” take {wanted} bytes; the graph says {length} of “{location}”':
    '「{name}」には {wanted} バイト必要ですが、グラフでは「{location}」の {length} バイトとなっています',
  "the numbers of “{name}” are {length} bytes from byte {start} of “{location}”, which has {has}: it is another model's, or not whole":
    '「{name}」は「{location}」の {start} バイト目から {length} バイトですが、ファイルは {has} バイトです。別のモデルのものか、不完全です',

  // src/import/onnx/fold.rs
  'it has no shape': '形状がありません',
  'it names no axes': '軸の指定がありません',
  'a constant changes its length': '定数の要素数が変わります',

  // src/import/onnx/gates.rs
  'it raises to another power than 2': '2 以外の指数で累乗します',

  // src/import/onnx/graph.rs
  'its graph has no output': 'グラフに出力がありません',
  'its input “{name}” of {dims} is no latent of known size':
    '入力「{name}」（{dims}）は大きさの分かる潜在ベクトルではありません',
  'its operator {operator}: {why}': '演算子 {operator}：{why}',
  'it gives nothing': '出力がありません',
  'it is an operator of “{domain}”; those of ONNX alone are read':
    '「{domain}」の演算子です。読み取れるのは ONNX の演算子だけです',
  'its input “{name}” is not there before it': '入力「{name}」がこれより前にありません',
  'it has no input': '入力がありません',
  'its output “{name}” does not depend on the latent':
    '出力「{name}」が潜在ベクトルに依存していません',
  'the inputs {list} are parts of one latent, one behind the other':
    '入力 {list} は、この順に並ぶ 1 つの潜在ベクトルの部分です',

  // src/import/onnx/images.rs
  'it works on {dims}': '{dims} に適用されています',
  'its kernel is {dims}': 'カーネルの形状は {dims} です',
  'it does not say by how much it pads': 'パディングの量の指定がありません',
  'it pads {count} axes by {list}': '{count} 個の軸を {list} だけパディングしています',
  'it pads by {list}': '{list} だけパディングしています',
  'it pads by {mode} {value}; zeros, and the modes reflect and edge are supported':
    'パディング {mode} {value} には対応していません。対応しているのはゼロと、モード reflect と edge です',
  'it pads {dims}': '{dims} をパディングします',

  // src/import/onnx/inputs.rs
  'its inputs “{first}” and “{second}” are both labels by their names or types: it has no latent':
    '入力「{first}」と「{second}」は名前または型からどちらもラベルで、潜在ベクトルがありません',
  'its graph takes {count} inputs ({list}); a generator takes a latent and perhaps a label':
    'グラフの入力が {count} 個あります（{list}）。生成器の入力は潜在ベクトルと、場合によりラベルです',
  'the {numbers} numbers of the second input “{name}” are a label, one-hot; a code that takes other numbers cannot be given':
    '2 番目の入力「{name}」の {numbers} 個の数はワンホットのラベルです。ほかの数からなるコードは与えられません',
  'its input “{name}” has no shape': '入力「{name}」に形状がありません',
  'its input “{name}” leaves more open than the batch':
    '入力「{name}」でバッチ以外の次元も未定です',
  'its second input “{name}” of {dims} is no label':
    '2 番目の入力「{name}」（{dims}）はラベルではありません',

  // src/import/onnx/joins.rs
  'branches meet in it; they can only be added, subtracted, multiplied or concatenated':
    'ここで分岐が合流します。対応しているのは加算、減算、乗算、連結だけです',
  'it takes constants or labels beside several branches':
    '複数の分岐とともに定数かラベルを受け取ります',
  'one branch has its channels last, another first':
    'ある分岐はチャンネルが最後、別の分岐は最初にあります',
  'a label joins before it that no layer has taken yet':
    'その前に結合されたラベルを、まだどの層も受け取っていません',

  // src/import/onnx/mod.rs
  'it is not a whole ONNX file: {why}': '完全な ONNX ファイルではありません：{why}',
  'it is an ONNX file without a graph': 'グラフのない ONNX ファイルです',
  'its graph has more than {most} operators': 'グラフの演算子が {most} 個を超えています',

  // src/import/onnx/operators.rs
  'it works on something other than an image': '画像でないものに適用されています',
  "it rounds the network's numbers to integers": 'ネットワークの値を整数にしています',
  'it drops features at random: export the model in its evaluation mode':
    '特徴量をランダムに落としています。モデルを評価モード（eval）でエクスポートしてください',
  'it multiplies something other than a vector by a constant':
    'ベクトルでないものと定数でないものを掛けています',
  'it multiplies {dims} by a matrix': '{dims} に行列を掛けています',
  'it normalises an image with its channels last': 'チャンネルが最後の軸の画像を正規化しています',
  'it normalises by the batch at hand: export the model in its evaluation mode':
    'その時のバッチで正規化しています。モデルを評価モード（eval）でエクスポートしてください',
  'it has numbers for every pixel (spatial=0), not for channels':
    'チャンネルではなくピクセルごとの数を持っています（spatial=0）',
  'it normalises along axis {axis} and on': '軸 {axis} 以降を正規化しています',
  'its input {index} is not known beforehand': '入力 {index} が事前に分かりません',
  'it has no {role}': '{role} がありません',
  'it transposes the features (transA)': '特徴量を転置しています（transA）',
  'it adds something other than a constant': '定数でないものを足しています',
  'it adds {dims} to {out} numbers': '{out} 個の数に {dims} を足しています',
  'its scale is not one number a channel': 'スケールがチャンネルごとに 1 つの数ではありません',
  'its {setting} is {found}, which Ganvas does not support':
    '{setting} が {found} ですが、対応していません',
  'it has a slope for each channel of an image with its channels last':
    'チャンネルが最後の次元にある画像に、チャンネルごとの傾きがあります',
  'its alpha or gamma is not that of a self-normalising network':
    'alpha または gamma が自己正規化ネットワークの値ではありません',
  'its GELU is an approximation; only the exact one is supported':
    '近似の GELU です。対応しているのは厳密な GELU だけです',
  'Ganvas does not support this operator': '対応していない演算子です',

  // src/import/onnx/pools.rs
  'its mean leaves out the pixels around the image; those with count_include_pad are supported':
    '平均から画像の周囲のピクセルが除かれます。対応しているのは count_include_pad の場合だけです',
  'its last means lie partly outside of the image (ceil_mode)':
    '最後の平均の一部が画像の外にかかります（ceil_mode）',
  "it takes the mean along the axes {list} of {dims}; that over an image's pixels is supported":
    '{dims} を軸 {list} に沿って平均します。対応しているのは画像のピクセルの平均です',

  // src/import/onnx/proto.rs
  '“{name}” ({operator})': '「{name}」（{operator}）',

  // src/import/onnx/reshape.rs
  '{dims} is neither a vector nor an image': '{dims} はベクトルでも画像でもありません',
  '{own} cannot become {wanted}': '{own} を {wanted} に変えられません',
  'its shape is not known beforehand': '形状が事前に分かりません',
  'it flattens from axis {axis}': '軸 {axis} 以降を平坦化しています',
  '{dims} becomes {to}, which mixes the batch with the rest':
    '{dims} を {to} にするとバッチとほかの軸が混ざります',
  'an image with its channels last is reshaped': 'チャンネルが最後の軸の画像を変形しています',
  'a constant is reshaped in a way that Ganvas does not support':
    '対応していない方法で定数を変形しています',
  '{dims} is spread over {list}': '{dims} を {list} に広げています',
  'its shape is not valid': '形状が正しくありません',
  'it repeats something other than a label': 'ラベルでないものを繰り返しています',
  'it moves the axes as {list}': '軸を {list} の順に並べ替えています',
  "it moves an image's rows": '画像の行の軸を移動しています',

  // src/import/onnx/resize.rs
  'it enlarges {dims}': '{dims} を拡大しています',
  'it enlarges with {setting}': '{setting} 付きの拡大には対応していません',
  'it enlarges by {place} and {round}': '{place} と {round} による拡大には対応していません',
  'it enlarges by {mode} with {place}': '{place} での {mode} による拡大には対応していません',
  'it has scales and sizes, of which ONNX allows only one':
    'scales と sizes の両方がありますが、ONNX ではどちらか一方だけです',
  'its scales are {list}': 'scales は {list} です',
  'its sizes are {list}': 'sizes は {list} です',
  'it does not say by how much it enlarges': '拡大率の指定がありません',
  'it enlarges more than height and width: {list}': '高さと幅以外も拡大しています：{list}',
  'it enlarges {height}×{width} by {list}, which does not come to whole pixels':
    '{height}×{width} を {list} 倍すると整数のピクセル数になりません',
  "it keeps the sides' ratio ({policy})": '縦横比の維持（{policy}）には対応していません',
  'it brings {height}×{width} to {down}×{across}':
    '{height}×{width} を {down}×{across} にしています',

  // src/import/onnx/shapes.rs
  'it has no axis {axis} of {rank}': '{rank} 個の軸に軸 {axis} はありません',
  'it names {count} axes': '{count} 個の軸を指定しています',
  'it names the axis {axis} twice': '軸 {axis} を 2 回指定しています',
  'it orders {count} axes of {rank}: {list}':
    '{rank} 個の軸のうち {count} 個を並べ替えています：{list}',
  '{list} is no shape': '{list} は形状ではありません',
  '{dims} cannot become {list}': '{dims} を {list} にできません',
  'it takes the axes {list} from {dims}, which are more than 1':
    '{dims} から大きさが 1 でない軸 {list} を取り除こうとしています',

  // src/import/onnx/slices.rs
  'it joins constants of several axes': '軸が複数ある定数を結合しています',
  'it does not say where it starts': '開始位置の指定がありません',
  'it does not say where it ends': '終了位置の指定がありません',
  'it does not have a start, end, axis and step for each cut':
    '切り出しごとの開始、終了、軸、ステップがそろっていません',
  'it cuts by steps of 0': '切り出しのステップが 0 です',
  'it takes slices along another axis than the first': '最初の軸以外に沿って切り出しています',
  'it takes a slice that is not among {side}': '{side} の範囲外を切り出しています',

  // src/import/onnx/windows.rs
  'its kernel_shape is {list}, its kernel {height}×{width}':
    'kernel_shape は {list} ですが、カーネルは {height}×{width} です',
  'it works in {count} groups': '{count} グループの畳み込みには対応していません',
  "its auto_pad is not one of ONNX's": 'auto_pad の値が ONNX のものではありません',
  'it has auto_pad beside pads of {list}, of which ONNX allows only one':
    'auto_pad と pads {list} の両方がありますが、ONNX ではどちらか一方だけです',
  'it does not have four pads': 'pads の値が 4 個ではありません',
  'its output_shape is {list}': 'output_shape は {list} です',
  'it is to make {wanted} pixels out of {has}, more than its kernel reaches':
    '{has} ピクセルから {wanted} ピクセルを作ろうとしていますが、カーネルが届きません',
  'its pads of {list} leave nothing': 'pads {list} では何も残りません',
  'its {setting} are {list}': '{setting} は {list} です',

  // src/import/onnx/wire.rs
  'its graph has more than {most} parts': 'グラフの要素が {most} 個を超えています',

  // src/import/parameters/bind.rs
  'it has no tensor “{name}”': 'テンソル「{name}」がありません',
  'the stated layers leave tensors over: {list} are of no layer':
    '指定された層ではテンソルが余ります。{list} はどの層にも属しません',
  '“{name}” is no table of labels': '「{name}」はラベルの埋め込みテーブルではありません',
  '“{name}” is a table of {classes} classes, but {stated} are stated':
    '「{name}」は {classes} クラスのテーブルですが、{stated} クラスと指定されています',
  'state the latent: its dimension does not follow from the first layer':
    '潜在ベクトルを指定してください。最初の層からは次元が分かりません',
  'it has no tensor “{name}”, stated as {key}':
    '{key} として指定されたテンソル「{name}」がありません',
  'layer {number} ({kind}) finds no more tensors':
    '第 {number} 層（{kind}）に割り当てるテンソルが残っていません',
  "layer {number} ({kind}) does not fit the file's next tensors, “{name}” ({tensor} of {dims})":
    '第 {number} 層（{kind}）は、ファイルの次のテンソル「{name}」（{tensor}：{dims}）に合いません',

  // src/import/parameters/convert.rs
  'the normalisation “{name}” has numbers of its own for every pixel; only one a channel is supported':
    '正規化「{name}」はピクセルごとの数を持っています。対応しているのはチャンネルごとの数だけです',
  '“{name}” has no {leaf}, which its layer needs': '「{name}」に、層に必要な {leaf} がありません',
  '“{name}” has a weight of {dims}, which is none of a {kind} layer':
    '「{name}」の重みの形状 {dims} は {kind} 層のものではありません',

  // src/import/parameters/images.rs
  'no strides and padding were found that lead to an image':
    '画像になるストライドとパディングが見つかりません',
  'there is one convolution too many': '畳み込みが 1 つ余ります',
  '“{name}” is no layer of a generator behind convolutions: pick the generator with {key}, or state the layers in a {spec}':
    '「{name}」は、畳み込みの後に来る生成器の層ではありません。{key} で生成器を選ぶか、{spec} で層を指定してください',
  'strides and padding that lead to {height}×{width}: {list}':
    '{height}×{width} になるストライドとパディング：{list}',
  '“{name}” has a kernel of {height}×{width}; only square ones are supported':
    '「{name}」のカーネルは {height}×{width} です。対応しているのは正方形だけです',
  'stride {stride}, padding {pad}': 'ストライド {stride}、パディング {pad}',
  'stride {stride}, padding {pad}, output padding {more}':
    'ストライド {stride}、パディング {pad}、出力パディング {more}',
  'enlarged by 2 (nearest), {window}': '2 倍に拡大（nearest）、{window}',
  '{name} ({kind}) {window}': '{name}（{kind}）{window}',
  none: 'なし',
  '“{name}” takes {first} or {second} channels (its bias has {bias}), but {channels} come in: its order or the parts before are not what the names suggest; state the layers in a {spec}':
    '「{name}」の入力は {first} または {second} チャンネル（バイアスの数：{bias}）ですが、{channels} チャンネルが渡されます。順序またはその前の部分が名前から推測されるものと異なります。{spec} で層を指定してください',

  // src/import/parameters/infer.rs
  'it begins with a normalisation (“{name}”), so that the latent cannot be told: state it in a {spec}, or pick the generator with {key}':
    '正規化（「{name}」）で始まっているため、潜在ベクトルが分かりません。{spec} で指定するか、{key} で生成器を選んでください',
  'it has several tables of labels: state the layers in a {spec}':
    'ラベルのテーブルが複数あります。{spec} で層を指定してください',
  '“{name}” gives a label {features} features, more than the first layer takes: it may multiply them with the latent, which no layer of Ganvas does':
    '「{name}」がラベルに与える特徴量は {features} 個で、最初の層の入力より多いです。潜在ベクトルとの積を取るのかもしれませんが、対応していません',
  '“{name}” is a table of {classes} labels, whose features come behind the latent':
    '「{name}」は {classes} 個のラベルの埋め込みテーブルで、特徴量は潜在ベクトルの後に続きます',
  '{features} features are no square image for “{name}”: state the layers in a {spec}':
    '{features} 個の特徴量は「{name}」の正方形の画像になりません。{spec} で層を指定してください',
  'the {features} features become an image of {height}×{width} with {channels} channels':
    '{features} 個の特徴量は {height}×{width}、{channels} チャンネルの画像になります',
  'an epsilon of 0.8 in batch norms but the first before an image: the names are those of PyTorch-GAN, whose code says so':
    '画像の前の最初のものを除き、バッチ正規化のイプシロンは 0.8（名前が PyTorch-GAN のもので、そのコードの値）',
  'an epsilon of {epsilon} in batch norms': 'バッチ正規化のイプシロンは {epsilon}',
  '“{name}” is a layer norm': '「{name}」はレイヤー正規化です',
  '“{name}” is an instance norm, epsilon 1e-5':
    '「{name}」はインスタンス正規化です（イプシロン 1e-5）',
  'leaky ReLU of slope 0.2 between the layers, tanh at the end':
    '層の間は傾き 0.2 の Leaky ReLU、最後は tanh',
  'ReLU between the layers, tanh at the end': '層の間は ReLU、最後は tanh',

  // src/import/parameters/mod.rs
  'it has weights of {count} layers; the most is {most}':
    '{count} 個の層の重みがあります（上限は {most}）',
  'layers do not come in the order in which the file defines them, but in the only one in which their channels meet':
    '層はファイルの定義順ではなく、チャンネル数がつながる唯一の順序で並べます',
  'layers come in the order of the numbers in their names: safetensors keeps no other':
    '層は名前の番号順に並べます（safetensors にはほかに順序の情報がありません）',
  'layers come in the only order in which their channels meet, as far as their names allow it: safetensors keeps none':
    '層は、名前と矛盾しない範囲で、チャンネル数がつながる唯一の順序で並べます（safetensors には順序の情報がありません）',
  'layers come in an order by their channels and by words in their names, as first, final or a name that a norm shares with a layer: safetensors keeps none':
    '層の順序は、チャンネル数と名前の語（first、final、正規化と層に共通する名前など）から決めます（safetensors には順序の情報がありません）',
  'layers come in the order of their names: safetensors keeps no other':
    '層は名前順に並べます（safetensors にはほかに順序の情報がありません）',
  'the order of its layers cannot be told, as safetensors keeps none: {why}; have them written with --print-spec {spec}, sort them there, and hand it back with --spec':
    'safetensors には順序の情報がないため、層の順序が分かりません：{why}。--print-spec {spec} で書き出し、並べ替えて --spec で渡してください',
  '{why}; safetensors keeps no order of layers, and that of the names may be wrong: have them written with --print-spec {spec}, sort them there, and hand it back with --spec':
    '{why}。safetensors には層の順序の情報がなく、名前順は正しくないかもしれません。--print-spec {spec} で書き出し、並べ替えて --spec で渡してください',

  // src/import/parameters/modules.rs
  '“{name}” has no weight': '「{name}」に重みがありません',
  '“{name}” is a PReLU with a slope for each channel':
    '「{name}」はチャンネルごとに傾きを持つ PReLU とみなします',
  '“{name}” has a weight of {dims}, which no layer of Ganvas has':
    '「{name}」の重みの形状 {dims} を持つ層には対応していません',
  'it has {count} tensors; the most is {most}': 'テンソルが {count} 個あります（上限は {most}）',
  'its tensor “{name}” is empty': 'テンソル「{name}」が空です',
  'the spectral norm of “{name}” does not fit its weight':
    '「{name}」のスペクトル正規化が重みに合いません',
  'the weight norm of “{name}” is not one a row':
    '「{name}」の重み正規化が行ごとに 1 つの数ではありません',

  // src/import/parameters/order.rs
  'there are too many orders to try them all': '順序の候補が多すぎて、すべては試せません',
  '“{one}” and “{other}” could change places': '「{one}」と「{other}」は入れ替えられます',

  // src/import/parameters/places.rs
  '“{name}” could stand behind “{one}” or “{other}”':
    '「{name}」は「{one}」の後にも「{other}」の後にも置けます',

  // src/import/plain.rs
  'it is not a whole safetensors file: {why}': '完全な safetensors ファイルではありません：{why}',
  'it is a file of Ganvas already: open it as a model':
    'すでに Ganvas のファイルです。モデルとして開いてください',
  'its tensors are more than {most} numbers; pick a part with {key}':
    'テンソルの要素数が {most} を超えています。{key} で一部を選んでください',

  // src/import/proposals/activations.rs
  'nothing (images from −1 to 1)': 'なし（画像は −1～1）',
  'nothing (images from 0 to 1)': 'なし（画像は 0～1）',

  // src/import/proposals/mod.rs
  'There is nothing to propose for “{name}”: {why}.':
    '「{name}」に提案できるものはありません：{why}。',
  'the spec states its layers already': '層はすでに指定されています',
  'the file says its layers itself': '層はファイル自身に書かれています',
  'its images take too long to draw to try several readings':
    '画像の生成に時間がかかりすぎ、複数の読み方を試せません',

  // src/import/proposals/trial.rs
  '{hidden} between the layers, {end} at the end, images of {height}×{width}':
    '層の間は {hidden}、最後は {end}、画像は {height}×{width}',
  '{assumed}, features as height × width × channels':
    '{assumed}、特徴量は高さ × 幅 × チャンネルの順',
  '{assumed}, layers in the order {order}': '{assumed}、層の順序は {order}',

  // src/import/pytorch/activations.rs
  '“{name}” has {setting} {found}; only {only} is supported':
    '「{name}」の {setting} は {found} ですが、対応しているのは {only} だけです',
  '“{name}” is of the class {class}': '「{name}」のクラスは {class} です',

  // src/import/pytorch/archive.rs
  "it is a ZIP archive without PyTorch's data.pkl": 'PyTorch の data.pkl がない ZIP アーカイブです',
  'its numbers are big-endian, which is not read': '数値がビッグエンディアンで、対応していません',
  'it is not a whole ZIP archive: {why}': '完全な ZIP アーカイブではありません：{why}',
  'its part “{name}” has more than {most} bytes': '「{name}」の部分が {most} バイトを超えています',
  'its part “{name}” cannot be read: {why}': '「{name}」の部分を読み取れません：{why}',
  'the list of its storages is no list of names': 'ストレージの一覧が名前の一覧ではありません',
  'it ends before its storage “{name}” does':
    'ストレージ「{name}」の途中でファイルが終わっています',
  'it lacks the storage “{name}”': 'ストレージ「{name}」がありません',

  // src/import/pytorch/leaves.rs
  'its modules are more than {most}, or lie more than {deepest} deep':
    'モジュールが {most} 個を超えているか、入れ子が {deepest} 段を超えています',
  'its module “{name}” has a name of {length} bytes; the most is {most}':
    'モジュール「{name}」の名前が {length} バイトあります（上限は {most}）',
  '“{name}” belongs to a module of the class {class}, which computes with code of its own':
    '「{name}」が属するクラス {class} のモジュールは、独自のコードで計算します',

  // src/import/pytorch/mod.rs
  'it holds neither tensors nor a module of PyTorch':
    'テンソルも PyTorch のモジュールも含まれていません',
  'it has no generator': '生成器が含まれていません',
  '“{name}” is an average without names and not read: the live weights are taken':
    '「{name}」は名前のない平均なので読み取りません。最終ステップの重みを使います',

  // src/import/pytorch/modules.rs
  'it has neither a linear layer nor a convolution': '全結合層も畳み込みもありません',
  "activations are called by the module's own code: one between the layers, one at the end":
    '活性化関数はモジュールのコードで呼ばれます（層の間に 1 つ、最後に 1 つ）',
  'the layers run in the order in which the module defines them':
    '層はモジュールでの定義順に実行されます',
  '“{name}” ({class}) has no numbers and only changes shapes':
    '「{name}」（{class}）は数値を持たず、形状だけを変えます',
  '“{name}” is of the class {class}, which Ganvas does not support':
    '「{name}」のクラス {class} には対応していません',
  '“{name}” has a weight of {dims}': '「{name}」の重みの形状は {dims} です',
  '“{name}” pads by {mode}; only zeros are supported':
    '「{name}」のパディングは {mode} です。対応しているのはゼロだけです',
  '“{name}” pads more than there is': '「{name}」のパディングが大きすぎて何も残りません',
  '{features} features are no square image of {channels} channels':
    '{features} 個の特徴量は {channels} チャンネルの正方形の画像になりません',
  '“{name}” looks labels up inside the network':
    '「{name}」がネットワークの途中でラベルを参照しています',
  '“{name}” normalises groups of channels':
    '「{name}」のようなチャンネルのグループごとの正規化には対応していません',
  '“{name}” makes {sizes}, which is no image': '「{name}」の出力 {sizes} は画像ではありません',
  '“{name}” is of the class {class}, which adds or joins branches by code that is not in the file: export the model by torch.onnx.export, and import the ONNX file':
    '「{name}」のクラス {class} は、ファイルに含まれないコードで分岐を結合します。torch.onnx.export でモデルを書き出し、その ONNX ファイルをインポートしてください',

  // src/import/pytorch/pads.rs
  '“{name}” ({class}) does not count all pixels under its kernel, which Ganvas does not support':
    '「{name}」（{class}）はカーネル内の一部のピクセルを数えませんが、対応していません',

  // src/import/pytorch/pickle.rs
  '{why} (pickle, byte {place})': '{why}（pickle、{place} バイト目）',
  'it makes more than {most} values': '値が {most} 個を超えます',
  'its operation 0x{code} does not occur in pickles that PyTorch writes':
    '操作 0x{code} は PyTorch の pickle では使われません',
  'a number cannot be read': '読み取れない数があります',
  'its stack runs empty': 'スタックが空です',
  'it puts values into something other than a container':
    'コンテナでないものに値を入れようとしています',
  'it recalls what it never kept': '保存されていない値を呼び出しています',
  'a class has no name': '名前のないクラスがあります',
  'it gives a state to something other than an object':
    'オブジェクトでないものに状態を与えています',
  'an object has no class': 'クラスのないオブジェクトがあります',
  'it looks for a mark that is not there': 'マークがありません',
  'it ends too early': '途中で終わっています',
  'a line is no text': 'テキストでない行があります',

  // src/import/pytorch/settings.rs
  '“{name}” has a {setting} that is no size': '「{name}」の {setting} は大きさではありません',

  // src/import/pytorch/storage.rs
  'its tensors lie in more than {most} bytes; pick a part with {key}':
    'テンソルが {most} バイトを超えています。{key} で一部を選んでください',
  'its shape {dims} does not fit its storage': '形状 {dims} のテンソルの位置が正しくありません',
  'a tensor of {dims} lies beyond its storage “{name}” of {bytes} bytes':
    '形状 {dims} のテンソルがストレージ「{name}」（{bytes} バイト）からはみ出しています',
  'a tensor is not built as PyTorch builds it': 'PyTorch のものとは異なる形式のテンソルがあります',
  'its numbers are of the type {dtype}, which is not read': '数値の型 {dtype} は読み取れません',

  // src/import/range.rs
  'it clips numbers to {low} to {high}, which is no range':
    '数を {low} から {high} の範囲に制限しています',
  'images are −1 to 1: neither tanh nor sigmoid ends the generator':
    '画像の範囲は −1 から 1 とします（生成器の最後が tanh でも sigmoid でもないため）',
  'images from {low} to {high} are brought to 0 to 1':
    '{low} から {high} の画像を 0 から 1 に変換します',

  // src/kind/mod.rs
  'get the file again': 'ファイルを取得し直してください',
  'get the file itself, as by “git lfs pull”':
    '「git lfs pull」などで実際のファイルを取得してください',
  'download the file itself, not the page about it':
    '紹介ページではなく、ファイル自体をダウンロードしてください',
  'take the file of the same name without “._”': '「._」の付かない同名のファイルを使ってください',
  'unpack it first': '先に展開してください',
  'it can be trained on': 'これは学習に使えます',
  'save it as PNG or JPEG to train on it': '学習に使うには PNG または JPEG で保存してください',
  'save its frames as PNG or JPEG to train on them':
    '学習に使うにはフレームを PNG または JPEG で保存してください',
  "it is to be imported, as another program's generator":
    'ほかのプログラムの生成器としてインポートしてください',
  'save it as ONNX or Keras (.h5, .keras) to import it':
    'インポートするには ONNX または Keras（.h5、.keras）で保存してください',
  'save its images as PNG files, or as IDX, to train on them':
    '学習に使うには画像を PNG または IDX で保存してください',
  'a safetensors file': 'safetensors ファイル',
  'nothing at all': '空のファイル',
  '{kind}: {hint}': '{kind}（{hint}）',

  // src/kind/signatures.rs
  'a PNG image': 'PNG 画像',
  'a JPEG image': 'JPEG 画像',
  'a GIF image': 'GIF 画像',
  'a TIFF image': 'TIFF 画像',
  'an AVIF image': 'AVIF 画像',
  'a HEIC image': 'HEIC 画像',
  'a JPEG XL image': 'JPEG XL 画像',
  'a JPEG 2000 image': 'JPEG 2000 画像',
  'a Photoshop file': 'Photoshop ファイル',
  'an icon': 'アイコン',
  'a PDF file': 'PDF ファイル',
  'a film': '動画',
  'a gzip file': 'gzip ファイル',
  'a 7z archive': '7z アーカイブ',
  'a RAR archive': 'RAR アーカイブ',
  'an xz file': 'xz ファイル',
  'a Zstandard file': 'Zstandard ファイル',
  'a bzip2 file': 'bzip2 ファイル',
  'an LZ4 file': 'LZ4 ファイル',
  'a tar archive': 'tar アーカイブ',
  'an HDF5 file': 'HDF5 ファイル',
  'a TensorFlow Lite model': 'TensorFlow Lite モデル',
  'a GGUF model': 'GGUF モデル',
  'a NumPy array': 'NumPy 配列',
  'a Parquet table': 'Parquet の表',
  'an Arrow table': 'Arrow の表',
  'a MATLAB file': 'MATLAB ファイル',
  'an SQLite database': 'SQLite データベース',
  'a companion file of macOS': 'macOS の付随ファイル',
  'a program': 'プログラム',
  'a WebP image': 'WebP 画像',
  'an IDX file': 'IDX ファイル',
  'a BMP image': 'BMP 画像',
  'a pickle, as PyTorch and Python write them': 'PyTorch や Python の pickle',
  'a TensorFlow SavedModel': 'TensorFlow の SavedModel',
  'an ONNX model': 'ONNX モデル',
  'a frozen TensorFlow graph': 'TensorFlow の凍結グラフ',
  'the index of a TensorFlow checkpoint': 'TensorFlow のチェックポイントの索引',
  'a PyTorch file': 'PyTorch ファイル',
  'a Keras archive': 'Keras アーカイブ',
  'an archive of NumPy arrays': 'NumPy 配列のアーカイブ',
  'a ZIP archive': 'ZIP アーカイブ',

  // src/kind/text.rs
  'a Git LFS pointer': 'Git LFS のポインター',
  'an SVG image': 'SVG 画像',
  "a server's message of an error": 'サーバーのエラーメッセージ',
  XML: 'XML ファイル',
  'a web page': 'ウェブページ',
  "TensorFlow's list of checkpoints, which holds no numbers":
    '数値を含まない TensorFlow のチェックポイント一覧',
  'a table as text (CSV)': 'テキストの表（CSV）',
  text: 'テキスト',
  'a TensorFlow.js graph model': 'TensorFlow.js の graph モデル',
  "a TensorFlow.js model's description": 'TensorFlow.js モデルの記述',
  "a Keras model's description": 'Keras モデルの記述',
  JSON: 'JSON ファイル',

  // src/layers/draft.rs
  'It is {found}; it must be {expected}.':
    '{found} になっています。{expected}でなければなりません。',
  'A layer is an object, not {found}.':
    '層はオブジェクトでなければなりませんが、{found} になっています。',
  'It has no field “layer”, which says what kind of layer it is.':
    '層の種類を示すフィールド「layer」がありません。',
  'There is no kind of layer called {kind}.': '{kind} という種類の層はありません。',
  'A {kind} has no field called {name}.': '{kind} に {name} というフィールドはありません。',
  'The field {name} is missing; it must be {expected}.':
    'フィールド {name} がありません。{expected}でなければなりません。',
  'The field {name} is {found}; it must be {expected}.':
    'フィールド {name} が {found} になっています。{expected}でなければなりません。',

  // src/layers/forms.rs
  'a whole number, 0 or more': '0 以上の整数',
  'a number': '数値',
  'true or false': 'true か false',
  'a size, as 64, w, 2w or 8w*height/16': '64、w、2w、8w*height/16 のような大きさ',
  'two sizes: height and width': '高さと幅の二つの大きさ',
  'three sizes: channels, height and width': 'チャンネル数、高さ、幅の三つの大きさ',
  'a whole number, or two: rows and columns': '整数一つ、または行と列の二つの整数',
  '“same”, a whole number, or four: top, bottom, left and right':
    '「same」、整数一つ、または上下左右の四つの整数',
  'a way to draw initial weights': '初期重みの決め方',
  'one of {names}': '{names} のいずれか',
  'a list of layers': '層のリスト',

  // src/layers/pad.rs
  "a pad layer's padding is 0 to {most} pixels, one number or four":
    'pad 層の padding は 0～{most} ピクセルで、1 つか 4 つの数です',
  '{side} pixels cannot be mirrored for {more} more: at most one less is possible':
    '{side} ピクセルを {more} ピクセル分反射させることはできません。最大は 1 ピクセル少ない数です',

  // src/layers/product.rs
  'its first branch makes {first}, its second {second}, and the two are to be multiplied: let both make the same':
    '1 つ目の分岐は {first}、2 つ目は {second} を作りますが、両者は乗算されます。同じ形状にしてください',

  // src/sentence.rs
  '{first}, {rest}': '{first}、{rest}',
  '{features} features': '{features} 個の特徴量',
  '{channels} channels of {height}×{width}': '{height}×{width} の {channels} チャンネル',
  // src/layers/affine.rs
  '{inputs} channels in and {outputs} out are not in {groups} equal groups':
    '入力 {inputs} チャンネルと出力 {outputs} チャンネルは {groups} 個の等しいグループに分けられません',
  // src/layers/attention.rs
  'its query makes {query}, its key {key} and its value {value}: query and key need as many channels, key and value images of one size':
    'query は{query}、key は{key}、value は{value}になります。query と key は同じチャンネル数、key と value は同じ大きさの画像が必要です',
  // src/layers/avg_pool.rs
  "a kernel of {kernel} does not divide the image's sides":
    'カーネル {kernel} では画像の辺を割り切れません',
  // src/layers/blur_pool.rs
  'a size of {size} is not 1 to 16': 'サイズ {size} は 1～16 ではありません',
  'a stride of {stride} is not 1 to 16': 'ストライド {stride} は 1～16 ではありません',
  // src/layers/concat.rs
  'its first branch makes {first}, its second {second}, and their channels are to stand side by side: let both make images of one size':
    '1 つ目の枝は{first}、2 つ目は{second}になりますが、チャンネルを並べるには両方が同じ大きさの画像でなければなりません',
  // src/layers/checks.rs, planned.rs
  'it lies inside of {most} other layers, and may have none inside itself':
    '{most} 個の層の内側にあるため、さらに層を含むことはできません',
  'a {what} of {value} is not finite': '{what}の値 {value} は有限ではありません',
  // src/layers/pixel_unshuffle.rs
  "a factor of {factor} does not divide the image's sides":
    '倍率 {factor} では画像の辺を割り切れません',
  // src/layers/residual.rs
  'its body makes {body}, its shortcut {shortcut}, and the two are to be added: let both make the same':
    'body は{body}、shortcut は{shortcut}になりますが、足し合わせるには両方が同じ形でなければなりません',
  // src/layers/sequence.rs
  'a modulated convolution needs a style: put it into the synthesis of a style layer':
    'modulated-conv にはスタイルが必要です。style 層の synthesis に入れてください',
  'layer {number} of its {branch} ({kind}) gets {shape}: {why}':
    'その {branch} の第 {number} 層（{kind}）への入力は{shape}: {why}',
  // src/recipe/classifier.rs
  "The auxiliary classifier's weight is {weight}; it must be 0 or more.":
    '補助分類器の重みは {weight} ですが、0 以上でなければなりません。',
  // src/layers/modulated_conv.rs
  'goes by a style, and a gradient penalty cannot be taken through it':
    'はスタイルに従うため、勾配ペナルティを計算できません',
  // src/layers/style.rs
  'its mapping makes a style of {made} numbers, but a modulated convolution of its synthesis takes {wanted}':
    'mapping が作るスタイルは {made} 個の数ですが、synthesis の modulated-conv は {wanted} 個を取ります',
  // src/recipe/groups.rs
  "takes images in groups of {group}, and a batch of {batch} does not consist of whole ones: change the batch or the layer's “group”":
    '画像を {group} 枚ずつのグループで扱いますが、バッチサイズ {batch} はその倍数ではありません。バッチサイズか、この層の “group” を変えてください',
  'makes an image depend on the others that are drawn with it: only a discriminator may have it':
    '一緒に描画されるほかの画像によって画像が変わってしまいます。この層を使えるのは識別器だけです',
  // src/layers/minibatch_std.rs
  'a group of {group} is not 1 to {most}': 'グループ {group} は 1 から {most} の範囲にありません',
  '{channels} channels are not in {features} equal parts':
    '{channels} チャンネルは {features} 個に等分できません',
  // src/layers/max_pool.rs
  'its kernel of {kernel} lies beyond the image at an edge: let the padding be less':
    '端で大きさ {kernel} のカーネルが画像の外にはみ出します。パディングを減らしてください',
  // src/import/onnx/pools.rs
  'its kernel has gaps or reaches beyond its pads (dilations, auto_pad, ceil_mode)':
    'カーネルに間隔があるか、パディングの外にはみ出します（dilations、auto_pad、ceil_mode）',
  // src/import/pytorch/pads.rs
  '“{name}” ({class}) has gaps in its kernel or reaches beyond its padding, which Ganvas does not support':
    '「{name}」（{class}）はカーネルに間隔があるか、パディングの外にはみ出します。Ganvas はこれに対応していません',
  'The batches of “{name}” are too large: they have {size} MB; the limit is {most}.':
    '「{name}」のバッチは大きすぎます：{size} MB ありますが、上限は {most} MB です。',
  '“{file}” does not belong to the batches before it: one is of CIFAR-10, the other of CIFAR-100. Take those of one data set.':
    '「{file}」はそれまでのバッチと同じデータセットではありません：一方は CIFAR-10、他方は CIFAR-100 です。一つのデータセットのものだけを選んでください。',
  '“{name}” has no batch of CIFAR in it: expected data_batch_1.bin and the like, or train.bin.':
    '「{name}」には CIFAR のバッチがありません：data_batch_1.bin など、または train.bin が必要です。',
  '{count} bytes': '{count} バイト',
  '“{name}” is no batch of CIFAR: expected records of 3073 bytes (CIFAR-10) or 3074 (CIFAR-100), each the labels and 32×32 colours, or a pickle with “data” and “labels”; found {found}.':
    '「{name}」は CIFAR のバッチではありません：3073 バイト（CIFAR-10）または 3074 バイト（CIFAR-100）のレコード（ラベルと 32×32 のカラー画素）か、「data」と「labels」を持つ pickle が必要ですが、{found}でした。',
  'a pickle that breaks off, or holds something else': '途中で切れているか、別の内容の pickle',
  'expected a row of numbers, as label,pixel0,pixel1,…, found one column':
    'label,pixel0,pixel1,… のような数値の行が必要ですが、列が一つしかありません',
  'it has {pixels} columns of pixels; expected the pixels of square images, as 784 of 28×28, or 2352 of 28×28 in colour':
    '画素の列が {pixels} 列あります。正方形の画像の画素が必要です（28×28 なら 784、カラーの 28×28 なら 2352）',
  'its first line has no end': '最初の行に終わりがありません',
  'it is empty': '空です',
  'it is {found}': 'このファイルは{found}です',
  'line {line} has {found} columns; expected {expected}':
    '{line} 行目は {found} 列ですが、{expected} 列が必要です',
  'it is too large: the limit is {most} MiB of pixels':
    '大きすぎます：画素の上限は {most} MiB です',
  'line {line} has more columns than the first; expected {expected}':
    '{line} 行目の列が最初の行より多くなっています。{expected} 列が必要です',
  'line {line}, column {column} holds “{found}”; expected a whole number from 0 to 255':
    '{line} 行目 {column} 列目が「{found}」です。0 から 255 の整数が必要です',
  'The table “{name}” cannot be trained on: {why}.': '表「{name}」では学習できません：{why}。',
  'An image of {height}×{width} pixels was expected, four bytes each; found {bytes} bytes.':
    '{height}×{width} 画素（1 画素 4 バイト）の画像が必要ですが、{bytes} バイトでした。',
  'This table is finished already.': 'この表はすでに完了しています。',
}
