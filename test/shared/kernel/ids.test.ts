/** Identifiers: UUIDv7 in the order of time, codes and references that are read strictly. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { branchCode, commandId, parseCommandId, patronId, type Random } from '../../../shared/kernel/ids.ts'
import { instant } from '../../../shared/kernel/time.ts'

function randomOf(bytes: Uint8Array): Random {
  return { bytes: (length) => Uint8Array.from({ length }, (_, at) => bytes[at % bytes.length] ?? 0) }
}

const anyBytes = fc.uint8Array({ minLength: 1, maxLength: 16 })
const anyTime = fc.integer({ min: 0, max: 2 ** 48 - 1 }).map((at_ms) => instant(at_ms))

test('a command id is a UUIDv7 that carries its time', () => {
  fc.assert(
    fc.property(anyTime, anyBytes, (now, bytes) => {
      const id = commandId(now, randomOf(bytes))
      expect(parseCommandId(id)).toBe(id)
      expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now)
    }),
  )
})

test('later command ids sort after earlier ones, whatever the random bytes', () => {
  fc.assert(
    fc.property(anyTime, fc.integer({ min: 1, max: 100_000 }), anyBytes, anyBytes, (now, later, one, other) => {
      fc.pre(now + later < 2 ** 48)
      expect(commandId(now, randomOf(one)) < commandId(instant(now + later), randomOf(other))).toBe(true)
    }),
  )
})

test('what is not one is refused', () => {
  expect(parseCommandId('01909c3e-7c00-4000-8000-000000000001')).toBeNull()
  expect(parseCommandId('01909C3E-7C00-7000-8000-000000000001')).toBeNull()
  expect(() => commandId(instant(-1), randomOf(new Uint8Array(1)))).toThrow('48 bits')
  expect(() => patronId(0)).toThrow('record number')
  expect(() => patronId(1.5)).toThrow('record number')
  for (const code of ['', ' MAIN', 'A\nB', '*', 'x'.repeat(65)]) expect(() => branchCode(code)).toThrow('not a code')
  expect(branchCode('Bücherei Nord/2')).toBe('Bücherei Nord/2')
})
