/** Scans that come while the page is drawn again: all in order, or none, and then the clerk is told of each of them. */
import { expect, test } from 'vitest'
import { ScansHeld } from '../../../main/electron/scans-held.ts'
import type { DeviceScan } from '../../../shared/devices/wire.ts'
import type { Push } from '../../../shared/ipc/envelope.ts'

const [CARD, BOOK] = ['21234000000011', '31234000000011']

function heldScans() {
  const pushes: Push[] = []
  const log: string[] = []
  const time = { now_ms: 0 }
  const held = new ScansHeld({
    push: (push) => pushes.push(push),
    monotonic_ms: () => time.now_ms,
    log: (line) => log.push(line),
  })
  const scan = (text: string): void => held.take({ device_code: 'SCANNER-1', text } satisfies DeviceScan)
  const came = (): readonly string[] => pushes.flatMap((one) => (one.topic === 'scanned' ? [one.scan.text] : []))
  const dropped = (): readonly Push[] => pushes.filter(({ topic }) => topic === 'scans-dropped')
  return { held, scan, came, dropped, time, log }
}

test('a burst is handed on in order once the page is there, and what comes then at once', () => {
  const { held, scan, came, dropped } = heldScans()
  const burst = Array.from({ length: 1_000 }, (_, n) => `3${n}`)
  burst.forEach(scan)
  expect(came()).toEqual([])
  held.pageIsThere()
  scan(BOOK)
  expect(came()).toEqual([...burst, BOOK])
  expect(dropped()).toEqual([])
})

test('one was held too long: none is handed on, because a card may be missing, and all are told once', () => {
  const { held, scan, came, dropped, time, log } = heldScans()
  scan(CARD)
  time.now_ms = 6_000
  scan(BOOK)
  time.now_ms = 10_001
  held.pageIsThere()
  held.pageIsThere()
  expect(came()).toEqual([])
  expect(dropped()).toEqual([{ topic: 'scans-dropped', scans_count: 2, texts: [CARD, BOOK] }])
  expect(log.join()).not.toContain(CARD)
  held.pageIsGone()
  scan(BOOK)
  held.pageIsThere()
  expect(came()).toEqual([BOOK])
  expect(dropped()).toHaveLength(1)
})

test('more than are held: none is handed on, and all are counted', () => {
  const { held, scan, came, dropped } = heldScans()
  for (let n = 0; n < 1_234; n += 1) scan(`${n} ${'9'.repeat(4_000)}`)
  held.pageIsThere()
  expect(came()).toEqual([])
  const [told] = dropped()
  expect(told).toMatchObject({ scans_count: 1_234 })
  expect(told?.topic === 'scans-dropped' && told.texts.every((text) => text.length === 40)).toBe(true)
})
