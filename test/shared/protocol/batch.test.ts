/** A batch of events as it travels: decoded, it is the bytes that were sealed; changed, it is nothing. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { FIRST_HEAD, seal } from '../../../main/journal/chain.ts'
import { canonical, EVENT_KINDS, EVENTS, eventContent, type DeskEvent } from '../../../shared/journal/event.ts'
import { patronId, type PatronId } from '../../../shared/kernel/ids.ts'
import { decodeBatch, encodeBatch, type Chain, type Sent } from '../../../shared/protocol/batch.ts'
import { GOLDEN_EVENTS } from '../../../tools/gate/event-shapes.ts'
import { arbitraryOf, fitting, type Shape } from '../../main/support/contract-values.ts'
import { madeShift } from './made-shift.ts'

const CHAIN: Chain = { head: FIRST_HEAD, seal }
const headOf = (sent: readonly Sent[]): Uint8Array =>
  sent.reduce((head, { content }) => seal(head, content), FIRST_HEAD)
const ofNobody = (content: string): Sent => ({ content, patron_id: null, unsealed: null })
const FOLDER = join(import.meta.dirname, '../../..', GOLDEN_EVENTS)
const GOLDEN = readdirSync(FOLDER)
  .filter((name) => name !== 'lock.json')
  .map((name) => readFileSync(join(FOLDER, name), 'utf8').trimEnd())

/** An event of any kind, with a body that its shape takes. */
const anyEvent = fc.constantFrom(...EVENT_KINDS).chain((kind) => {
  const { v, body } = EVENTS[kind]
  const made = arbitraryOf(z.toJSONSchema(body) as Shape)
  const fits = fitting(kind, made, (one) => body.safeParse(one).success)
  const head = fc.record({
    at_ms: fc.integer({ min: 0, max: 4_102_444_800_000 }),
    offset_ms: fc.oneof(fc.constant(null), fc.integer()),
    staff: fc.constantFrom('', 'rortiz', 'É'),
    branch: fc.constantFrom('', 'MAPLE', 'NORTH'),
  })
  const somebody = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }).map(patronId)
  const about = fc.oneof(somebody, fc.constant(null), fc.constant('forgotten' as const))
  const some = fits.map((one) => JSON.stringify(Object.fromEntries(Object.entries(one as object).slice(0, 2))))
  const beside = fc.option(some)
  return fc.record({ kind: fc.constant(kind), body: fits, head: head.map((one) => ({ ...one, v })), about, beside })
})

function sentOf(events: readonly unknown[]): readonly Sent[] {
  return events.map((one, index) => {
    const { about, beside, ...event } = one as DeskEvent & {
      readonly about: PatronId | null
      readonly beside: string | null
    }
    const head = { ...event.head, terminal: 'K4N7QW', epoch: 3, seq: index + 9 }
    return { content: eventContent({ ...event, head }), patron_id: about, unsealed: beside }
  })
}

describe('a batch', () => {
  test('of any events gives the bytes that were sealed, what lies beside them, and the head of their chain', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { minLength: 1, maxLength: 12 }).map(sentOf), (events) => {
        const decoded = decodeBatch(encodeBatch(events, CHAIN), CHAIN)
        expect(decoded).toEqual({ kind: 'events', events, head: headOf(events) })
      }),
      { numRuns: 300 },
    )
  })

  test('holds every kind in one, each by its golden file', () => {
    const events = GOLDEN.map((one, index) => ofNobody(canonical({ ...(JSON.parse(one) as object), seq: index + 1 })))
    expect(decodeBatch(encodeBatch(events, CHAIN), CHAIN)).toEqual({ kind: 'events', events, head: headOf(events) })
  })
})

describe('what is no batch of this chain', () => {
  const events = madeShift(40)
  const text = encodeBatch(events, CHAIN)

  test('torn anywhere', () => {
    for (let length = 0; length < text.length; length += 37) {
      expect(decodeBatch(text.slice(0, length), CHAIN).kind).toBe('damaged')
    }
  })

  test('one letter other than it was', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('0', '7', 'A', '"', ',', '{', 'null'), (at, letter) => {
        fc.pre(text[at] !== letter)
        const decoded = decodeBatch(text.slice(0, at) + letter + text.slice(at + 1), CHAIN)
        if (decoded.kind === 'events') expect(decoded.events).toEqual(events)
      }),
      { numRuns: 2000 },
    )
  })

  test('one that is said to be about somebody else', () => {
    const others = events.map((one) => {
      const patron_id = typeof one.patron_id === 'number' ? patronId(one.patron_id + 1) : one.patron_id
      return { ...one, patron_id }
    })
    const { parties } = JSON.parse(encodeBatch(others, CHAIN)) as { readonly parties: object }
    const changed = JSON.stringify({ ...(JSON.parse(text) as object), parties })
    expect(decodeBatch(changed, CHAIN).kind).toBe('damaged')
  })

  test('one whose facts beside the seal were left out, or changed', () => {
    const at = events.findIndex(({ content }) => content.includes('item-checked-out'))
    const facts = '{"rule_code":"HOMEBOUND"}'
    const cut = events.map((one, row) => (row === at ? { ...one, unsealed: facts } : one))
    const sent = encodeBatch(cut, CHAIN)
    expect(decodeBatch(sent, CHAIN)).toMatchObject({ kind: 'events', events: cut })
    for (const unsealed of [[], [[at, '{"rule_code":"STAFF"}']], [[at + 1, facts]]]) {
      const changed = JSON.stringify({ ...(JSON.parse(sent) as object), unsealed })
      expect(decodeBatch(changed, CHAIN).kind).toBe('damaged')
    }
  })

  test('one that another goes before', () => {
    const other = { ...CHAIN, head: seal(FIRST_HEAD, 'x') }
    expect(decodeBatch(text, other).kind).toBe('damaged')
  })

  test('more than anybody sends', () => {
    const many = { ...(JSON.parse(text) as object), count: 1e12 }
    expect(decodeBatch(JSON.stringify(many), CHAIN).kind).toBe('damaged')
  })

  test('a newer program’s: another batch, another kind, another version', () => {
    const newer = JSON.stringify({ ...(JSON.parse(text) as object), version: 2 })
    expect(decodeBatch(newer, CHAIN)).toEqual({ kind: 'newer', says: 'a batch of version 2' })
    const first = JSON.parse(events[0]?.content ?? '') as object
    for (const [change, says] of [
      [{ kind: 'till-opened' }, 'an event of the kind till-opened'],
      [{ kind: 'staff-signed-out', v: 9 }, 'staff-signed-out of version 9, known up to 1'],
    ] as const) {
      const unknown = [ofNobody(canonical({ ...first, ...change }))]
      expect(decodeBatch(encodeBatch(unknown, CHAIN), CHAIN)).toEqual({ kind: 'newer', says })
    }
  })
})

/** The most that an event may cost on the wire. */
const BYTES_MAX = 20

test.each([
  ['gzip', (text: string) => gzipSync(text, { level: 9 }).length],
  ['zstd', (text: string) => zstdCompressSync(text).length],
])(
  'a shift of 10,000 events in batches of 500 costs at most 20 bytes an event in %s, with whom each is about',
  (name, packed) => {
    const shift = madeShift(10_000)
    let bytes = 0
    let plain = 0
    for (let from = 0; from < shift.length; from += 500) {
      const batch = shift.slice(from, from + 500)
      bytes += packed(encodeBatch(batch, CHAIN))
      plain += packed(batch.map((one) => JSON.stringify(one)).join('\n'))
    }
    console.log(
      `${name}: ${(bytes / shift.length).toFixed(1)} bytes an event, as lines ${(plain / shift.length).toFixed(1)}`,
    )
    expect(bytes / shift.length).toBeLessThanOrEqual(BYTES_MAX)
  },
)
