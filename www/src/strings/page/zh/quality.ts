import type { PageStrings } from '../type'

export const quality: PageStrings['quality'] = {
  strong: '判别器过强',
  even: '势均力敌',
  fooled: '判别器被骗过',
  title: '质量',
  help: '生成的图像与数据相差多远：每隔几秒用平均权重新绘制 500 张图像来评判，越低越好。',
  chart: '图像与数据的距离随训练步数的变化',
  distance: '距离',
  notYet: '训练时每隔几秒评判一次。',
  unjudged: '无法评判图像：{why}',
  pixels: '{distance}：像素平均相差这么多（黑与白相差 1）',
  certainty: '把握 {part}',
  spread: '多样性为数据的 {part}',
  classesLabel: '各数字在图像中所占的比例',
  missing: '缺失',
  bands: {
    same: '{distance}：与数据几乎没有区别',
    nearlyAll: '{distance}：几乎所有数字都能辨认',
    most: '{distance}：大多数数字能辨认',
    some: '{distance}：部分数字能辨认',
    strokes: '{distance}：只有笔画，还不成数字',
    nothing: '{distance}：还没有数字',
  },
}
