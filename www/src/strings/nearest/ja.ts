import type { NearestTexts } from '.'

export const ja: NearestTexts = {
  title: '最も近い本物の画像',
  close: '閉じる',
  again: '再検索',
  sample: 'サンプル',
  picked: 'サンプル',
  place: 'サンプル {number}、{row} 行 {column} 列',
  found: '最も近い本物の画像とその距離',
  searching: '本物の画像をすべて検索しています…',
  image: '本物の画像 {number}、距離 {distance}',
  labelled: '本物の画像 {number}、{name}、距離 {distance}',
  distance: '本物の画像 {images} 枚のうち、最も近いものまでの距離は {distance} です。',
  nearer:
    '本物どうし {count} 枚を比べた最小の距離（{least}、通常は {median}）よりも近く、コピーの可能性があります。',
  usual:
    '本物の画像とその最近傍との通常の距離（{median}）の {share} で、本物どうしと同じくらいの近さです。',
  further: '本物の画像は通常、最近傍ともっと近い（{median}）ので、コピーではありません。',
  help: '距離：画素値の差の二乗平均平方根。0（同一）から 255 まで。サンプルをクリックすると選択できます。',
}
