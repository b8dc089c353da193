import { button, element, input } from './elements'

/** Files dropped anywhere on the page or picked with the button. */
export function installDrop(onFiles: (files: File[]) => void): void {
  const target = element('drop-target')
  const picker = input('files')
  button('choose-files').addEventListener('click', () => {
    picker.click()
  })
  picker.addEventListener('change', () => {
    const files = [...(picker.files ?? [])]
    // Emptied, so that picking the same file again is a change as well.
    picker.value = ''
    if (files.length > 0) onFiles(files)
  })
  window.addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    target.hidden = false
  })
  window.addEventListener('dragleave', (event) => {
    // Only leaving the window has nowhere to go; between elements there is always a next one.
    if (event.relatedTarget === null) target.hidden = true
  })
  window.addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    target.hidden = true
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length > 0) onFiles(files)
  })
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}
