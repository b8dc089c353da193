import type { NearestTexts } from '.'

export const zh: NearestTexts = {
  title: '最相近的真实图像',
  close: '关闭',
  again: '重新查找',
  sample: '样本',
  picked: '样本',
  place: '样本 {number}，第 {row} 行第 {column} 列',
  found: '最相近的真实图像及其距离',
  searching: '正在查找所有真实图像…',
  image: '真实图像 {number}，距离 {distance}',
  labelled: '真实图像 {number}，{name}，距离 {distance}',
  distance: '{images} 张真实图像中，最相近的一张距离为 {distance}。',
  nearer:
    '比抽取的 {count} 张真实图像与其他真实图像的距离都更近（最小 {least}，通常 {median}）：可能是复制的。',
  usual: '这是真实图像与其最近邻之间通常距离（{median}）的 {share}：与真实图像彼此之间的距离相当。',
  further: '真实图像与其最近邻通常更近（{median}）：这张不是复制的。',
  help: '距离：像素值之差的均方根，从 0（完全相同）到 255。点击样本即可选中。',
}
