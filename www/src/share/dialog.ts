import './share.css'
import { saveFile } from '../files/save'
import { share } from '../strings/share'
import { filled } from '../strings/strings'
import { make } from '../view/elements'
import { captioned } from './captioned'
import type { Sharing, Shown } from './shown'

/** Shows what can be shared, in a dialog that is gone when it is closed. */
export function openShare(sharing: Sharing): void {
  const dialog = make('dialog')
  dialog.className = 'share'
  dialog.id = 'share-dialog'
  const title = make('h2', share.title)
  title.id = 'share-title'
  dialog.setAttribute('aria-labelledby', title.id)
  const close = pressed(share.close, () => {
    dialog.close()
  })
  close.id = 'share-close'
  const head = make('header')
  head.append(title, close)
  const picture = new PictureChoice(sharing)
  dialog.append(head, ...picture.parts, ...linkParts(sharing), actions(sharing, picture))
  dialog.addEventListener('close', () => {
    dialog.remove()
  })
  // A press beside it closes it.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close()
  })
  document.body.append(dialog)
  dialog.showModal()
}

/** Which picture is shared, and how it looks with its caption. */
class PictureChoice {
  readonly #sharing: Sharing
  readonly #preview = make('img')
  readonly parts: HTMLElement[] = []
  #shown: Shown | null
  #drawn: HTMLCanvasElement | null = null

  constructor(sharing: Sharing) {
    this.#sharing = sharing
    this.#shown = sharing.pictures[0] ?? null
    if (!this.#shown) {
      this.parts.push(make('p', share.none))
      return
    }
    if (sharing.pictures.length > 1) this.parts.push(this.#choices())
    this.#preview.id = 'share-picture'
    this.parts.push(this.#preview)
    this.#draw()
  }

  /** The picture as a file; null where there is none. */
  async file(): Promise<File | null> {
    const drawn = this.#drawn
    if (!drawn) return null
    const blob = await new Promise<Blob | null>((resolve) => {
      drawn.toBlob(resolve, 'image/png')
    })
    return blob && new File([blob], `${this.#sharing.file}.png`, { type: 'image/png' })
  }

  get caption(): string {
    return this.#shown?.caption ?? ''
  }

  #choices(): HTMLElement {
    const group = make('div')
    group.className = 'pictures'
    group.setAttribute('role', 'radiogroup')
    group.setAttribute('aria-label', share.picture)
    for (const [at, shown] of this.#sharing.pictures.entries()) {
      const label = make('label')
      const choice = make('input')
      Object.assign(choice, { type: 'radio', name: 'share-picture', checked: at === 0 })
      choice.addEventListener('change', () => {
        this.#shown = shown
        this.#draw()
      })
      label.append(choice, share[shown.name])
      group.append(label)
    }
    return group
  }

  #draw(): void {
    const shown = this.#shown
    if (!shown) return
    const address = `${location.host}${location.pathname}`.replace(/\/(index\.html)?$/, '')
    this.#drawn = captioned(shown.canvas, shown.caption, address)
    this.#preview.src = this.#drawn.toDataURL('image/png')
    this.#preview.alt = filled(share.captionOf, { caption: shown.caption })
  }
}

function linkParts({ link, note }: Sharing): HTMLElement[] {
  const said = make('p', share[note])
  said.className = 'help'
  if (link === null) return [said]
  const label = make('label', share.link)
  label.className = 'field'
  const field = make('input')
  Object.assign(field, { id: 'share-link', readOnly: true, value: link })
  field.addEventListener('focus', () => {
    field.select()
  })
  label.append(field)
  return [label, said]
}

function actions({ link }: Sharing, picture: PictureChoice): HTMLElement {
  const row = make('div')
  row.className = 'choosers'
  if (link !== null) {
    const copy = pressed(share.copy, () => void copyLink(link, copy))
    copy.id = 'share-copy'
    copy.className = 'primary'
    row.append(copy)
    // Firefox on computers and Chromium on Linux have none.
    if ('share' in navigator) row.append(sending(link, picture))
  }
  const save = pressed(share.save, async () => {
    const file = await picture.file()
    if (file) saveFile(file.name, new Uint8Array(await file.arrayBuffer()), file.type)
  })
  save.id = 'share-save'
  if (picture.caption !== '') row.append(save)
  return row
}

function sending(link: string, picture: PictureChoice): HTMLButtonElement {
  const send = pressed(share.send, async () => {
    const file = await picture.file()
    const files = file ? [file] : []
    const what = { title: 'Ganvas', text: picture.caption, url: link }
    const withFiles = { ...what, files }
    const canSend = files.length > 0 && navigator.canShare(withFiles)
    // Who closes the sheet of the system has decided not to.
    await navigator.share(canSend ? withFiles : what).catch(() => undefined)
  })
  send.id = 'share-send'
  return send
}

async function copyLink(link: string, copy: HTMLButtonElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(link)
    copy.textContent = share.copied
  } catch {
    // Without leave to write there is still the selection.
    document.getElementById('share-link')?.focus()
  }
}

function pressed(text: string, act: () => unknown): HTMLButtonElement {
  const made = make('button', text)
  made.type = 'button'
  made.addEventListener('click', act)
  return made
}
