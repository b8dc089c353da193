import { absoluteAddress } from '../shared/address'
import { whereAssetsLie } from './assets'
import { Failure } from './failure'

/** A generator's file: its address, and what to call it. */
export interface Place {
  address: string
  name: string
}

/**
 * Where a generator lies: the name of one that ships, or an address, which has a slash, a dot or a
 * colon. `base` is a folder with generators of one's own; names are looked for there.
 */
export function placeOf(model: string, base: string): Place {
  if (/[/.:]/.test(model))
    return { address: absolute(model, document.baseURI), name: titleOf(model) }
  if (base !== '') {
    const folder = absolute(base.replace(/\/?$/, '/'), document.baseURI)
    return { address: absolute(`${encodeURIComponent(model)}.safetensors`, folder), name: model }
  }
  const { models } = whereAssetsLie()
  const address = Object.hasOwn(models, model) ? models[model] : undefined
  if (address === undefined) {
    const names = Object.keys(models).join(', ')
    throw new Failure('OptionError', 'unknownModel', { model, names })
  }
  return { address, name: model }
}

function absolute(address: string, base: string): string {
  const found = absoluteAddress(address, base)
  if (found !== null) return found
  throw new Failure('OptionError', 'notAnAddress', { address })
}

/** The name of the file, if it has one that says something. */
function titleOf(address: string): string {
  if (address.startsWith('blob:') || address.startsWith('data:')) return 'Ganvas'
  const file = address.replace(/[?#].*$/, '').replace(/^.*\//, '')
  return file.replace(/\.safetensors$/, '') || address
}
