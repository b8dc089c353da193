import type { PageStrings } from '../type'

export const recipes: PageStrings['recipes'] = {
  'fast-digits': {
    title: '数秒で学ぶ数字',
    source:
      'Ganvas 独自、探索で見つけたもの、Radford ほか 2015（arXiv:1511.06434）と Mescheder ほか 2018（arXiv:1801.04406）に基づく',
  },
  'fast-conditional': {
    title: '数秒で学ぶクラス別の数字',
    source:
      'Ganvas 独自、探索で見つけたもの、Radford ほか 2015（arXiv:1511.06434）と Mescheder ほか 2018（arXiv:1801.04406）に基づく',
  },
  'fast-faces': {
    title: '1 分で学ぶ顔',
    source:
      'Ganvas 独自、探索で見つけたもの、Radford ほか 2015（arXiv:1511.06434）と Mescheder ほか 2018（arXiv:1801.04406）に基づく',
  },
  'dcgan-mnist': {
    title: '28×28 の数字のための DCGAN、小さくて速い',
    source: 'Radford・Metz・Chintala 2015（arXiv:1511.06434）を 28×28 に縮小',
  },
  'cdcgan-mnist': {
    title: '条件付き DCGAN：クラス別の数字',
    source:
      'TensorFlow による DCGAN のラベル付き版（T. Kim、2016）、Mirza・Osindero 2014（arXiv:1411.1784）に基づく',
  },
  'mnist-28': {
    title: '数字を小さなファイルで',
    source: 'Ganvas 独自、fast-digits を広げたもの',
  },
  'mnist-28-labels': {
    title: 'クラス別の数字を小さなファイルで',
    source: 'Ganvas 独自、fast-conditional を広げたもの',
  },
  'faces-64': {
    title: '顔。もとの大きさと縮小した大きさの両方で判定',
    source: 'Ganvas 独自：fast-faces の幅を広げ、識別器に 2 つ目の経路を加えたもの',
  },
  'drawn-faces-64': {
    title: '平塗りの顔のための DCGAN：生成器の最後に畳み込みを 1 層追加',
    source:
      'Ganvas 独自、Radford ほか 2015（arXiv:1511.06434）と Mescheder ほか 2018（arXiv:1801.04406）に基づく',
  },
  'dcgan-faces': {
    title: '顔のための DCGAN：識別器はバッチ正規化の代わりに R1',
    source:
      'Ganvas 独自、Radford ほか 2015（arXiv:1511.06434）と Mescheder ほか 2018（arXiv:1801.04406）に基づく',
  },
  'dcgan-tensorflow': {
    title: '任意のサイズの画像のための DCGAN：顔、または自分の画像',
    source:
      'TensorFlow による DCGAN（T. Kim、2016）、Radford ほか 2015（arXiv:1511.06434）に基づく',
  },
  'dcgan-paper-64': {
    title: '論文の DCGAN、64×64、4×4×1024 から',
    source: 'Radford・Metz・Chintala 2015（arXiv:1511.06434）',
  },
  'keras-dcgan': {
    title: 'Keras チュートリアルの DCGAN：アップサンプリング、ドロップアウト、RMSprop',
    source:
      'MNIST 用の Keras の DCGAN（R. Atienza、2017）、Radford ほか 2015（arXiv:1511.06434）に基づく',
  },
  'mlp-gan': {
    title: '全結合層のみ：多くのチュートリアルで最初に登場する GAN',
    source:
      '図解付きの Keras チュートリアル（MNIST）、Goodfellow ほか 2014（arXiv:1406.2661）に基づく',
  },
  'dcgan-32': {
    title: '余白を付けた数字の DCGAN、小さな TensorFlow プログラム',
    source:
      'MNIST 用の 3 つの小さな TensorFlow プログラムの一つ、Radford ほか 2015（arXiv:1511.06434）に基づく',
  },
  'dcgan-32-stable': {
    title: 'dcgan-32 の最後を 5×5 カーネルにし、生成器の更新を 1 回にして学習できるようにしたもの',
    source: '元のプログラムではモード崩壊する dcgan-32 の Ganvas による変種',
  },
  'wgan-32': {
    title: '余白を付けた数字の Wasserstein GAN、重みクリッピング',
    source:
      'MNIST 用の 3 つの小さな TensorFlow プログラムの一つ、Arjovsky ほか 2017（arXiv:1701.07875）に基づく',
  },
  'wgan-32-fast': {
    title: 'バッチ正規化のイプシロンを 1e-5 にし、早く学習するようにした wgan-32',
    source:
      'wgan-32 の Ganvas による変種。元はスケールがクリップされ、大きなイプシロンではクリティックの学習が遅い',
  },
  'wgan-gp-32': {
    title: '余白を付けた数字の Wasserstein GAN、勾配ペナルティ',
    source:
      'MNIST 用の 3 つの小さな TensorFlow プログラムの一つ、Gulrajani ほか 2017（arXiv:1704.00028）のペナルティを使用',
  },
  lsgan: {
    title: '交差エントロピーの代わりに最小二乗：正しく判定された画像にも勾配が届く',
    source: 'Mao ほか 2017（arXiv:1611.04076）の風景用ネットワークを狭め、28×28 に縮めたもの',
  },
  'acgan-mnist': {
    title: '識別器がクラスも答える：数字が鮮明になり、好きな数字を指定できる',
    source: 'Odena ほか 2017（arXiv:1610.09585）、MNIST 用 Keras サンプルの層を 4 分の 1 の幅で',
  },
  'sngan-32': {
    title: 'スペクトル正規化で識別器の変化の速さを抑える：ペナルティなしで安定',
    source: 'Miyato ほか 2018（arXiv:1802.05957）の CIFAR-10 用残差ネットワークを 4 分の 1 の幅で',
  },
  'projection-mnist': {
    title: 'クラスと識別器の特徴を内積で結ぶ：クラスが混ざらなくなる',
    source: 'Miyato・Koyama 2018（arXiv:1802.05637）、28×28 用の小さな残差ネットワーク',
  },
  'sagan-64': {
    title: '自己注意：画像の離れた部分どうしが合うようになる',
    source: 'Zhang ほか 2019（arXiv:1805.08318）、小型・クラスなし、DCGAN のネットワーク上で',
  },
  'stylegan2-64': {
    title: '各層にスタイルを与え、復調で尺度を保つ：しずく状の乱れがなく、細部はスタイルに従う',
    source:
      'Karras ほか 2020（arXiv:1912.04958）、小型：マッピング 4 層、定数から画像まで一本道、経路長ペナルティなし',
  },
  'r3gan-32': {
    title: '本物と生成画像を対にして判定し、R1 と R2 を課す：従来の小技なしで収束',
    source: 'Huang ほか 2024（arXiv:2501.05441）、ブロックを減らし狭めたもの',
  },
  'r3gan-64': {
    title: '64×64 の顔に同じ方法：対・R1・R2、正規化なし',
    source: 'Huang ほか 2024（arXiv:2501.05441）、ブロックを減らし狭めたもの',
  },
}
