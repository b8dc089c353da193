import type { PageStrings } from '../type'

export const alarms: PageStrings['alarms'] = {
  title: '学習の様子',
  idle: '学習を始めると、問題の有無と対処法がここに表示されます。',
  well: '問題の兆候はありません。',
  silenced: '警告は一時的に止めています。',
  discriminatorWins: {
    seen: '識別器がまったく間違えません（D(x) は {real}、D(G(z)) は {fake}）。',
    why: '識別器の学習が速すぎて生成画像がすべて見破られ、生成器はどう改善すればよいか分からなくなっています。',
  },
  generatorWins: {
    seen: '識別器が生成画像をほとんどすべて本物とみなしています（D(G(z)) は {fake}）。',
    why: '識別器の学習が遅れ、生成器に教えられることがなくなっています。',
  },
  ratesTooHigh: {
    seen: '損失が大きすぎます。釣り合っていれば 2 未満のところ、直近では最大 {loss} です。',
    why: '学習率が高すぎます。どのステップも行き過ぎて、学んだことが失われます。',
  },
  weightsTooLarge:
    '重みが大きくなりすぎています（平均で生成器 {generator}、識別器 {discriminator}。開始時は 0.1 程度です）。',
  collapse: {
    seen: '画像がほとんど同じものばかりです。ばらつきはデータの {spread} しかありません。',
    why: '生成器は識別器をだませる少数の画像を見つけ、それしか描かなくなっています（モード崩壊）。',
  },
  classesMissing: '10 種類の数字のうち {count} 種類が画像に現れません。',
  notFinite: {
    seen: '学習が止まりました。数値がコンピューターで扱える範囲を超えました。',
    why: 'ステップが大きすぎると重みが際限なく大きくなります。学習率を下げると防げます。',
  },
  tooEarly: {
    seen: 'まだ判断できません。現在ステップ {step} です。',
    why: '異常ではありません。もう少しお待ちください。',
  },
  forecast: 'このペースなら、{time}後にはほとんどの数字が読めるようになります。',
  halveDiscriminator: '識別器の学習率を半分にする',
  halveGenerator: '生成器の学習率を半分にする',
  lowerRates: '両方の学習率を 10 分の 1 にする',
  addR1: 'R1 を加えて最初から始める',
  goBack: '学習率を下げてステップ {step} に戻る',
  startAnew: '{name} で最初から始める',
}
