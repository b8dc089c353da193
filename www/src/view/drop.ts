import { droppedFiles, type Found, pickedFiles } from '../files/folder'
import { button, element, input } from './elements'

/** Files and folders dropped anywhere on the page, or picked with one of the buttons. */
export function installDrop(onFiles: (files: Promise<Found[]>) => void): void {
  const target = element('drop-target')
  connect('choose-files', 'files')
  connect('choose-folder', 'folder')
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
    onFiles(droppedFiles(event.dataTransfer))
  })

  function connect(chooser: string, field: string): void {
    const picker = input(field)
    button(chooser).addEventListener('click', () => {
      picker.click()
    })
    picker.addEventListener('change', () => {
      const files = pickedFiles(picker.files)
      // Emptied, so that picking the same file again is a change as well.
      picker.value = ''
      if (files.length > 0) onFiles(Promise.resolve(files))
    })
  }
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}
