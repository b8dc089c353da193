import type { ShareStrings } from './type'

export const ja: ShareStrings = {
  title: '共有',
  close: '閉じる',
  picture: '画像',
  samples: 'サンプル',
  selected: '選択中のサンプル',
  path: 'フレーム',
  none: 'まだ画像がありません。',
  link: 'リンク',
  copy: 'リンクをコピー',
  copied: 'コピーしました',
  send: '共有…',
  save: '画像をダウンロード',
  opensTraining: 'リンクを開くと、このレシピがこの設定で開きます。',
  withoutImages: 'リンクを開くと、このレシピがこの設定で開きます。画像データは含まれません。',
  opensPlay: 'リンクを開くと、この生成器が今見えている状態（サンプル、ピン留め、経路）で開きます。',
  inThisTab:
    'この生成器はこのタブにしかないため、リンクでは開けません。保存してファイルをオンラインに置き、その URL からここで読み込んで、そのリンクを共有してください。',
  opensEmbed: 'リンクを開くと、この生成器の埋め込み画面が開きます。',
  trained: '{recipe}、ステップ {step}',
  captionOf: '共有する画像：{caption}',
}
