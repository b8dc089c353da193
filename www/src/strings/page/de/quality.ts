import type { PageStrings } from '../type'

export const quality: PageStrings['quality'] = {
  strong: 'Diskriminator zu stark',
  even: 'Gleichgewicht',
  fooled: 'Diskriminator getäuscht',
}
