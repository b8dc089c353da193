import type { EyesStrings } from './type'

export const ja: EyesStrings = {
  game: '対戦を 1 ステップずつ',
  steps: '1 ステップだけ進める',
  stepDiscriminator: 'D のみ',
  stepGenerator: 'G のみ',
  stepBoth: '両方',
  whoLearns: '学習するネットワーク',
  bothLearn: '両方が学習',
  freezeGenerator: 'G を固定',
  freezeDiscriminator: 'D を固定',
  slow: 'スローモーション',
  notSlow: 'オフ',
  pauseOf: '1 ステップごとに {seconds} 秒停止',
  gameHelp:
    '一時停止中に、識別器（D）だけ、生成器（G）だけ、または両方を 1 ステップ進められます。固定したネットワークはまったく変わりませんが、損失は測り続けます。この欄を閉じると、再び両方が通常の速さで学習します。',
  verdicts: '判定',
  generated: '生成画像',
  real: '本物の画像',
  sort: '判定順に並べる（本物らしいものから）',
  tile: '画像 {number}：{verdict}',
  fooled: '{all} 枚中 {count} 枚が本物とみなされています。',
  mistaken: '{all} 枚中 {count} 枚が生成画像とみなされています。',
  verdictsHelp:
    'バーが長いほど、識別器には本物らしく見えています。クリティックのスコアには上限も下限もないので、バーは最小のスコアから最大のスコアまでの範囲で示します。判定は学習時と同じくバッチごとに行うため、バッチ正規化があると、同じバッチの他の画像も影響します。',
  look: '1 枚の画像',
  pickOne: '上の画像をクリックするか矢印キーで選ぶと、識別器がどこを見ているかがわかります。',
  pickedGenerated: '生成画像 {number}：{verdict}',
  pickedReal: '本物の画像 {number}：{verdict}',
  image: '画像',
  looksAt: '見ている場所',
  wants: '変えてほしいところ',
  step: '強さ',
  stepOf: '黒から白までの範囲の {share}',
  lookHelp:
    '明るいところほど判定を大きく左右する画素です（画素に対する判定の勾配）。右は、この勾配に沿って「本物」の方向へ動かした画像です。',
  mapsOf: '特徴マップを表示する層',
  allMaps:
    '{height}×{width} の特徴マップ {channels} 枚。それぞれの最小値を黒、最大値を白で示します。',
  someMaps:
    '{height}×{width} の特徴マップ {channels} 枚のうち最初の {shown} 枚。それぞれの最小値を黒、最大値を白で示します。',
  sizes: '重みと勾配',
  generator: '生成器',
  discriminator: '識別器',
  layer: '層',
  weights: '重み',
  gradients: '勾配',
  noSizes: '次のステップで表示されます。',
  vanishing: '勾配消失',
  exploding: '勾配爆発',
  sizesHelp:
    '各層の重みとその勾配の二乗平均平方根を、最近のステップについて示します。線ごとに独自の対数目盛りです。',
  sizesRule:
    '同じネットワークで最大の勾配の 1 万分の 1 を下回ると「勾配消失」、有限でないか、自身の中央値の 100 倍を超えると「勾配爆発」と表示します。',
}
