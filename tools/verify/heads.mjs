// The ends of a journal as tools/verify.mjs is given them: in words, signed, and as a Z report has
// them on paper.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ place: string, hash: string, key?: undefined }} Head */
/**
 * `text`: what is signed.
 * @typedef {{ place: string, hash: string, text: string, key: string, signature: string }} SignedHead
 */

/**
 * "TERMINAL.epoch.seq:hash", or the hash alone. Null: neither.
 * @param {string} text
 * @returns {Head | null}
 */
function readHead(text) {
  const [, place = '', hash = ''] = /^(?:(.*\.\d+\.\d+):)?([0-9a-f]{64})$/.exec(text.trim().toLowerCase()) ?? []
  // Terminals are written in capital letters.
  return hash === '' ? null : { place: place.toUpperCase(), hash }
}

/**
 * "datestamp-head 1 TERMINAL.epoch.seq:hash moment public-key signature". Null: no such line.
 * @param {unknown} line
 * @returns {SignedHead | null}
 */
export function readSigned(line) {
  const form =
    /^(datestamp-head 1 ([\w-]{1,64}\.\d{1,9}\.\d{1,9}):([0-9a-f]{64}) \d{1,15} ([0-9a-f]{64})) ([0-9a-f]{128})$/
  const [, text = '', place = '', hash = '', key = '', signature = ''] = form.exec(String(line).trim()) ?? []
  return text === '' ? null : { text, place: place.toUpperCase(), hash, key, signature }
}

/** @param {string} key */
export const fingerprintOf = (key) => createHash('sha256').update(Buffer.from(key, 'hex')).digest('hex').slice(0, 32)

/** @param {SignedHead} head */
export function isGenuine({ text, key, signature }) {
  try {
    const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(key, 'hex')])
    const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' })
    return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'hex'))
  } catch {
    return false
  }
}

/**
 * The head that was given: as text, as a signed line, or as a file that holds one of these.
 * @param {string} given
 */
export function headFrom(given) {
  const head = readSigned(given) ?? readHead(given)
  if (head !== null || !existsSync(given)) return head
  try {
    const text = readFileSync(given, 'utf8')
    return readSigned(text) ?? readHead(text)
  } catch {
    return null
  }
}

/** @typedef {{ count: number | null, hash: string }} PrintedHead */

/**
 * The end of the journal as a Z has it on paper: how many entries, then the digits in groups. Null: it is none.
 * @param {string} text
 * @returns {PrintedHead | null}
 */
export function readPrinted(text) {
  const form = /^(?:(\d{1,15}):)?([0-9a-f]{64})$/
  const found = form.exec(text.toLowerCase().replaceAll(/\s/g, ''))
  return found === null ? null : { count: found[1] === undefined ? null : Number(found[1]), hash: found[2] ?? '' }
}
