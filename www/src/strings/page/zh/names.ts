import type { PageStrings } from '../type'

export const names: PageStrings['names'] = {
  'fast-digits': '半分钟出数字',
  'fast-conditional': '按需生成数字',
  'fast-faces': '一分钟出人脸',
  'dcgan-mnist': '小型 DCGAN',
  'mlp-gan': '全连接',
  'keras-dcgan': 'Keras 教程',
  'cdcgan-mnist': '按类别的数字',
  'dcgan-32-stable': '带边数字，稳定',
  'dcgan-32': '带边数字',
  'mnist-28': '小文件',
  'mnist-28-labels': '小文件，按类别',
  'wgan-32-fast': '裁剪，更快学会',
  'wgan-32': '权重裁剪',
  'wgan-gp-32': '梯度惩罚',
  'dcgan-faces': '带 R1 的 DCGAN',
  'drawn-faces-64': '平涂颜色',
  'dcgan-tensorflow': 'TensorFlow 的 DCGAN',
  'dcgan-paper-64': '论文中的 DCGAN',
}
