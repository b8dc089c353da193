// Draws the icons of the installed page from `favicon.svg`: node scripts/icons.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright-core'

const at = (name) => new URL(`../www/public/${name}`, import.meta.url)
const svg = readFileSync(at('favicon.svg'), 'utf8')
/** A mask may take a fifth of each side: the drawing stays within the rest, on its own ground. */
const MASKABLE = 0.72

const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium'
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const page = await browser.newPage()

async function draw(name, size, part = 1) {
  await page.setViewportSize({ width: size, height: size })
  const ground = part < 1 ? '#16191f' : 'transparent'
  await page.setContent(
    `<style>body{margin:0;background:${ground};display:grid;place-items:center;height:100vh}
     svg{width:${part * 100}vw;height:${part * 100}vh}</style>${svg}`,
  )
  writeFileSync(at(name), await page.screenshot({ omitBackground: true }))
}

await draw('icon-192.png', 192)
await draw('icon-512.png', 512)
await draw('icon-512-maskable.png', 512, MASKABLE)
await browser.close()
