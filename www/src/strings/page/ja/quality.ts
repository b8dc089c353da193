import type { PageStrings } from '../type'

export const quality: PageStrings['quality'] = {
  strong: '識別器が強すぎる',
  even: '釣り合い',
  fooled: '識別器がだまされている',
}
