import type { Play } from '../play/play'
import type { Mode } from '../shared/place'
import { wholeNumber } from '../view/numbers'
import { canvas } from '../view/elements'
import { share } from '../strings/share'
import { filled } from '../strings/strings'
import { openShare } from './dialog'
import type { Sharing, Shown } from './shown'

/** What the page has to share. */
export interface Seen {
  mode: Mode
  /** The training: its recipe's title, its step, and whether it learns images of one's own. */
  training: { recipe: string; step: number; isOwn: boolean }
  play: Pick<Play, 'chosen' | 'desk' | 'ways' | 'samples'>
}

/** Opens the dialog that shares what is seen. */
export function shareSeen(seen: Seen): void {
  openShare(seen.mode === 'train' ? training(seen) : generator(seen))
}

function training({ training: { recipe, step, isOwn } }: Seen): Sharing {
  const caption = filled(share.trained, { recipe, step: wholeNumber(step) })
  const samples: Shown = { name: 'samples', canvas: canvas('samples'), caption }
  return {
    pictures: step > 0 ? [samples] : [],
    link: location.href,
    note: isOwn ? 'withoutImages' : 'opensTraining',
    file: `ganvas-${plain(recipe)}-step-${step}`,
  }
}

function generator({ mode, play }: Seen): Sharing {
  const { chosen } = play
  const title = chosen?.card?.title ?? chosen?.name ?? ''
  const isReachable = chosen?.reference != null && !/^(blob|data):/i.test(chosen.reference)
  return {
    pictures: shown(play, title),
    link: isReachable ? location.href : null,
    note: !isReachable ? 'inThisTab' : mode === 'play' ? 'opensPlay' : 'opensEmbed',
    file: `ganvas-${plain(title)}`,
  }
}

/** What is seen of a generator, and what it is called. */
function shown({ desk, ways: { stage }, samples }: Seen['play'], title: string): Shown[] {
  const { model, picked, drawing } = desk
  if (!model) return []
  const captioned = (name: Shown['name'], canvas: HTMLCanvasElement, of: string) => ({
    name,
    canvas,
    caption: of === '' ? title : `${title} · ${of}`,
  })
  return [
    ...(picked ? [captioned('selected', canvas('picked'), picked.code ?? '')] : []),
    captioned('samples', samples.canvas, String(drawing.seed)),
    ...(stage.isShown ? [captioned('path', stage.canvas, stage.tool.sentence)] : []),
  ]
}

function plain(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}.-]+/gu, '-').replace(/^-|-$/g, '') || 'picture'
}
