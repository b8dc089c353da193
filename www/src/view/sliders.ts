/** What a slider says that it stands at, to those who do not see it. */
export function speak(slider: HTMLInputElement, text: string): void {
  if (slider.getAttribute('aria-valuetext') !== text) slider.setAttribute('aria-valuetext', text)
}
