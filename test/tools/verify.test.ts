/**
 * The verifier as an auditor runs it: a program of its own over a file, and a verdict in words whatever the file is.
 * The chains here are made by hand, apart from the desk; one is a desk's own.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fingerprintOf, makeSigner } from '../../main/journal/signing.ts'
import { signedLine, type Head } from '../../shared/journal/signed-head.ts'
import { workingDesk } from '../main/support/desk.ts'
import { testFolder } from '../main/support/folders.ts'
import { CARDS, ITEMS } from '../main/support/small-library.ts'

type Row = Readonly<Record<string, unknown>>

const TERMINAL = 'DPK7T5'

/** A journal of four entries, and its head as the desk says it. */
function made(): { readonly rows: readonly Row[]; readonly head: string } {
  let hash = '0'.repeat(64)
  const entries = [1, 2, 3, 4].map((seq) => {
    const content = JSON.stringify({ epoch: 1, kind: 'clock-confirmed', seq, terminal: TERMINAL, words: 'É' })
    hash = createHash('sha256').update(Buffer.from(hash, 'hex')).update(content, 'utf8').digest('hex')
    return { epoch: 1, seq, hash, content }
  })
  const first = { format: 'datestamp-journal', version: 1, terminal: TERMINAL }
  return { rows: [first, ...entries], head: `${TERMINAL}.1.4:${hash}` }
}

const linesOf = (rows: readonly Row[]): string[] => rows.map((row) => JSON.stringify(row))
const textOf = (lines: readonly string[]): string => `${lines.join('\n')}\n`
const WHOLE = textOf(linesOf(made().rows))
const { head: HEAD } = made()

type Verdict = { readonly status: number | null; readonly lines: readonly string[]; readonly error: string }

function run(...args: readonly string[]): Verdict {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/verify.mjs', ...args], { encoding: 'utf8' })
  // Whatever comes in, no stack of the program's own comes out.
  expect(`${stdout}${stderr}`).not.toMatch(/\n\s+at |node:internal|TypeError|SyntaxError/)
  return { status, lines: stdout.trim().split('\n'), error: stderr }
}

function verify(bytes: string | Buffer, ...args: readonly string[]): Verdict {
  const file = join(testFolder(), 'journal.jsonl')
  writeFileSync(file, bytes)
  return run(file, ...args)
}

/** The journal with one line put otherwise. Line 1 is its head. */
function withLine(number: number, line: string): string {
  return textOf(linesOf(made().rows).with(number - 1, line))
}

function withRow(number: number, change: Row): string {
  return withLine(number, JSON.stringify({ ...made().rows[number - 1], ...change }))
}

describe('a damaged line is named by its number, and the exit is 1', () => {
  test.each<[string, number, string]>([
    ['no JSON', 3, withLine(3, '{"epoch":1,')],
    ['null', 3, withLine(3, 'null')],
    ['a number', 3, withLine(3, '17')],
    ['a list', 3, withLine(3, '[]')],
    ['an entry without anything', 3, withLine(3, '{}')],
    ['content that is a number', 3, withRow(3, { content: 5 })],
    ['content that is null', 3, withRow(3, { content: null })],
    ['content that is no JSON', 3, withRow(3, { content: 'x' })],
    ['content that says null', 3, withRow(3, { content: 'null' })],
    ['no content', 3, withRow(3, { content: undefined })],
    ['no hash', 3, withRow(3, { hash: undefined })],
    ['a hash of another kind', 3, withRow(3, { hash: 12 })],
    ['a hash too short', 3, withRow(3, { hash: 'abcd' })],
    ['an epoch in letters', 3, withRow(3, { epoch: '1' })],
    ['an epoch of nought', 3, withRow(3, { epoch: 0 })],
    ['a seq of a fraction', 3, withRow(3, { seq: 2.5 })],
    ['a seq beyond all numbers', 3, withLine(3, JSON.stringify(made().rows[2]).replace('"seq":2', '"seq":1e999'))],
    ['no head line', 1, textOf(linesOf(made().rows).slice(1))],
    ['a head line that is null', 1, withLine(1, 'null')],
    ['a head line of another version', 1, withRow(1, { version: 2 })],
    ['a terminal that is a list', 1, withRow(1, { terminal: ['\u001B[2J'] })],
    ['a terminal with a control mark', 1, withRow(1, { terminal: '\u001B[2J' })],
  ])('%s', (_, line, text) => {
    const { status, lines } = verify(text)
    expect(status).toBe(1)
    expect(lines[0]).toMatch(new RegExp(`^line ${line}\\b`))
    expect(lines.join('\n')).not.toContain('\u001B')
  })

  test('a last line cut short anywhere', () => {
    const last = WHOLE.lastIndexOf('\n', WHOLE.length - 2) + 1
    for (const length of [last + 1, last + 40, WHOLE.length - 3]) {
      const { status, lines } = verify(WHOLE.slice(0, length))
      expect([status, lines[0]?.slice(0, 7)], `${length}`).toEqual([1, 'line 5:'])
    }
  })

  test('bytes that are no text', () => {
    const lines = linesOf(made().rows)
    const junk = Buffer.concat([
      Buffer.from(textOf(lines.slice(0, 2))),
      Buffer.from([0xff, 0xfe, 0, 1, 2, 0x80, 10]),
      Buffer.from(textOf(lines.slice(2))),
    ])
    expect(verify(junk)).toMatchObject({ status: 1, lines: [expect.stringMatching(/^line 3:/), expect.anything()] })
    expect(verify(Buffer.from(createHash('sha512').update('x').digest())).status).toBe(1)
  })

  test('a line of twenty million letters, without losing the lines behind it', () => {
    const { status, lines } = verify(withLine(3, 'x'.repeat(20_000_000)))
    expect([status, lines[0]?.slice(0, 7)]).toEqual([1, 'line 3:'])
    expect(lines.at(-1)).toContain('3 entries')
  })

  test('ten thousand of them, of which the first fifty are shown', () => {
    const { status, lines } = verify('nothing\n'.repeat(10_000))
    expect([status, lines.length]).toEqual([1, 52])
  })
})

describe('what is no journal', () => {
  test('an empty file, and one of empty lines, has no entry', () => {
    for (const text of ['', '\n\n']) expect(verify(text).status).toBe(1)
  })

  test('a file that is not there, and a folder, are named', () => {
    const folder = testFolder()
    const place = join(folder, 'place')
    mkdirSync(place)
    for (const path of [join(folder, 'nothing'), place]) {
      const { status, lines } = run(path)
      expect([status, lines[0]?.includes(path)]).toEqual([1, true])
    }
  })
})

describe('the head', () => {
  const hash = HEAD.split(':')[1] ?? ''

  test('is taken as the desk says it, and as the bare hash, in whatever case', () => {
    for (const head of [HEAD, hash, hash.toUpperCase(), ` ${HEAD}\n`]) expect(verify(WHOLE, head).status, head).toBe(0)
  })

  test('that a real desk answers is taken as it stands', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    const { file, head } = await desk.ok('journal.export', { to_file: join(testFolder(), 'journal.jsonl') })
    expect(run(file, head).status).toBe(0)
  })

  test('tells of an end that is missing, which nothing in the file does', () => {
    const short = textOf(linesOf(made().rows).slice(0, -1))
    expect(verify(short).status).toBe(3)
    for (const head of [HEAD, hash]) expect(verify(short, head).status).toBe(1)
  })

  test('of another place, or another hash, is another one', () => {
    for (const head of [HEAD.replace('.1.4:', '.1.5:'), HEAD.replace('DPK', 'XPK'), 'ab'.repeat(32)]) {
      expect(verify(WHOLE, head).status, head).toBe(1)
    }
  })

  test('that is empty, or no head, is bad use and no check left out', () => {
    for (const head of ['', ' ', 'abc', `${HEAD}0`, HEAD.slice(0, -1)]) {
      const { status, error } = verify(WHOLE, head)
      expect([status, error.split('\n').length > 1], head).toEqual([2, true])
    }
  })

  test('left out is said, and the exit is one of its own: the end may be missing', () => {
    expect(verify(WHOLE)).toMatchObject({ status: 3, lines: [expect.stringContaining('Not anchored')] })
    expect(verify(WHOLE, HEAD)).toMatchObject({ status: 0, lines: [expect.not.stringContaining('ot anchored')] })
  })

  test('two of them, or no file, are bad use', () => {
    expect([verify(WHOLE, HEAD, HEAD).status, run().status]).toEqual([2, 2])
  })
})

describe('a signed head', () => {
  const signer = makeSigner(new Uint8Array(32).fill(3))
  const other = makeSigner(new Uint8Array(32).fill(4))
  const KEY = signer.public_key
  const entries = made().rows.slice(1)
  const headAt = (seq: number): Head => {
    return { terminal: TERMINAL, epoch: 1, seq, hash: String(entries[seq - 1]?.['hash']), at_ms: 1_765_000_000_000 }
  }
  const SIGNED = signedLine(signer.sign(headAt(4)))
  const withSigned = (signed: unknown): string => withRow(1, { signed })

  test('in the file proves the end to whoever knows the key, or its fingerprint', () => {
    const text = withSigned(SIGNED)
    for (const key of [KEY, fingerprintOf(KEY), fingerprintOf(KEY).toUpperCase().replaceAll(' ', '-')]) {
      expect(verify(text, '--key', key).status, key).toBe(0)
    }
    expect(verify(text, '--key', other.public_key).status).toBe(1)
  })

  test('in the file proves no end to whoever does not, and says which key to ask for', () => {
    const { status, lines } = verify(withSigned(SIGNED))
    expect([status, lines[0]?.includes(fingerprintOf(KEY))]).toEqual([3, true])
  })

  test('tells of an end that was cut off, without any head on paper', () => {
    const short = textOf(withSigned(SIGNED).trim().split('\n').slice(0, -1))
    expect([verify(short).status, verify(short, '--key', KEY).status]).toEqual([1, 1])
  })

  test('is taken as a line and as a file too', () => {
    const file = join(testFolder(), 'head.signed')
    writeFileSync(file, `${SIGNED}\n`)
    for (const given of [SIGNED, file]) {
      expect(verify(WHOLE, given, '--key', KEY).status, given).toBe(0)
      expect(verify(WHOLE, given).status, given).toBe(3)
    }
  })

  test('of an earlier end proves the entries up to there', () => {
    const earlier = signedLine(signer.sign(headAt(2)))
    expect(verify(WHOLE, earlier, '--key', KEY)).toMatchObject({
      status: 3,
      lines: [expect.stringContaining(`${TERMINAL}.1.2`)],
    })
    const rewritten = made()
    const lines = linesOf(rewritten.rows).slice(0, 2)
    expect(verify(textOf(lines), earlier, '--key', KEY).status).toBe(1)
  })

  test('of entries that were rewritten does not match, though their chain was made again', () => {
    let hash = '0'.repeat(64)
    const rewritten = entries.map((row) => {
      const content = String(row['content']).replace('É', 'E')
      hash = createHash('sha256').update(Buffer.from(hash, 'hex')).update(content, 'utf8').digest('hex')
      return { ...row, content, hash }
    })
    const text = textOf(linesOf([made().rows[0] ?? {}, ...rewritten]))
    expect([verify(text).status, verify(text, SIGNED, '--key', KEY).status]).toEqual([3, 1])
    const ownHead = { ...headAt(4), hash }
    expect(verify(text, signedLine(other.sign(ownHead)), '--key', KEY).status).toBe(1)
    const forged = { ...signer.sign(headAt(4)), hash }
    expect(verify(text, signedLine(forged), '--key', KEY).status).toBe(1)
  })

  test.each([
    ['the head is no signed one', withSigned('datestamp-head 1 x'), []],
    ['the head is a number', withSigned(5), []],
    ['a key was given, and nothing is signed', WHOLE, ['--key', KEY]],
  ])('%s: exit 1', (_, text, args) => {
    expect(verify(text, ...args).status).toBe(1)
  })

  test('a key that is none, and an option that is not known, are bad use', () => {
    for (const args of [['--key', 'abc'], ['--key', ''], ['--key'], ['--keys', KEY]]) {
      expect(verify(WHOLE, ...args).status, args.join(' ')).toBe(2)
    }
  })
})

test('whatever the file holds, it ends in a verdict', () => {
  const lines = linesOf(made().rows)
  const junk = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.record({ epoch: fc.jsonValue(), seq: fc.jsonValue(), hash: fc.jsonValue(), content: fc.jsonValue() }),
    fc.record({ format: fc.constant('datestamp-journal'), version: fc.constant(1), signed: fc.jsonValue() }),
  )
  const damaged = fc.tuple(fc.nat(4), junk).map(([at, value]) => {
    const line = typeof value === 'string' ? value : JSON.stringify(value)
    return { whole: false, text: textOf(lines.with(at, line)) }
  })
  const cut = fc
    .nat(WHOLE.length - 1)
    .map((length) => ({ whole: length === WHOLE.length - 1, text: WHOLE.slice(0, length) }))
  fc.assert(
    fc.property(fc.oneof(damaged, cut), ({ whole, text }) => {
      expect(verify(text, HEAD).status).toBe(whole ? 0 : 1)
    }),
    { numRuns: 40 },
  )
})

test('an entry that was changed, taken out or moved is named by its line and its place', () => {
  const lines = linesOf(made().rows)
  const changed = withRow(3, { content: String(made().rows[2]?.['content']).replace('É', 'E') })
  for (const text of [
    changed,
    textOf(lines.toSpliced(2, 1)),
    textOf(lines.toSpliced(2, 2, ...lines.slice(2, 4).toReversed())),
  ]) {
    const { status, lines: said } = verify(text, HEAD)
    expect([status, said[0]?.startsWith(`line 3, entry ${TERMINAL}.1.`)]).toEqual([1, true])
  }
})
