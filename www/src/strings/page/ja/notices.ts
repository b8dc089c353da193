import type { PageStrings } from '../type'

export const notices: PageStrings['notices'] = {
  names: {
    recipe: 'レシピ',
    backend: 'バックエンド',
    data: 'データセット',
    width: '幅',
    batch: 'バッチサイズ',
    seed: 'シード',
    generatorRate: '生成器の学習率',
    discriminatorRate: '識別器の学習率',
    averaged: '表示する重み',
    limit: '画像の枚数',
    cut: '切り抜きのサイズ',
    resize: 'リサイズ後のサイズ',
  },
  wholeAtLeast: '{least} 以上の整数',
  wholeFromTo: '{least} から {most} までの整数',
  numberFromTo: '{least} から {most} までの数',
  notTaken: '{name}は{range}でなければなりません。「{value}」は無視されました。',
  fieldNotTaken: '{name}：{range}を指定してください。「{value}」は無視されました。',
  fieldTakes: '{name}：{range}を指定してください。',
  coordinatesNotTaken:
    '次元は 1 から {most} までの数です（例：1-8, 12）。「{value}」は無視されました。',
  notOneOf: 'URL の {key} の値「{value}」は無視されました。{key} に使えるのは {choices} です。',
  notInRange: 'URL の {key} の値「{value}」は無視されました。{key} は{range}です。',
  unknownKey: 'URL にある「{key}」はこのページにない項目なので、無視されました。',
  recipeIgnored: 'URL に含まれるレシピは無視されました：{why}。',
  addressBroken: 'URL が途中で切れているか、変更されています',
  unknownModel: 'URL の生成器「{name}」は一覧にありません。一覧にあるのは {names} です。',
  noModels: 'URL に生成器「{name}」が指定されていますが、一覧は空です。',

  recipeTooEarly: 'エンジンを読み込んでいます。少し待ってからレシピを開き直してください。',
  recipeTooLarge: '{file} はレシピとしては大きすぎます。',
  recipeCopied: 'コピーしました。',
  languageMissing:
    '{language}のテキストを読み込めませんでした。接続を確認してから、もう一度選んでください。',
  cannotCopy: 'このブラウザーではページからコピーできません。テキストを選択しました。',
  imagesTooEarly: 'エンジンを読み込んでいます。少し待ってから画像を選び直してください。',
  tooEarly: 'エンジンを読み込んでいます。少し待ってからもう一度試してください。',
  notReady: 'エンジンの準備ができていません。少し待ってからもう一度試してください。',

  generatorTooLarge: '{files} は {found} MB あります。生成器は {most} MB までです。',
  checkpointTooLarge:
    '{file} は {found} MB あります。このページで扱えるチェックポイントは {most} MB までです。',
  fileTooLarge: '{file} は {found} MB あります。このページで扱えるファイルは {most} MB までです。',
  needsData: '{name}に必要なデータセットを読み込めませんでした。',
  savedTraining: 'ステップ {step} で保存した学習',
  filesNotSaved:
    '{name} のファイルは大きすぎて学習と一緒に保存できませんでした。選び直してから再開してください。',
  filesLost:
    '{name} のファイルはこのブラウザーのストレージにもうありません。選び直してから再開してください。',
  cannotSave:
    'このブラウザーには学習を保存できません（{why}）。「チェックポイントをダウンロード」でファイルに保存できます。',
  storageFull: 'ストレージがいっぱいです',
  noStorage: 'ストレージを利用できません',
  storageSilent: 'ストレージが応答しません',
  storageRefuses: 'ストレージに書き込めません',
  inOtherTab:
    'この学習は別のタブで実行中です。ここでは別の学習として続き、もう一方とは別に保存されます。',
  dropped:
    '空きを作るため、ステップ {step} で保存した学習「{name}」を削除しました。保存されるのは {count} 件、合計 1 GB までです。',
  chooseItsData: '{file} は {data} で学習したものです。そのファイルを選ぶと学習を再開します。',
  digitsInstead: '{why} 代わりにコードで描いた数字を使います。',
  cpuInstead: '{why} 代わりに CPU を使います。',
  engineEnded: 'エンジンが 2 秒間応答しなかったため終了し、新しいエンジンに切り替えました。',
  slowStep:
    'このステップには時間がかかっています。「今すぐ中止」を押すと、このステップをやめて最後に保存した状態に戻ります。',
  lacksLabels: '{recipe} は {data} では学習できません。ラベル付きの画像が必要です。',
  tooManyClasses:
    '{recipe} は {data} では学習できません。クラスは {wanted} 個までですが、{found} 個あります。',
  otherSize:
    '{recipe} は {data} では学習できません。必要な画像は {wanted}（高さ × 幅 × チャンネル数）ですが、これは {found} です。',

  yourImages: '自分の画像',
  andOthers: '{name} ほか {count} 件',
  idxUnused: '学習には {used} を使います。使われないもの：{names}。',
  onlyLabels: '{file} はラベルのファイルです。学習には画像の IDX ファイルも必要です。',
  otherCount: '{labels} のラベルは {labelCount} 個ですが、{images} の画像は {imageCount} 枚です。',
  notIdx:
    '{file} は学習に使えません（先頭は {found}）。使えるのは画像（JPEG、PNG、WebP、GIF、BMP）、その ZIP・tar・Parquet、IDX ファイル（00 00 08）、NumPy ファイル（.npy、.npz）、CIFAR のバッチ、CSV の表です。ほかのアーカイブは先に展開してください。',
  emptyFile: '空',
  swappedBack: 'EMNIST のファイルは行と列が入れ替わっているため、元に戻して使います。',
  takeBatch: 'バッチサイズを {count} にする',
  takeClasses: '{count} クラスで学習する',
  brokenGzip: '{file} は壊れた gzip ファイルです。',
  mixed:
    '画像と IDX ファイルは混ぜられません。{file} が {count} 個の画像または ZIP ファイルと一緒に選ばれました。',
  noFiles: '選択されたものにファイルがありません。',
  noImages:
    'このページで読める画像（JPEG、PNG、WebP、GIF、BMP）がありません。{file} は画像ではありません。',
  unknownClass:
    'コードはクラス {label} を指していますが、この生成器のクラスは 0 から {last} までです。',
}
