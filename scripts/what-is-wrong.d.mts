export interface WhatIsWrong {
  script: string
  words: string
}

export function whatIsWrong(): Promise<WhatIsWrong>
export function withWhatIsWrong(
  html: string,
  wrong: { words: string; script?: string; tag?: string },
): string
