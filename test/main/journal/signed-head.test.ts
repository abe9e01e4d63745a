/** A signed head: genuine as it was signed, and not with any letter of it changed, nor under another key. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fingerprintOf, genuine, makeSigner } from '../../../main/journal/signing.ts'
import { readSignedLine, signedLine } from '../../../shared/journal/signed-head.ts'

const KEY = new Uint8Array(32).fill(3)
const HEAD = { terminal: 'K4N7QW', epoch: 1, seq: 480, hash: 'ab'.repeat(32), at_ms: 1_765_000_000_000 }
const LINE = signedLine(makeSigner(KEY).sign(HEAD))

describe('a signed head', () => {
  test('reads back as it was, and signing it again gives the same line', () => {
    expect(genuine(LINE)).toMatchObject({ ...HEAD, public_key: makeSigner(KEY).public_key })
    expect(genuine(`${LINE}\n`)).not.toBeNull()
    expect(signedLine(makeSigner(KEY).sign(HEAD))).toBe(LINE)
  })

  test('with any one character changed is not genuine', () => {
    fc.assert(
      fc.property(fc.nat(LINE.length - 1), fc.constantFrom('0', '1', 'a', 'Z', ' ', '.'), (at, letter) => {
        const changed = LINE.slice(0, at) + letter + LINE.slice(at + 1)
        expect(genuine(changed) === null).toBe(changed.trim() !== LINE)
      }),
    )
  })

  test('under another key’s name is not genuine', () => {
    const other = makeSigner(new Uint8Array(32).fill(4))
    const signed = makeSigner(KEY).sign(HEAD)
    expect(genuine(signedLine({ ...signed, public_key: other.public_key }))).toBeNull()
  })

  test.each(['', 'datestamp-head 1', LINE.slice(0, -1), `${LINE} ${LINE}`, LINE.replace('.480:', '.0:')])(
    'is not read from “%s”',
    (text) => {
      expect(readSignedLine(text)).toBeNull()
    },
  )
})

test('a fingerprint is eight groups of four, and another key has another', () => {
  const [one, other] = [3, 4].map((byte) => fingerprintOf(makeSigner(new Uint8Array(32).fill(byte)).public_key))
  expect(one).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/)
  expect(one).not.toBe(other)
})
