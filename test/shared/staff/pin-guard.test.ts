/** Guessing at PINs pauses the person and slows the desk down, is forgiven by nobody else, and is told. */
import { describe, expect, test } from 'vitest'
import { instant, MS_PER_MINUTE, type Instant } from '../../../shared/kernel/time.ts'
import {
  afterNoBadge,
  afterRight,
  afterTold,
  afterWrong,
  badgesPausedUntil,
  guardFrom,
  looksLikeBadge,
  NO_GUARD,
  pausedUntil,
  untold,
  type Guard,
} from '../../../shared/staff/pin-guard.ts'

const NOW = instant(Date.UTC(2026, 10, 24, 17, 7))
const later = (minutes: number): Instant => instant(NOW + minutes * MS_PER_MINUTE)

function wrong(guard: Guard, initials: string, times: number, at = NOW): Guard {
  return Array.from({ length: times }).reduce<Guard>((next) => afterWrong(next, initials, at), guard)
}

describe('one person', () => {
  test('is paused by the fifth wrong PIN, for two minutes; others go on', () => {
    expect(pausedUntil(wrong(NO_GUARD, 'BC', 4), 'BC', NOW)).toBeNull()
    const guard = wrong(NO_GUARD, 'bc ', 5)
    expect(pausedUntil(guard, 'BC', NOW)).toBe(later(2))
    expect(pausedUntil(guard, 'RO', NOW)).toBeNull()
    expect(pausedUntil(guard, 'BC', later(2))).toBeNull()
  })

  test.each([
    [1, 2],
    [2, 5],
    [3, 15],
    [4, 60],
    [5, 60],
  ])('pause %i lasts %i minutes', (pauses, minutes) => {
    let guard: Guard = NO_GUARD
    let at = NOW
    for (let count = 1; count <= pauses; count += 1) {
      at = instant(at + 61 * MS_PER_MINUTE)
      // Others sign in between, and forgive nothing.
      guard = afterRight(wrong(guard, 'BC', 5, at), 'RO')
    }
    expect(pausedUntil(guard, 'BC', at)).toBe(at + minutes * MS_PER_MINUTE)
  })

  test('is forgiven by the right PIN', () => {
    const guard = afterRight(wrong(NO_GUARD, 'BC', 4), 'BC')
    expect(pausedUntil(wrong(guard, 'BC', 4), 'BC', NOW)).toBeNull()
  })

  test('who does not exist is counted alike', () => {
    expect(pausedUntil(wrong(NO_GUARD, 'XX', 5), 'XX', NOW)).toBe(later(2))
  })
})

describe('a desk where many names are tried', () => {
  const names = (count: number): readonly string[] => Array.from({ length: count }, (_none, index) => `N${index}`)
  const tried = (count: number, at = NOW): Guard =>
    names(count).reduce<Guard>((next, name) => wrong(next, name, 1, at), NO_GUARD)

  test.each([15, 16, 60, 500])('waits half a minute after %i wrong ones, never longer', (count) => {
    expect(pausedUntil(tried(14), 'RO', NOW)).toBeNull()
    expect(pausedUntil(tried(count), 'RO', NOW)).toBe(later(0.5))
  })

  test('is forgiven by nobody’s PIN, and by an hour without a wrong one', () => {
    const guard = afterRight(tried(14), 'RO')
    expect(pausedUntil(wrong(guard, 'BC', 1, later(59)), 'RO', later(59))).toBe(later(59.5))
    expect(pausedUntil(wrong(guard, 'BC', 1, later(60)), 'RO', later(60))).toBeNull()
  })
})

describe('numbers that are no badge', () => {
  const tried = (times: number): Guard =>
    Array.from({ length: times }).reduce<Guard>((next) => afterNoBadge(next, NOW), NO_GUARD)

  test('pause the reading of badges by the fifteenth, and no PIN', () => {
    expect(badgesPausedUntil(tried(14), NOW)).toBeNull()
    expect(badgesPausedUntil(tried(15), NOW)).toBe(later(0.5))
    expect(badgesPausedUntil(tried(100), NOW)).toBe(later(0.5))
    expect(pausedUntil(tried(15), 'RO', NOW)).toBeNull()
  })

  test('are forgiven by no PIN, but by an hour', () => {
    expect(badgesPausedUntil(afterNoBadge(afterRight(tried(14), 'RO'), NOW), NOW)).toBe(later(0.5))
    expect(badgesPausedUntil(afterNoBadge(tried(14), later(60)), later(60))).toBeNull()
  })

  test.each([
    ['29999000000299', true],
    ['29998000000299', true],
    ['2999900000029', false],
    ['31234000000015', false],
    ['9780399590504', false],
  ])('look like a badge of this library: %s is %s', (text, isLike) => {
    expect(looksLikeBadge(text, ['', '29999000000019', 'S-17'])).toBe(isLike)
  })

  test('no initials count for them, nor for the desk', () => {
    const guard = wrong(wrong(NO_GUARD, '#', 1), '*', 1)
    expect(guard.map((one) => one.who)).toEqual(['', '*'])
  })
})

test('a clock set back a year keeps nobody out longer than the longest pause', () => {
  const guard = wrong(NO_GUARD, 'BC', 5)
  const lastYear = instant(NOW - 365 * 24 * 60 * MS_PER_MINUTE)
  expect(pausedUntil(guard, 'BC', lastYear)).toBe(lastYear + 60 * MS_PER_MINUTE)
})

test('no more names are kept than a file may hold, and what is kept can be read again', () => {
  const guard = Array.from({ length: 200 }, (_none, index) => `N${index}`).reduce<Guard>(
    (next, name) => afterWrong(next, name, later(1)),
    NO_GUARD,
  )
  expect(guard.length).toBeLessThanOrEqual(50)
  expect(guardFrom(JSON.stringify(guard))).toEqual(guard)
})

test('made-up initials push nobody’s count out', () => {
  const guessed = wrong(NO_GUARD, 'RO', 4)
  const made = Array.from({ length: 200 }, (_none, index) => `N${index}`)
  const guard = made.reduce<Guard>((next, name) => afterRight(wrong(next, name, 1), 'BC'), guessed)
  expect(pausedUntil(wrong(guard, 'RO', 1), 'RO', NOW)).not.toBeNull()
})

describe('what is told', () => {
  const guard = afterNoBadge(wrong(wrong(NO_GUARD, 'RO', 2), 'XX', 3), NOW)

  test('to the person, what was typed for them, also after the right PIN', () => {
    expect(untold(afterRight(guard, 'RO'), 'RO')).toEqual({
      own_count: 2,
      desk_count: 5,
      others_count: 3,
      badges_count: 1,
    })
    expect(untold(guard, 'BC')).toEqual({ own_count: 0, desk_count: 5, others_count: 5, badges_count: 1 })
  })

  test('of the desk, those for others, also where another was told of the person’s own before', () => {
    const again = wrong(afterTold(guard, true, 'AB'), 'XX', 2)
    expect(untold(again, 'RO')).toEqual({ own_count: 2, desk_count: 2, others_count: 2, badges_count: 0 })
  })

  test('is told once; that of the desk only to who looks after it', () => {
    expect(untold(afterTold(guard, false, 'RO'), 'RO')).toMatchObject({ own_count: 0, desk_count: 5, badges_count: 1 })
    expect(untold(afterTold(guard, true, 'RO'), 'RO')).toMatchObject({ own_count: 0, desk_count: 0, badges_count: 0 })
  })
})
