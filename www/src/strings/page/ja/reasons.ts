import type { PageStrings } from '../type'

export const reasons: PageStrings['reasons'] = {
  noWebGpu: 'このブラウザーは WebGPU に対応していません。',
  insecure:
    'WebGPU を使うには安全なページが必要です。このページを https:// または localhost から開いてください。',
  noAdapter: 'このブラウザーは WebGPU に対応していますが、グラフィックアダプターが見つかりません。',
  softwareAdapter:
    'ここで使える WebGPU アダプターはソフトウェアのもの（{adapter}）だけで、CPU バックエンドより低速です。',
  silent: 'WebGPU に問い合わせましたが、{seconds} 秒以内に応答がありませんでした。',
  notOpened: 'WebGPU を開けませんでした：{error}。',
}
