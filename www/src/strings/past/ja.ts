import type { PastTexts } from '.'

export const ja: PastTexts = {
  slider: '表示するステップ',
  live: '最新',
  stepOf: 'ステップ {step} / {last}',
  step: 'ステップ {step}',
  goBack: '戻る',
  goBackTo: 'ステップ {step} に戻る',
  goesBack:
    'ステップ {step} のチェックポイントから再開します。今の学習は「{name}」として保存されたまま残ります。',
  tooEarly: 'これほど早い時点のチェックポイントはありません。最初のものはステップ {step} です。',
  noneYet: '戻れるチェックポイントはまだありません。最初のものは 1 分以内に保存されます。',
  branch: '{name}（ステップ {step} から）',
  timeLapse: 'タイムラプス',
  saveAs: '保存形式',
  frameOf: '{all} フレーム中 {done} フレーム目',
  unwritten: 'ブラウザーはこの {format} を書き出せませんでした。ほかの形式を試してください。',
  stop: 'キャンセル',
}
