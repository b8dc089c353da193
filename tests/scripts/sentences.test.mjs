// What the engine says can be said in every language of the page.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { compiled, engineStrings, LANGUAGES } from '../browser/strings.mjs'
import { saidByEngine, scanRust, scanTypeScript } from './sentences.mjs'

/**
 * What is handed to `term` by a name. Keys of a recipe's JSON are not among them (`rate`, `beta1`):
 * they are the same in every language.
 */
const TERMS = [
  ...['generator', 'discriminator', 'warm-up discriminator', 'checkpoint', 'images', 'labels'],
  ...['resized to', 'cropped to', 'kernel', 'stride', 'batch', 'number of epochs', 'width'],
  ...['latent dimension', 'image height', 'image width', 'number of classes'],
  ...['0 to 1', '0 up to, but without, 1', 'above 0', 'above 0 up to 1'],
]
const HERE = 'TERMS in tests/scripts/sentences.test.mjs'

let sentences
let texts
let tables
before(async () => {
  ;({ sentences, texts } = await saidByEngine())
  for (const term of TERMS) if (!sentences.has(term)) sentences.set(term, HERE)
  const others = LANGUAGES.filter((language) => language !== 'en')
  tables = await Promise.all(others.map(async (name) => [name, await engineStrings(name)]))
})

/** Fails with a line for each complaint about a language, which is `[file, sentence, complaint]`. */
function complain(find) {
  const lines = tables.flatMap(([language, table]) =>
    find(table).map(([file, sentence, complaint]) => {
      const where = `www/src/strings/engine/${language}.ts`
      return `${where} ${complaint}\n  ${JSON.stringify(sentence)}\n  of ${file}`
    }),
  )
  if (lines.length > 0) assert.fail(lines.join('\n'))
}

test('every language has every sentence', () => {
  complain((table) =>
    [...sentences]
      .filter(([sentence]) => !Object.hasOwn(table, sentence))
      .map(([sentence, file]) => [file, sentence, 'lacks']),
  )
})

test('a sentence has the same gaps in every language', () => {
  const gaps = (text) => (text.match(/\{\w+\}/g) ?? []).sort().join(' ')
  complain((table) =>
    [...sentences]
      .filter(([sentence]) => gaps(table[sentence] ?? sentence) !== gaps(sentence))
      .map(([sentence, file]) => [file, sentence, `has ${gaps(table[sentence]) || 'no gaps'} for`]),
  )
})

test('no language has English words where it has its own', () => {
  const hasWords = (text) => /\p{L}/u.test(text.replaceAll(/\{\w+\}/g, ''))
  complain((table) =>
    [...sentences]
      .filter(([sentence]) => table[sentence] === sentence && hasWords(sentence))
      .map(([sentence, file]) => [file, sentence, 'leaves in English']),
  )
})

test('no language has a sentence that nothing says', () => {
  complain((table) =>
    Object.keys(table)
      .filter((sentence) => !sentences.has(sentence))
      .map((sentence) => ['no source', sentence, 'still has']),
  )
  const unsaid = TERMS.filter((term) => !texts.has(term))
  assert.deepEqual(unsaid, [], `${HERE}: no source has them`)
})

test('sentences are found where Rust says them', () => {
  const rust = String.raw`
    //! sentence!("in a comment") /* unopened
    /* term("nested /* comments */ as well") */
    fn term(english: &'static str) -> char { '"' }
    fn said(node: &Node) -> Sentence {
        let quoted = (sentence!("“{name}” is \"{kind}\" of \u{b1}{most}.", name, kind, most = "x"));
        const KIND: Kind = Kind::new("a kind of file", Image);
        node.term("a method"); Other::new("another type"); format!("{} of", '\''); other!("another macro");
        let raw = r#"sentence!("in a text")"#;
        sentence!(
            "It must hold \
                 at least one.",
            why = crate::sentence::term("terms")
        )
    }
    #[cfg(test)]
    mod hostile_tests;
    #[cfg(test)]
    #[path = "mask_tests.rs"]
    mod tests;
    #[cfg(test)]
    mod inside { fn text() -> [u8; 1] { sentence!("of a {test}", test = '}') } }
    fn last() { sentence!("It goes on.") }`
  const found = scanRust(rust, 'src/idx/mod.rs')
  assert.deepEqual(found.sentences, [
    '“{name}” is "{kind}" of ±{most}.',
    'a kind of file',
    'It must hold at least one.',
    'terms',
    'It goes on.',
  ])
  assert.deepEqual(found.tests, ['src/idx/hostile_tests', 'src/idx/mask_tests'])
  const inside = scanRust('#[cfg(test)] mod tests;', 'src/kernels/mask.rs')
  assert.deepEqual(inside.tests, ['src/kernels/mask/tests'])
})

test('sentences are found where TypeScript says them', () => {
  const typescript = String.raw`
    /** A sentence, as sentence('in a comment'). */
    export function sentence(english: string) { return english }
    const regex = /sentence\('in a pattern'\)/
    throw NamedError.of('DataError', sentence('{file} isn\'t one.', { file }))
    said(sentence("Twice.")); page.sentence('a method'); sentence(unknown)
    sentence(${'`'}Without places.${'`'})`
  const { sentences } = scanTypeScript(typescript)
  assert.deepEqual(sentences, ["{file} isn't one.", 'Twice.', 'Without places.'])
})

test('a sentence is said with the clauses inside it', async () => {
  const { said, sentence, speak } = await compiled('shared/sentence.ts')
  const place = sentence('layer {number} ({kind})', { number: 3, kind: 'conv' })
  const why = sentence('{place} has no {role}', { role: 'bias', place })
  const whole = sentence('“{name}” cannot be imported: {why}.', { name: '{why}', why })
  const english = '“{why}” cannot be imported: layer 3 (conv) has no bias.'
  assert.equal(said(whole), english)
  speak(await engineStrings('ja'))
  assert.equal(said(whole), '「{why}」をインポートできません：第 3 層（conv）：bias がありません。')
  assert.equal(said('a name'), 'a name')
})
