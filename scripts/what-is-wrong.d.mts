export interface WhatIsWrong {
  script: string
  words: string
}

export function whatIsWrong(): Promise<WhatIsWrong>
export function withWhatIsWrong(html: string, wrong: WhatIsWrong): string
