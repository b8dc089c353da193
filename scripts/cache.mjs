// Where builds and downloads are kept between runs: outside the checkout, in the folder of xtask's.
import { homedir } from 'node:os'
import path from 'node:path'

export const cache = path.resolve(
  process.env.GANVAS_CACHE ||
    path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'ganvas'),
)
