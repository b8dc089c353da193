const MOST_BITS = 12

/** Compresses numbers of so many bits as GIFs have them: LZW, in codes that grow by a bit at a time. */
export function compressed(numbers: Uint8Array, bits: number): Uint8Array {
  const [clear, end] = [1 << bits, (1 << bits) + 1]
  const out = new BitWriter(numbers.length)
  // A string is the code of all but its last number, and that.
  let codes = new Map<number, number>()
  let width = bits + 1
  let next = end + 1
  out.write(clear, width)
  let string = numbers[0] ?? 0
  for (let at = 1; at < numbers.length; at += 1) {
    const number = numbers[at] ?? 0
    const longer = (string << bits) | number
    const known = codes.get(longer)
    if (known !== undefined) {
      string = known
      continue
    }
    out.write(string, width)
    string = number
    if (next < 1 << MOST_BITS) {
      // The reader is one code behind.
      if (next === 1 << width) width += 1
      codes.set(longer, next)
      next += 1
    } else {
      out.write(clear, width)
      codes = new Map()
      width = bits + 1
      next = end + 1
    }
  }
  out.write(string, width)
  out.write(end, width)
  return out.bytes()
}

/** Codes of any width, the lowest bit first. */
class BitWriter {
  #bytes: Uint8Array
  #length = 0
  #open = 0
  #count = 0

  constructor(expected: number) {
    this.#bytes = new Uint8Array(expected + 16)
  }

  write(code: number, width: number): void {
    this.#open |= code << this.#count
    this.#count += width
    while (this.#count >= 8) {
      this.#push(this.#open & 255)
      this.#open >>>= 8
      this.#count -= 8
    }
  }

  bytes(): Uint8Array {
    if (this.#count > 0) this.#push(this.#open & 255)
    this.#count = 0
    return this.#bytes.subarray(0, this.#length)
  }

  #push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes[this.#length] = byte
    this.#length += 1
  }
}
