import type { ShareStrings } from './type'

export const zh: ShareStrings = {
  title: '分享',
  close: '关闭',
  picture: '图片',
  samples: '样本',
  selected: '所选样本',
  path: '当前帧',
  none: '还没有图片。',
  link: '链接',
  copy: '复制链接',
  copied: '已复制',
  send: '分享…',
  save: '下载图片',
  opensTraining: '打开链接即可看到这个配方和这些设置。',
  withoutImages: '打开链接即可看到这个配方和这些设置，但不含你的图片。',
  opensPlay: '打开链接即可看到这个生成器和你眼前的内容：样本、固定的样本和路径。',
  inThisTab:
    '这个生成器只存在于本标签页，无法用链接打开。请先保存，把文件放到网上，再用其 URL 在这里加载，然后分享那个链接。',
  opensEmbed: '打开链接即可在“嵌入”中看到这个生成器。',
  trained: '{recipe}，第 {step} 步',
  captionOf: '要分享的图片：{caption}',
}
