import type { PastTexts } from '.'

export const zh: PastTexts = {
  slider: '显示的步数',
  live: '最新',
  stepOf: '第 {step} 步，共 {last} 步',
  step: '第 {step} 步',
  goBack: '返回',
  goBackTo: '返回第 {step} 步',
  goesBack: '将从第 {step} 步的检查点继续训练。当前的训练仍以“{name}”保存。',
  tooEarly: '这么早的检查点没有保留：最早的是第 {step} 步。',
  noneYet: '还没有可以返回的检查点：一分钟之内会保存第一个。',
  branch: '{name}（从第 {step} 步起）',
  timeLapse: '延时动画',
  saveAs: '保存为',
  frameOf: '第 {done} 帧，共 {all} 帧',
  unwritten: '浏览器无法写出这个 {format}：请换一种格式。',
  stop: '取消',
}
