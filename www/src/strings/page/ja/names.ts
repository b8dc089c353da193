import type { PageStrings } from '../type'

export const names: PageStrings['names'] = {
  'fast-digits': '30 秒で数字',
  'fast-conditional': '指定した数字',
  'fast-faces': '1 分で顔',
  'dcgan-mnist': '小さな DCGAN',
  'mlp-gan': '全結合のみ',
  'keras-dcgan': 'Keras チュートリアル',
  'cdcgan-mnist': 'クラス別の数字',
  'dcgan-32-stable': '余白つき数字・安定',
  'dcgan-32': '余白つき数字',
  'mnist-28': '小さなファイル',
  'mnist-28-labels': '小さなファイル・クラス別',
  'wgan-32-fast': 'クリッピング・速習',
  'wgan-32': '重みクリッピング',
  'wgan-gp-32': '勾配ペナルティ',
  'dcgan-faces': 'R1 つき DCGAN',
  'drawn-faces-64': '平塗りの色',
  'dcgan-tensorflow': 'TensorFlow の DCGAN',
  'dcgan-paper-64': '論文の DCGAN',
}
