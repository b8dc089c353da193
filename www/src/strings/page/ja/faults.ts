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
}
