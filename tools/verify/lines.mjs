// The lines of an exported journal, whatever the file is, and the objects in them, for tools/verify.mjs.

/** @typedef {Readonly<Record<string, unknown>>} Row */

/** An entry is a few hundred bytes; anything longer than this is not a line of a journal. */
const LINE_BYTES_MAX = 16 * 1024 * 1024

/**
 * Every line as bytes; null for one that is too long to be one.
 * @param {AsyncIterable<Buffer>} stream
 * @returns {AsyncGenerator<Buffer | null>}
 */
export async function* linesOf(stream) {
  /** @type {Buffer[]} */
  let parts = []
  let length = 0
  const taken = () => {
    const line = length > LINE_BYTES_MAX ? null : Buffer.concat(parts)
    parts = []
    length = 0
    return line
  }
  const add = (/** @type {Buffer} */ part) => {
    length += part.length
    if (length <= LINE_BYTES_MAX) parts.push(part)
    else parts = []
  }
  for await (const chunk of stream) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      add(chunk.subarray(from, end))
      yield taken()
      from = end + 1
    }
    add(chunk.subarray(from))
  }
  if (length > 0) yield taken()
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * The object of a line; a sentence when there is none.
 * @param {Buffer | null} line
 * @returns {Row | string}
 */
export function objectIn(line) {
  if (line === null) return 'is too long for a line of a journal'
  /** @type {unknown} */
  let value
  try {
    value = JSON.parse(utf8.decode(line))
  } catch {
    return 'cannot be read: it is damaged, or cut short'
  }
  return isObject(value) ? value : 'is no entry'
}

/**
 * @param {unknown} value
 * @returns {value is Row}
 */
export function isObject(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
