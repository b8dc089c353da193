import type { Engine } from '../engine/types'
import { RANGES, inRange } from '../settings/settings'
import { builderTexts } from '../strings/builder'
import { button, element, make } from '../view/elements'
import { write } from '../view/write'
import type { RecipeEditor } from '../view/recipe-editor'
import { Builder, canShow } from './builder'
import { Views } from './views'

type Reader = Pick<Engine, 'draftRecipe' | 'recipeForms'>

interface Hooks {
  /** What reads recipes, once the engine is there. */
  reader(): Promise<Reader>
  /** A learning rate that a training can have at once. */
  onRate(network: 'generator' | 'discriminator', rate: number): void
  /** Starts over with the recipe that was applied, and puts the training there is by. */
  startAnew: () => void
}

/** Shows the recipe that an editor has as cards, beside its JSON. */
export async function openBuilder(editor: RecipeEditor, hooks: Hooks): Promise<void> {
  const texts = await builderTexts()
  const root = element('builder')
  const box = element('recipe-editor', HTMLDetailsElement)
  const note = make('p', () => texts.waits)
  note.className = 'help'
  root.append(note)
  const views = new Views(texts)
  let builder: Builder | null = null
  /** Whether it was the cards that wrote what is written. */
  let isOwn = false
  const show = () => {
    // Where nobody looks nothing is built.
    if (!builder || views.shown !== 'cards' || !box.open) return
    const isJson = builder.show(editor.text)
    note.hidden = isJson
    cards.hidden = !isJson
  }
  editor.beside = {
    changed: once(() => {
      isOwn = builder?.text === editor.text
      if (views.shown === 'cards' && !canShow(editor.text)) views.show('json')
      show()
    }),
    refused: () => {
      if (isOwn && views.shown === 'cards') builder?.showFault()
      else views.show('json')
      return views.shown === 'cards'
    },
  }
  views.onShown = show
  box.addEventListener('toggle', show)
  if (document.activeElement?.id === 'recipe-json' || !canShow(editor.text)) views.show('json')
  const cards = make('div')
  const forms = await (await hooks.reader()).recipeForms()
  root.append(cards)
  write(note, () => texts.notJson)
  builder = new Builder(
    cards,
    { forms, texts },
    {
      draft: async (json) => (await hooks.reader()).draftRecipe(json),
      onText: (json) => {
        editor.text = json
      },
      onRate: (network, rate) => {
        if (inRange(rate, RANGES[`${network}Rate`])) hooks.onRate(network, rate)
      },
    },
  )
  addStartAnew(editor, texts, hooks)
  show()
}

/** What is asked for several times at once is done once. */
function once(act: () => void): () => void {
  let isAsked = false
  return () => {
    if (isAsked) return
    isAsked = true
    queueMicrotask(() => {
      isAsked = false
      act()
    })
  }
}

/** A button that takes what is written, and starts with it. */
function addStartAnew(
  editor: RecipeEditor,
  texts: { startAnew: string; startAnewHelp: string },
  { startAnew }: Hooks,
): void {
  const made = make('button', () => texts.startAnew)
  made.type = 'button'
  made.id = 'builder-start'
  made.addEventListener('click', () => {
    void (async () => {
      if (editor.draft !== null) await editor.apply(editor.text)
      if (editor.draft === null) startAnew()
    })()
  })
  const help = make('p', () => texts.startAnewHelp)
  help.className = 'help'
  button('recipe-revert').after(made)
  element('recipe-note').before(help)
}
