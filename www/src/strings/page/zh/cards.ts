import type { PageStrings } from '../type'

export const cards: PageStrings['cards'] = {
  'anime-64': {
    title: '动漫人脸',
    what: '64×64 的动漫风格人脸，彩色。',
    data: '网上找到的 17,029 张 64×64 动漫人脸',
    dataLicence: '这些图像没有注明许可证；这里不含任何图像，只有从它们学到的权重',
  },
  'drawn-faces-64': {
    title: '绘制的人脸',
    what: '64×64 的动漫风格头像，学自程序绘制的图。',
    data: '由 Ganvas 自己的代码绘制的人脸，每次都是新的',
    dataLicence: '无需许可证：由程序绘制',
  },
  'anime-48': {
    title: '小动漫人脸',
    what: '48×48 的动漫风格人脸，彩色。',
    data: '同样的 17,029 张动漫人脸，缩小到 48×48',
    dataLicence: '这些图像没有注明许可证；这里不含任何图像，只有从它们学到的权重',
  },
  'mnist-28': {
    title: '数字',
    what: '28×28 的手写数字。',
    data: 'MNIST 的 60,000 张训练图像（LeCun、Cortes、Burges）',
    dataLicence: '通常标注为 CC BY-SA 3.0',
  },
  'mnist-28-labels': {
    title: '按类别生成的数字',
    what: '28×28 的手写数字，可指定类别。',
    data: 'MNIST 的 60,000 张训练图像（LeCun、Cortes、Burges）',
    dataLicence: '通常标注为 CC BY-SA 3.0',
  },
}

export const scores: PageStrings['scores'] = {
  wasserstein: '切片 Wasserstein 距离 × 1000',
  others: '其他真实图像为',
  frechet: '弗雷歇距离',
  classes: '覆盖的类别数',
}
