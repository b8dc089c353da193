import type { PageStrings } from '../type'

export const recipes: PageStrings['recipes'] = {
  'fast-digits': {
    title: '几秒学会的数字',
    source:
      'Ganvas 自己的配方，由搜索得出，依据 Radford 等 2015（arXiv:1511.06434）和 Mescheder 等 2018（arXiv:1801.04406）',
  },
  'fast-conditional': {
    title: '几秒学会的分类数字',
    source:
      'Ganvas 自己的配方，由搜索得出，依据 Radford 等 2015（arXiv:1511.06434）和 Mescheder 等 2018（arXiv:1801.04406）',
  },
  'fast-faces': {
    title: '一分钟学会的人脸',
    source:
      'Ganvas 自己的配方，由搜索得出，依据 Radford 等 2015（arXiv:1511.06434）和 Mescheder 等 2018（arXiv:1801.04406）',
  },
  'dcgan-mnist': {
    title: '用于 28×28 数字的 DCGAN，小而快',
    source: 'Radford、Metz 和 Chintala 2015（arXiv:1511.06434），缩小到 28×28',
  },
  'cdcgan-mnist': {
    title: '条件 DCGAN：按类别生成数字',
    source:
      'TensorFlow 版 DCGAN，带标签（T. Kim，2016），依据 Mirza 和 Osindero 2014（arXiv:1411.1784）',
  },
  'mnist-28': {
    title: '数字，小文件',
    source: 'Ganvas 自有，加宽的 fast-digits',
  },
  'mnist-28-labels': {
    title: '按类别生成的数字，小文件',
    source: 'Ganvas 自有，加宽的 fast-conditional',
  },
  'faces-64': {
    title: '人脸，以原尺寸和缩小后的尺寸评判',
    source: 'Ganvas 自有：加宽的 fast-faces，判别器多一条路径',
  },
  'drawn-faces-64': {
    title: '用于平涂人脸的 DCGAN：生成器末尾多一层卷积',
    source:
      'Ganvas 自己的配方，依据 Radford 等 2015（arXiv:1511.06434）和 Mescheder 等 2018（arXiv:1801.04406）',
  },
  'dcgan-faces': {
    title: '用于人脸的 DCGAN：判别器用 R1 代替批归一化',
    source:
      'Ganvas 自己的配方，依据 Radford 等 2015（arXiv:1511.06434）和 Mescheder 等 2018（arXiv:1801.04406）',
  },
  'dcgan-tensorflow': {
    title: '用于任意大小图像的 DCGAN：人脸或您自己的图像',
    source: 'TensorFlow 版 DCGAN（T. Kim，2016），依据 Radford 等 2015（arXiv:1511.06434）',
  },
  'dcgan-paper-64': {
    title: '论文中的 DCGAN，64×64，从 4×4×1024 开始',
    source: 'Radford、Metz 和 Chintala 2015（arXiv:1511.06434）',
  },
  'keras-dcgan': {
    title: 'Keras 教程中的 DCGAN：上采样、随机失活、RMSprop',
    source: 'MNIST 上的 Keras DCGAN（R. Atienza，2017），依据 Radford 等 2015（arXiv:1511.06434）',
  },
  'mlp-gan': {
    title: '只用全连接层：许多教程中的第一个 GAN',
    source: '一篇图解 Keras 教程（MNIST），依据 Goodfellow 等 2014（arXiv:1406.2661）',
  },
  'dcgan-32': {
    title: '用于加边数字的 DCGAN，一个小型 TensorFlow 程序',
    source: 'MNIST 上三个小型 TensorFlow 程序之一，依据 Radford 等 2015（arXiv:1511.06434）',
  },
  'dcgan-32-stable': {
    title: 'dcgan-32，末层改用 5×5 卷积核且生成器每步只更新一次，使其能够学习',
    source: '我们对 dcgan-32 的改版，其来源程序会发生模式坍缩',
  },
  'wgan-32': {
    title: '用于加边数字的 Wasserstein GAN，权重裁剪',
    source: 'MNIST 上三个小型 TensorFlow 程序之一，依据 Arjovsky 等 2017（arXiv:1701.07875）',
  },
  'wgan-32-fast': {
    title: '批归一化的 epsilon 取 1e-5、学得更早的 wgan-32',
    source: '我们对 wgan-32 的改版：其评判器的缩放系数被裁剪，较大的 epsilon 会拖慢它',
  },
  'wgan-gp-32': {
    title: '用于加边数字的 Wasserstein GAN，梯度惩罚',
    source:
      'MNIST 上三个小型 TensorFlow 程序之一，采用 Gulrajani 等 2017（arXiv:1704.00028）的惩罚项',
  },
  lsgan: {
    title: '以最小二乘代替交叉熵：判断正确的图像也仍有梯度',
    source: 'Mao 等 2017（arXiv:1611.04076），其场景网络，更窄并裁为 28×28',
  },
  'acgan-mnist': {
    title: '判别器还要说出类别：数字更清晰，且可按需生成',
    source: 'Odena 等 2017（arXiv:1610.09585），采用 Keras 的 MNIST 示例的层，宽度为四分之一',
  },
  'sngan-32': {
    title: '谱归一化限制判别器变化的快慢：无需惩罚也稳定',
    source: 'Miyato 等 2018（arXiv:1802.05957），其 CIFAR-10 残差网络，宽度为四分之一',
  },
  'projection-mnist': {
    title: '类别与判别器的特征以内积相遇：类别不再混淆',
    source: 'Miyato 与 Koyama 2018（arXiv:1802.05637），用于 28×28 的小型残差网络',
  },
  'sagan-64': {
    title: '自注意力：图像中相距很远的部分彼此协调',
    source: 'Zhang 等 2019（arXiv:1805.08318），小型、无类别，基于 DCGAN 的网络',
  },
  'stylegan2-64': {
    title: '每层各有风格，并以解调保持尺度：没有水滴伪影，细节随风格而变',
    source:
      'Karras 等 2020（arXiv:1912.04958），小型：四层映射网络，从常量到图像单一路径，无路径长度惩罚',
  },
  'r3gan-32': {
    title: '真实与生成图像成对判断，并加 R1 与 R2：无需旧技巧即可收敛',
    source: 'Huang 等 2024（arXiv:2501.05441），块更少、更窄',
  },
  'r3gan-64': {
    title: '用于 64×64 人脸的同一方法：成对、R1 与 R2，无归一化',
    source: 'Huang 等 2024（arXiv:2501.05441），块更少、更窄',
  },
}
