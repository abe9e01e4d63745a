// Checks an exported journal without Datestamp: plain Node, no file of the project but its folder verify/, which was
// written apart. Usage: node tools/verify.mjs journal.jsonl [head] [--key KEY] [--z END ...]. The head is what the
// desk said at the export, its hash alone, or a signed head: the line, or the file head.signed of a desk or a backup.
// An export holds a signed head of its own. KEY is the desk's public key, or its fingerprint as a backup's note has it.
// END is what a Z report on paper says of the journal, "ENTRIES:DIGITS" or the digits alone: that end must be in the
// file. What the entries of drawers come to is reckoned again, and each difference told.
// Exits with 0 when every seal matches and the end is the one that the head, or a head signed with KEY, names; with 1
// when something does not match; 2 on bad use; 3 when every seal matches and nothing proves the end.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { parseArgs } from 'node:util'
import { Drawers } from './verify/drawers.mjs'
import { fingerprintOf, headFrom, isGenuine, readPrinted, readSigned } from './verify/heads.mjs'
import { isObject, linesOf, objectIn } from './verify/lines.mjs'

const SHOWN_MAX = 50
const HASH = /^[0-9a-f]{64}$/

const usage = 'usage: node tools/verify.mjs journal.jsonl [head] [--key KEY] [--z END ...]'

/**
 * @param {string} why
 * @returns {never}
 */
function badUse(why) {
  console.error(`${why}\n${usage}`)
  process.exit(2)
}

/** @typedef {import("./verify/heads.mjs").SignedHead} SignedHead */
/** @typedef {import("./verify/heads.mjs").Head} Head */
/** @typedef {Readonly<Record<string, unknown>>} Row */

/** @type {string[]} */
const problems = []
let problemsCount = 0

/** @param {string} says */
function problem(says) {
  problemsCount += 1
  if (problems.length < SHOWN_MAX) problems.push(says)
}

const isNumber = (/** @type {unknown} */ value) => Number.isSafeInteger(value) && Number(value) > 0

/** @typedef {{ epoch: number, seq: number, hash: string, content: string }} Entry */

/**
 * The entry of a row; or what is wrong with it before its seal is looked at.
 * @param {Row} row
 * @returns {Entry | string}
 */
function entryIn({ epoch, seq, hash, content }) {
  if (!isNumber(epoch)) return 'its "epoch" is no whole number above 0'
  if (!isNumber(seq)) return 'its "seq" is no whole number above 0'
  if (typeof hash !== 'string' || !HASH.test(hash)) return 'its "hash" is no seal of 64 letters and digits'
  if (typeof content !== 'string') return 'its "content" is no text'
  return { epoch: Number(epoch), seq: Number(seq), hash, content }
}

/**
 * The place that the content of an entry names, as JSON; null when it cannot be read.
 * @param {string} content
 */
function placeIn(content) {
  try {
    /** @type {unknown} */
    const said = JSON.parse(content)
    return isObject(said) ? JSON.stringify([said['terminal'], said['epoch'], said['seq']]) : null
  } catch {
    return null
  }
}

/** The chain so far; the terminal is empty when the file does not say it. */
const chain = { terminal: '', epoch: 0, seq: 0, hash: '0'.repeat(64), count: 0 }
/**
 * What is signed, by the caller's word or the file's, and the hash that the chain has at that place.
 * @type {{ head: SignedHead | null, found: string }}
 */
const signed = { head: null, found: '' }
const drawers = new Drawers()
/** @type {{ count: number | null, hash: string, isFound: boolean }[]} */
const printed = []
const headNow = () => `${chain.terminal || '?'}.${chain.epoch}.${chain.seq}:${chain.hash}`

/**
 * @param {Row} row
 * @param {number} line
 * @returns {boolean} whether it is the head of a journal
 */
function takeFirst(row, line) {
  const { format, version, terminal } = row
  const isKnown = format === 'datestamp-journal' && version === 1
  if (!isKnown || typeof terminal !== 'string' || !/^[\w-]{1,64}$/.test(terminal)) {
    problem(`line ${line}: is not the head of a journal of version 1`)
    return format !== undefined
  }
  chain.terminal = terminal
  if (row['signed'] === undefined || row['signed'] === null) return true
  const own = readSigned(row['signed'])
  if (own === null) problem(`line ${line}: its "signed" is no signed head`)
  else signed.head ??= own
  return true
}

/**
 * @param {Row} row
 * @param {number} line
 */
function takeEntry(row, line) {
  const entry = entryIn(row)
  if (typeof entry === 'string') return problem(`line ${line}: ${entry}`)
  const { epoch, seq, hash, content } = entry
  const place = `${chain.terminal || '?'}.${epoch}.${seq}`
  const where = `line ${line}, entry ${place}`
  const follows = epoch === chain.epoch ? seq === chain.seq + 1 : epoch > chain.epoch && seq === 1
  if (!follows) problem(`${where}: something is missing before it`)
  const sealed = createHash('sha256').update(Buffer.from(chain.hash, 'hex')).update(content, 'utf8').digest('hex')
  if (sealed !== hash) problem(`${where}: its seal does not match its content and the one before`)
  const named = placeIn(content)
  if (named === null) problem(`${where}: its content cannot be read`)
  else if (chain.terminal !== '' && named !== JSON.stringify([chain.terminal, epoch, seq]))
    problem(`${where}: its content names another place`)
  Object.assign(chain, { epoch, seq, hash, count: chain.count + 1 })
  if (signed.head !== null && place.toUpperCase() === signed.head.place) signed.found = hash
  for (const end of printed) {
    if (end.hash === hash && (end.count === null || end.count === chain.count)) end.isFound = true
  }
  drawers.take({ content, hash, count: chain.count, place, where }, problem)
}

/** Ends that Z reports on paper name. */
function comparePrinted() {
  for (const { count, hash, isFound } of printed) {
    if (isFound) continue
    const after = count === null ? '' : ` after ${count} entries`
    const isShort = count !== null && count > chain.count
    const why = isShort ? 'the end was cut off' : 'entries were changed or taken out'
    problem(`The Z on paper names the end ${hash.slice(0, 8)}…${after}, which is not there: ${why}.`)
  }
}

/**
 * What went wrong with the file itself, in words.
 * @param {unknown} fault
 * @param {string} file
 */
function saidOf(fault, file) {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown'
  if (code === 'ENOENT') return `There is no file ${file}.`
  if (code === 'EISDIR') return `${file} is a folder. Name the file that the desk exported.`
  if (code === 'EACCES' || code === 'EPERM') return `${file} may not be read by you.`
  return `${file} could not be read to its end (${code}).`
}

/** @param {string} file */
async function walk(file) {
  let line = 0
  let isFirst = true
  for await (const bytes of linesOf(createReadStream(file))) {
    line += 1
    if (bytes !== null && bytes.toString('latin1').trim() === '') continue
    const row = objectIn(bytes)
    if (typeof row === 'string') problem(`line ${line}: ${row}`)
    else if (!isFirst || !takeFirst(row, line)) takeEntry(row, line)
    isFirst = false
  }
  if (chain.count === 0) problem('There is no entry in it.')
}

/** @param {Head} head */
function compareHead(head) {
  const [place = ''] = headNow().split(':')
  if (chain.hash !== head.hash) problem(`It ends at ${headNow()}, and not at the head that was given.`)
  else if (head.place !== '' && head.place !== place.toUpperCase()) {
    problem(`It ends at ${place}, and the head that was given is of ${head.place}.`)
  }
}

/**
 * Whether a signed head proves the end. A head that is signed by nobody in particular proves nothing.
 * @param {string} key the fingerprint that the caller knows; empty: none
 */
function compareSigned(key) {
  const { head, found } = signed
  if (head === null) {
    if (key !== '') problem('It holds no signed head, and none was given, so that the key proves nothing.')
    return false
  }
  if (!isGenuine(head)) problem(`The signature of the head ${head.place} does not fit the key that it names.`)
  else if (key !== '' && fingerprintOf(head.key) !== key) problem('The head is signed with another key than the given.')
  if (found === '') problem(`The signed head is ${head.place}, which is not there: the end was cut off.`)
  else if (found !== head.hash) problem(`The entry ${head.place} is another than the one that was signed.`)
  return key !== '' && found !== '' && found === chain.hash
}

/** What is not proved, in words. */
function notAnchored() {
  const { head } = signed
  if (head === null) {
    return 'no head was given, so entries may be missing at its end. Give the head that the desk said when it exported.'
  }
  if (head.hash !== chain.hash) return `the entries after ${head.place} are not signed.`
  const by = fingerprintOf(head.key).match(/.{4}/g)?.join(' ')
  return `its head is signed with the key ${by}. Compare that with the paper, and give it as --key.`
}

/** @param {boolean} isAnchored */
function verdict(isAnchored) {
  const entries = `${chain.count} ${chain.count === 1 ? 'entry' : 'entries'}, head ${headNow()}`
  const count = `${problemsCount} ${problemsCount === 1 ? 'problem' : 'problems'}`
  if (problemsCount > 0) return `Does not hold: ${entries}, ${count}.`
  if (isAnchored) return `Holds: ${entries}, 0 problems. It ends where the head says.`
  return `Holds as far as it goes: ${entries}, 0 problems. Not anchored: ${notAnchored()}`
}

/** @returns {{ readonly positionals: readonly string[], readonly key: string }} */
function asked() {
  try {
    const options = /** @type {const} */ ({ key: { type: 'string' }, z: { type: 'string', multiple: true } })
    const { positionals, values } = parseArgs({ allowPositionals: true, options })
    for (const text of values.z ?? []) {
      const end = readPrinted(text)
      if (end === null) badUse('That is no end of the journal as a Z report has it.')
      else printed.push({ ...end, isFound: false })
    }
    const text = (values.key ?? '').toLowerCase().replaceAll(/[\s:-]/g, '')
    const key = text.length === 64 ? fingerprintOf(text) : text
    if (values.key !== undefined && !/^[0-9a-f]{32}$/.test(key)) badUse('That is no public key, nor its fingerprint.')
    return { positionals, key }
  } catch {
    return badUse('There is an option that is not known.')
  }
}

const { positionals, key } = asked()
const [file, headText, ...others] = positionals
if (!file || others.length > 0) badUse(file ? 'There is more than a file and a head.' : 'No file was named.')
const given = headText === undefined ? null : headFrom(headText)
if (headText !== undefined && given === null) {
  badUse(
    headText.trim() === ''
      ? 'The head is empty: leave it out, or give the one that the desk said when it exported.'
      : 'That is no head: it is what the desk said when it exported, the hash at its end, or a signed head.',
  )
}
const head = given?.key === undefined ? given : null
if (given?.key !== undefined) signed.head = given
let isAnchored = false
try {
  await walk(file)
  comparePrinted()
  const isSigned = compareSigned(key)
  if (head) compareHead(head)
  isAnchored = isSigned || head !== null
} catch (fault) {
  problem(saidOf(fault, file))
}
for (const says of problems) console.log(says)
if (problemsCount > problems.length) console.log(`and ${problemsCount - problems.length} more`)
if (drawers.summary() !== '') console.log(drawers.summary())
console.log(verdict(isAnchored))
process.exitCode = problemsCount > 0 ? 1 : isAnchored ? 0 : 3
