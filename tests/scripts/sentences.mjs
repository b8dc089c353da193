// What the engine says, found in its sources: `sentence!("…")`, `term("…")` and `Kind::new("…")` of
// Rust, `sentence('…')` of TypeScript.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The sentences of the engine and all texts of its sources, each with the file that says it first. */
export async function saidByEngine() {
  const rust = await sources('src', '.rs')
  const ours = rust.filter((file) => !file.startsWith('src/cli/'))
  const read = await Promise.all(
    ours.map(async (file) => [file, scanRust(await source(file), file)]),
  )
  const tests = new Set(read.flatMap(([, { tests }]) => tests))
  const scans = read.filter(([file]) => ![...tests].some((test) => isOf(file, test)))
  for (const file of await sources('www/src/engine', '.ts')) {
    scans.push([file, scanTypeScript(await source(file), file)])
  }
  const sentences = new Map()
  const texts = new Map()
  for (const [file, scan] of scans) {
    for (const sentence of scan.sentences)
      if (!sentences.has(sentence)) sentences.set(sentence, file)
    for (const text of scan.texts) if (!texts.has(text)) texts.set(text, file)
  }
  return { sentences, texts }
}

/** Whether a file is a module, without its `.rs`, or a part of it. */
function isOf(file, module) {
  return file === `${module}.rs` || file.startsWith(`${module}/`)
}

async function source(file) {
  return await readFile(path.join(ROOT, file), 'utf8')
}

/** The files of a folder and of those in it, by name. */
async function sources(folder, extension) {
  const found = await readdir(path.join(ROOT, folder), { recursive: true })
  const files = found.map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/')))
  return files.filter((file) => file.endsWith(extension)).sort()
}

const RUST = new RegExp(
  [
    /(?<blank>\s+|\/\/.*)/,
    /(?<comment>\/\*)/,
    /[bc]?r(?<hashes>#*)"(?<raw>[^]*?)"\k<hashes>/,
    /[bc]?"(?<text>(?:[^"\\]|\\[^])*)"/,
    /b?'(?:[^'\\]|\\(?:u\{[^}]*\}|x..|.))'/,
    /(?<word>(?:r#)?[\p{L}_][\p{L}\p{N}_]*)/,
    /(?<sign>[^])/,
  ]
    .map((part) => part.source)
    .join('|'),
  'uy',
)

/** The sentences of a Rust file, its texts, and modules in other files that are tests only. */
export function scanRust(rust, file = 'lib.rs') {
  const tokens = rustTokens(rust)
  const [sentences, texts, tests] = [[], [], []]
  const signs = (at, ...wanted) => wanted.every((sign, index) => tokens[at + index]?.sign === sign)
  for (let at = 0; at < tokens.length; at++) {
    if (signs(at, '#', '[', 'cfg', '(', 'test', ')', ']')) {
      const end = endOfItem(tokens, at + 7)
      tests.push(...moduleIn(tokens.slice(at, end + 1), file))
      at = end
      continue
    }
    const { text } = tokens[at]
    if (text === undefined) continue
    texts.push(text)
    const isSentence = signs(at - 3, 'sentence', '!', '(')
    const isTerm = signs(at - 2, 'term', '(') && !['.', 'fn'].includes(tokens[at - 3]?.sign)
    const isKind = signs(at - 5, 'Kind', ':', ':', 'new', '(')
    if (isSentence || isTerm || isKind) sentences.push(text)
  }
  return { sentences, texts, tests }
}

/** Texts, and words and signs as they are, without comments. */
function rustTokens(rust) {
  const tokens = []
  RUST.lastIndex = 0
  while (RUST.lastIndex < rust.length) {
    const { comment, raw, text, word, sign } = RUST.exec(rust).groups
    if (comment) RUST.lastIndex = endOfComment(rust, RUST.lastIndex)
    else if (raw !== undefined) tokens.push({ text: raw })
    else if (text !== undefined) tokens.push({ text: unescaped(text) })
    else if (word || sign) tokens.push({ sign: word ?? sign })
  }
  return tokens
}

/** Comments of Rust have comments in them. */
function endOfComment(rust, from) {
  const marks = /\/\*|\*\//g
  marks.lastIndex = from
  for (let depth = 1; depth > 0;) {
    const mark = marks.exec(rust)
    if (!mark) return rust.length
    depth += mark[0] === '/*' ? 1 : -1
  }
  return marks.lastIndex
}

const ESCAPED = { n: '\n', r: '\r', t: '\t', 0: '\0' }

function unescaped(text) {
  return text.replaceAll(
    /\\(?:\r?\n\s*|u\{(?<unicode>[^}]*)\}|x(?<hex>..)|(?<other>.))/g,
    (...match) => {
      const { unicode, hex, other } = match.at(-1)
      const code = unicode?.replaceAll('_', '') ?? hex
      if (code) return String.fromCodePoint(parseInt(code, 16))
      return other === undefined ? '' : (ESCAPED[other] ?? other)
    },
  )
}

/** The place of the last token of the item that begins at a place, after more attributes. */
function endOfItem(tokens, from) {
  let depth = 0
  for (let at = from; at < tokens.length; at++) {
    const { sign } = tokens[at]
    if (['(', '[', '{'].includes(sign)) depth++
    else if ([')', ']', '}'].includes(sign)) depth--
    if (depth === 0 && (sign === ';' || sign === '}')) return at
  }
  return tokens.length
}

/** `mod name;`, as the path of its file without `.rs`. */
function moduleIn(item, file) {
  const at = item.findIndex(({ sign }, at) => sign === 'mod' && item[at + 2]?.sign === ';')
  if (at < 0) return []
  const named = item.findIndex(({ sign }, at) => sign === 'path' && item[at + 1]?.sign === '=')
  const folder = path.posix.dirname(file)
  if (named >= 0) return [path.posix.join(folder, item[named + 2].text.replace(/\.rs$/, ''))]
  const stem = path.posix.basename(file, '.rs')
  const own = ['mod', 'lib', 'main'].includes(stem) ? folder : path.posix.join(folder, stem)
  return [path.posix.join(own, item[at + 1].sign)]
}

/** The sentences of a TypeScript file, and its texts. */
export function scanTypeScript(typescript, file = 'index.ts') {
  const [sentences, texts] = [[], []]
  const visit = (node) => {
    if (ts.isStringLiteralLike(node)) texts.push(node.text)
    if (ts.isCallExpression(node) && node.expression.getText() === 'sentence') {
      const [english] = node.arguments
      if (english && ts.isStringLiteralLike(english)) sentences.push(english.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, typescript, ts.ScriptTarget.Latest, true))
  return { sentences, texts }
}
