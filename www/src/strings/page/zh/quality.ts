import type { PageStrings } from '../type'

export const quality: PageStrings['quality'] = {
  strong: '判别器过强',
  even: '势均力敌',
  fooled: '判别器被骗过',
}
