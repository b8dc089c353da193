import type { PageStrings } from '../type'

export const start: PageStrings['start'] = {
  noScript:
    'このページには JavaScript が必要ですが、このブラウザーでは実行されません。許可してから再読み込みしてください。',
  oldBrowser:
    'このブラウザーは古いため、このページを表示できません。Chrome または Edge 111、Safari 16.4、Firefox 114 以降が必要です。',
  fromDisk:
    'このページはディスクから直接開かれていますが、その場合ブラウザーはスクリプトを実行しません。フォルダーをウェブサーバーに置くか、npm start を使ってください。',
  sandboxed:
    'このページは sandbox 属性付きのフレームにあり、ホストがスクリプトの読み込みを許可していません。ホストがヘッダー Access-Control-Allow-Origin: * を送るか、フレームの sandbox に allow-same-origin を加える必要があります。',
  unreachable:
    'このページのスクリプトを読み込めませんでした。接続を確認し、ページを再読み込みしてください。',
  broken:
    'このページを開始できませんでした（{why}）。再読み込みするか、別のブラウザーを試してください。',
}
