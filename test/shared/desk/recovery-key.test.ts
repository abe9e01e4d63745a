/** The recovery key on paper: it comes back as it was, however it is typed; a slip of the hand is told by its group. */
import { expect, test } from 'vitest'
import { checkGroups, drawnGroups, readRecoveryKey, recoveryKeyOf } from '../../../shared/kernel/recovery-key.ts'
import { seededRandom } from '../../main/support/fakes.ts'

const KEYS = Array.from({ length: 40 }, (_none, seed) => seededRandom(seed + 1).bytes(32))
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

test('thirteen groups of five, in letters that are not taken for one another', () => {
  for (const key of [...KEYS, new Uint8Array(32), new Uint8Array(32).fill(255)]) {
    const groups = recoveryKeyOf(key)
    expect(groups).toHaveLength(13)
    for (const group of groups) expect(group).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}$/)
    expect(readRecoveryKey(groups.join(' '))).toEqual({ kind: 'key', key })
  }
})

test.each([
  ['in small letters', (text: string) => text.toLowerCase()],
  ['without a space', (text: string) => text.replaceAll(' ', '')],
  ['with dashes and line ends', (text: string) => text.replaceAll(' ', '-\n')],
  ['with O for 0 and I for 1', (text: string) => text.replaceAll('0', 'O').replaceAll('1', 'I')],
  ['with l for 1', (text: string) => text.replaceAll('1', 'l')],
])('typed %s it is the same key', (_, retyped) => {
  for (const key of KEYS) expect(readRecoveryKey(retyped(recoveryKeyOf(key).join(' ')))).toEqual({ kind: 'key', key })
})

test('every single wrong letter is told, with its group', () => {
  const text = recoveryKeyOf(KEYS[0] ?? new Uint8Array(32)).join('')
  for (let at = 0; at < text.length; at += 1) {
    for (const letter of LETTERS) {
      if (letter === text[at]) continue
      const typed = text.slice(0, at) + letter + text.slice(at + 1)
      expect(readRecoveryKey(typed)).toEqual({ kind: 'group', group_number: Math.floor(at / 5) + 1 })
    }
  }
})

test('two neighbours that changed places, and two groups that did, are told', () => {
  for (const key of KEYS) {
    const groups = recoveryKeyOf(key)
    const text = groups.join('')
    for (let at = 0; at + 1 < text.length; at += 1) {
      const [one = '', other = ''] = text.slice(at, at + 2)
      if (one === other) continue
      expect(readRecoveryKey(text.slice(0, at) + other + one + text.slice(at + 2)).kind).toBe('group')
    }
    const [first = '', second = '', ...rest] = groups
    if (first !== second) expect(readRecoveryKey([second, first, ...rest].join('')).kind).toBe('group')
  }
})

test('too few letters are counted; nothing at all is no key', () => {
  const groups = recoveryKeyOf(KEYS[3] ?? new Uint8Array(32))
  expect(readRecoveryKey(groups.slice(1).join(' '))).toEqual({ kind: 'length', letters_count: 60, needed_count: 65 })
  expect(readRecoveryKey('')).toEqual({ kind: 'length', letters_count: 0, needed_count: 65 })
})

test('two groups are drawn, different ones, each of the thirteen now and then', () => {
  const random = seededRandom(7)
  const drawn = Array.from({ length: 400 }, () => drawnGroups(random))
  expect(drawn.every(([lower, higher]) => lower >= 1 && lower < higher && higher <= 13)).toBe(true)
  expect(new Set(drawn.flat()).size).toBe(13)
})

test.each([
  ['both as on the paper', [3, 9], [3, 9], 'right'],
  ['in the other order', [3, 9], [9, 3], 'group'],
  ['the first of them twice', [3, 9], [3, 3], 'group'],
] as const)('two groups typed: %s', (_what, asked, typed, kind) => {
  const groups = recoveryKeyOf(KEYS[3] ?? new Uint8Array(32))
  const [one, other] = typed.map((number) => groups[number - 1] ?? '')
  expect(checkGroups(groups, asked, [one ?? '', other ?? '']).kind).toBe(kind)
})

test('what is no group is a slip: nothing, too little, too much', () => {
  const groups = recoveryKeyOf(KEYS[3] ?? new Uint8Array(32))
  for (const typed of ['', '7', `${groups[1] ?? ''}A`])
    expect(checkGroups(groups, [1, 2], [groups[0] ?? '', typed])).toEqual({ kind: 'group', group_number: 2 })
})
