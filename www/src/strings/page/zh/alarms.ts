import type { PageStrings } from '../type'

export const alarms: PageStrings['alarms'] = {
  title: '训练状况',
  idle: '训练开始后，这里会显示是否出了问题，以及如何解决。',
  well: '没有异常迹象。',
  silenced: '警报暂时静音。',
  discriminatorWins: {
    seen: '判别器从不出错：D(x) 为 {real}，D(G(z)) 为 {fake}。',
    why: '它学得比生成器快得多，任何生成的图像都骗不过它，生成器也就不知道该往哪个方向改进。',
  },
  generatorWins: {
    seen: '判别器几乎把所有生成的图像都当成真的：D(G(z)) 为 {fake}。',
    why: '它已经落后，没有什么可以教给生成器了。',
  },
  ratesTooHigh: {
    seen: '损失失控：最近高达 {loss}，而势均力敌时应低于 2。',
    why: '学习率过高：每一步都迈过了头，学到的东西又丢掉了。',
  },
  weightsTooLarge:
    '权重变得过大（平均：生成器 {generator}，判别器 {discriminator}）；开始时约为 0.1。',
  collapse: {
    seen: '图像几乎都一样：多样性只有数据的 {spread}。',
    why: '生成器找到了少数几种能骗过判别器的图像，就只画这些（模式崩溃）。',
  },
  classesMissing: '十个数字中有 {count} 个没有出现在图像里。',
  notFinite: {
    seen: '训练已中断：数值超出了计算机能表示的范围。',
    why: '步子太大会使权重无限增长；降低学习率可以避免。',
  },
  tooEarly: {
    seen: '现在下结论还太早：才到第 {step} 步。',
    why: '这很正常，耐心等待即可。',
  },
  forecast: '按这个速度，{time}后大多数数字就能辨认出来。',
  halveDiscriminator: '将判别器的学习率减半',
  halveGenerator: '将生成器的学习率减半',
  lowerRates: '将两个学习率降到十分之一',
  addR1: '加入 R1 重新开始',
  goBack: '降低学习率，回到第 {step} 步',
  startAnew: '用 {name} 重新开始',
}
