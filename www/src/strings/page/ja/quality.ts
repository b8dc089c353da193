import type { PageStrings } from '../type'

export const quality: PageStrings['quality'] = {
  strong: '識別器が強すぎる',
  even: '釣り合い',
  fooled: '識別器がだまされている',
  title: '品質',
  help: '生成画像とデータの隔たりです。平均の重みで新たに描いた 500 枚から数秒ごとに測ります。小さいほど良い値です。',
  chart: '学習ステップごとの画像とデータの距離',
  distance: '距離',
  notYet: '学習中、数秒ごとに測ります。',
  unjudged: '画像を評価できません：{why}',
  pixels: '{distance}：画素の平均的な隔たりです（黒と白の差を 1 とします）',
  certainty: '確信度 {part}',
  spread: 'ばらつきはデータの {part}',
  classesLabel: '画像に占める各数字の割合',
  missing: 'なし',
  bands: {
    same: '{distance}：データとほとんど見分けがつきません',
    nearlyAll: '{distance}：ほぼすべての数字が読めます',
    most: '{distance}：ほとんどの数字が読めます',
    some: '{distance}：一部の数字が読めます',
    strokes: '{distance}：線は見えますが、まだ数字になっていません',
    nothing: '{distance}：まだ数字は見えません',
  },
}
