import type { PageStrings } from '../type'

export const faults: PageStrings['faults'] = {
  unreachable: '{file} を {host} から取得できませんでした：{cause}。',
  unreachableElsewhere:
    '{file} を {host} から取得できませんでした：{cause}。サーバーが他のページからの読み取りを許可している必要があります（CORS）。',
  status: '{file} を {host} から取得できませんでした：HTTP ステータス {status}。',
  webPage: '{file} を {host} から取得できませんでした：そこにあるのはウェブページです。',
  stalled: '{file} を {host} から取得できませんでした：{seconds} 秒間何も届いていません。',
  tooLarge: '{file} を {host} から取得できませんでした：{most} MB を超えています。',
  notAnAddress: '「{address}」はアドレスではありません。',
  engineStopped: 'エンジンが予期せず停止しました（{cause}）。再起動できます。',
  engineNotStarted:
    'エンジンが予期せず停止しました（ワーカーを起動できませんでした）。再起動できます。',
  engineUnreadable:
    'エンジンが予期せず停止しました（ワーカーからのメッセージを読めませんでした）。再起動できます。',
  readerStopped:
    '他のプログラムのファイルを読み込む部分が停止しました：{cause}。もう一度お試しください。',
  readerNotStarted:
    '他のプログラムのファイルを読み込む部分を取得できませんでした。接続を確認してから、もう一度お試しください。',
  readTooLong:
    '{names} の読み込みを {minutes} 分で打ち切りました。コマンドライン（ganvas import）なら、時間がかかっても最後まで変換します。',
}
