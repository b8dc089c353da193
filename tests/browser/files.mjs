// Images and ZIP files made for a test, and how a person lets them fall onto the page.
import { crc32, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { findMnist, readMnist } from '../../scripts/mnist.mjs'

/** A file of MNIST, unpacked. */
export const mnist = async (name) => readMnist(await findMnist(), name)

/** Files of MNIST as people have them, packed, as `[name, bytes]`. */
export const packedMnist = (...names) =>
  Promise.all(names.map(async (name) => [`${name}.gz`, gzipSync(await mnist(name), { level: 1 })]))

/** A number as so many bytes, the highest first. */
export const number = (bytes, value) => {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUIntBE(value, 0, bytes)
  return buffer
}

/** A grey PNG of these rows, each behind a zero. */
function encoded(width, height, rows) {
  const chunk = (type, body) => {
    const named = Buffer.concat([Buffer.from(type), body])
    return Buffer.concat([number(4, body.length), named, number(4, crc32(named))])
  }
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk(
      'IHDR',
      Buffer.concat([number(4, width), number(4, height), Buffer.from([8, 0, 0, 0, 0])]),
    ),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A grey PNG of the pixels `pixel(x, y)`. */
export function png(width, height, pixel) {
  const rows = Array.from({ length: height }, (_, y) => [
    0,
    ...Array.from({ length: width }, (_, x) => pixel(x, y)),
  ])
  return encoded(width, height, Buffer.from(rows.flat()))
}

/** A black image of many pixels and few bytes. */
export const blank = (side) => encoded(side, side, Buffer.alloc((side + 1) * side))

/** An image of one grey. */
export const plain = (grey, size = 30) => png(size, size, () => grey)

/** A ZIP file of `[path, bytes]`. */
export function zip(files) {
  const little = (bytes, value) => number(bytes, value).reverse()
  const locals = []
  const entries = []
  let offset = 0
  for (const [path, bytes] of files) {
    const name = Buffer.from(path)
    const packed = deflateRawSync(bytes)
    const about = Buffer.concat([
      little(2, 20),
      little(2, 0),
      little(2, 8),
      little(4, 0x21),
      little(4, crc32(bytes)),
      little(4, packed.length),
      little(4, bytes.length),
      little(2, name.length),
      little(2, 0),
    ])
    locals.push(Buffer.from('PK\x03\x04'), about, name, packed)
    entries.push(
      Buffer.from('PK\x01\x02'),
      little(2, 20),
      about,
      Buffer.alloc(10),
      little(4, offset),
      name,
    )
    offset += 4 + about.length + name.length + packed.length
  }
  const directory = Buffer.concat(entries)
  const end = [
    Buffer.from('PK\x05\x06'),
    Buffer.alloc(4),
    little(2, files.length),
    little(2, files.length),
    little(4, directory.length),
    little(4, offset),
    Buffer.alloc(2),
  ]
  return Buffer.concat([...locals, directory, ...end])
}

/** Chooses files with the page's button. */
export const choose = (page, files) =>
  page.setInputFiles(
    '#files',
    files.map(([name, buffer]) => ({ name, mimeType: '', buffer })),
  )

/** Lets files fall onto the page. */
export async function drop(page, files) {
  const carried = await page.evaluateHandle(
    (files) => {
      const transfer = new DataTransfer()
      for (const [name, base64, type] of files) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
        transfer.items.add(new File([bytes], name, { type }))
      }
      return transfer
    },
    files.map(([name, bytes, type = '']) => [name, bytes.toString('base64'), type]),
  )
  await page.dispatchEvent('body', 'drop', { dataTransfer: carried })
}
