import type { PageStrings } from '../type'

export const faults: PageStrings['faults'] = {
  unreachable: '{file} を {host} から取得できませんでした：{cause}。',
  unreachableElsewhere:
    '{file} を {host} から取得できませんでした：{cause}。サーバーが他のページからの読み取りを許可している必要があります（CORS）。',
  status: '{file} を {host} から取得できませんでした：HTTP ステータス {status}。',
  webPage: '{file} を {host} から取得できませんでした：サーバーがウェブページを返しました。',
  stalled: '{file} を {host} から取得できませんでした：{seconds} 秒間何も届いていません。',
  tooLarge: '{file} を {host} から取得できませんでした：{most} MB を超えています。',
  notAnAddress: '「{address}」は有効な URL ではありません。',
  noWebGpu: 'このブラウザーでは WebGPU を使えません。',
  insecurePage:
    'WebGPU には安全な接続が必要です。このページを https:// または localhost で開いてください。',
  noAdapter:
    'このブラウザーは WebGPU に対応していますが、使えるグラフィックスアダプターが見つかりません。',
  noAnswer: 'WebGPU を要求しましたが、{seconds} 秒以内に応答がありませんでした。',
  softwareAdapter:
    'ここにある WebGPU アダプターはソフトウェアによるもの（{name}）だけで、CPU バックエンドより遅くなります。',
  engineStopped: 'エンジンが予期せず停止しました（{cause}）。再起動できます。',
  engineNotStarted:
    'エンジンが予期せず停止しました（ワーカーを起動できませんでした）。再起動できます。',
  engineUnreadable:
    'エンジンが予期せず停止しました（ワーカーからのメッセージを読めませんでした）。再起動できます。',
  readerStopped: 'インポート機能が停止しました：{cause}。もう一度お試しください。',
  readerNotStarted:
    'インポート機能を読み込めませんでした。接続を確認してから、もう一度お試しください。',
  readTooLong:
    '{names} のインポートを {minutes} 分で打ち切りました。コマンドライン（ganvas import）には時間制限がありません。',
  noFilesInside: '{name} にはファイルがありません。',
  folderIsEmpty: 'フォルダーにファイルがありません。',
  noneMatches: '{count} 枚の画像のどれもパターンに一致しません。最初の画像は「{first}」です。',
  noCanvas: 'このブラウザーには、画像の読み取りに必要な canvas がありません。',
  emptyImage: '空のファイルです',
  imageTooLarge: '{size} MB あります（上限は {most} MB）',
  notAnImage: 'JPEG、PNG、WebP、GIF、BMP のいずれでもなく、{kind}です',
  imageUnreadable: '読み取れませんでした',
  imageBroken: '破損しているか、JPEG、PNG、WebP、GIF、BMP のいずれでもありません',
  zipUnreadable: '{name} を ZIP ファイルとして読み取れません：{cause}。',
  packedWithPassword:
    'パスワードで保護されています。ZIP ファイルを展開して、フォルダーを選んでください',
  packedOtherwise:
    '{packing} で圧縮されていて読み取れません。ZIP ファイルを展開して、フォルダーを選んでください',
  packingMethod: '方式 {method}',
  notUnpacked: '展開できませんでした（{cause}）',
  noArray: '{name} に配列がありません。',
  tooManyArrays:
    '{name} には {count} 個、{size} MB の配列があります。上限は {most} 個、{largest} MB です。',
  arrayTooLarge: '{name} は {size} MB あります。配列の上限は {most} MB です。',
  mnistNowhere: 'MNIST がこのページの隣になく、ミラーにもありません：{why}',
  fieldNowhere:
    '{name} はこのページと同じ場所になく、ミラーからも取得できませんでした：{why} 代わりに公式ファイルを選択してください：{files}',
  tarUnreadable: '{name} を tar アーカイブとして読み込めません：{cause}',
  tarTooLarge:
    '{name} は展開すると {most} MB を超えます。展開してからフォルダーを選択してください。',
  parquetUnreadable: '{name} を Parquet の表として読み込めません：{cause}',
  noImagesInTable:
    '{name} に画像ファイルの列がありません。「image」のように PNG か JPEG をバイト列で持つ列が必要です。',
  tableUnreadable: '{name} を読み込めませんでした：{cause}',
  wrongLength:
    '{address} は受け付けませんでした：{name} の {file} は {wanted} バイトですが、このファイルは {found} バイトです。',
  wrongChecksum:
    '{address} は受け付けませんでした：{name} の {file} の SHA-256 は {wanted} で始まりますが、このファイルは {found} で始まります。',
  notChecked:
    '{file} の SHA-256 は確認していません：ブラウザーが計算できるのは、https または localhost で開いたページだけです。',
}
