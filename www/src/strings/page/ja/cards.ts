import type { PageStrings } from '../type'

export const cards: PageStrings['cards'] = {
  'anime-64': {
    title: 'アニメの顔',
    what: '64×64 のアニメ風の顔、カラー。',
    data: 'ウェブで見つかった 64×64 のアニメの顔 17,029 枚',
    dataLicence:
      '画像にライセンスの記載はありません。ここに画像は 1 枚もなく、画像から学習した重みだけがあります',
  },
  'drawn-faces-64': {
    title: '描かれた顔',
    what: 'プログラムが描いた絵から学んだ、64×64 のアニメ風の顔。',
    data: 'Ganvas 自身のコードが毎回新しく描く顔',
    dataLicence: '不要：誰かが描いたものではありません',
  },
  'anime-48': {
    title: '小さなアニメの顔',
    what: '48×48 のアニメ風の顔、カラー。',
    data: '同じ 17,029 枚のアニメの顔を 48×48 にしたもの',
    dataLicence:
      '画像にライセンスの記載はありません。ここに画像は 1 枚もなく、画像から学習した重みだけがあります',
  },
  'mnist-28': {
    title: '数字',
    what: '28×28 の手書き数字。',
    data: 'MNIST の学習用画像 60,000 枚（LeCun、Cortes、Burges）',
    dataLicence: '一般に CC BY-SA 3.0 とされています',
  },
  'mnist-28-labels': {
    title: 'クラス別の数字',
    what: '28×28 の手書き数字。指定したクラスのものを描きます。',
    data: 'MNIST の学習用画像 60,000 枚（LeCun、Cortes、Burges）',
    dataLicence: '一般に CC BY-SA 3.0 とされています',
  },
}

export const scores: PageStrings['scores'] = {
  wasserstein: 'スライス Wasserstein 距離 × 1000',
  others: '別の本物の画像では',
  frechet: 'フレシェ距離',
  classes: '描けるクラスの数',
}
