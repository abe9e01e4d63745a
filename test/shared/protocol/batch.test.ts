/** A batch of events as it travels: decoded, it is the bytes that were sealed; changed, it is nothing. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { FIRST_HEAD, seal } from '../../../main/journal/chain.ts'
import { canonical, EVENT_KINDS, EVENTS, eventContent, type DeskEvent } from '../../../shared/journal/event.ts'
import { hex, patronId } from '../../../shared/kernel/ids.ts'
import {
  decodeBatch,
  encodeBatch,
  type Chain,
  type Command,
  type Decoded,
  type Sent,
} from '../../../shared/protocol/batch.ts'
import type { BatchFault } from '../../../shared/protocol/frame.ts'
import { GOLDEN_EVENTS } from '../../../tools/gate/event-shapes.ts'
import { arbitraryOf, fitting, type Shape } from '../../main/support/contract-values.ts'
import { inBatches, madeShift } from '../../support/made-shift.ts'

const CHAIN: Chain = { head: FIRST_HEAD, seal }
const WIRE = join(import.meta.dirname, '../../golden/wire')
const sentOf = (commands: readonly Command[]): readonly Sent[] => commands.flatMap(({ events }) => events)
const headOf = (commands: readonly Command[]): Uint8Array =>
  sentOf(commands).reduce((head, { content }) => seal(head, content), FIRST_HEAD)
const ofNobody = (content: string): Sent => ({ content, patron_id: null, words: null, unsealed: null, made: [] })
const one = (event: Sent): Command => ({ seen: 0, events: [event] })

/** What was decoded, without the events that were read of it. */
function plain(decoded: Decoded | BatchFault): readonly Command[] | BatchFault {
  if (decoded.kind !== 'events') return decoded
  return decoded.commands.map(({ seen, events }) => {
    return {
      seen,
      events: events.map(({ event: _event, ...sent }) => sent),
    }
  })
}

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
  const words = fc.option(fc.string())
  return fc.record({
    kind: fc.constant(kind),
    body: fits,
    head: head.map((one) => ({ ...one, v })),
    about,
    beside,
    words,
    made: fc.array(fc.integer({ min: 1 }), { maxLength: 2 }),
  })
})

/** Commands of one to four events each, which follow one another. */
const anyCommands = fc
  .array(fc.record({ seen: fc.nat(), events: fc.array(anyEvent, { minLength: 1, maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((commands): readonly Command[] => {
    let seq = 8
    return commands.map(({ seen, events }) => ({
      seen,
      events: events.map(({ about: patron_id, beside: unsealed, words, made, ...event }): Sent => {
        const head = { ...event.head, terminal: 'K4N7QW', epoch: 3, seq: (seq += 1) }
        return { content: eventContent({ ...event, head } as DeskEvent), patron_id, words, unsealed, made }
      }),
    }))
  })

/** As a desk sends them that has forgotten all that lies beside. */
function forgotten(commands: readonly Command[]): readonly Command[] {
  const gone = { patron_id: 'forgotten', words: null, unsealed: null, made: [] } as const
  return commands.map(({ seen, events }) => ({ seen, events: events.map(({ content }) => ({ content, ...gone })) }))
}

describe('a batch', () => {
  test('of any commands gives the bytes that were sealed, what lies beside them, and the head of their chain', () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        const decoded = decodeBatch(encodeBatch(commands, CHAIN), CHAIN)
        expect(plain(decoded)).toEqual(commands)
        expect(decoded).toMatchObject({ head: headOf(commands) })
      }),
      { numRuns: 300 },
    )
  })

  test('gives the same sealed bytes, and is the same document, when what lies beside them is forgotten', () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        const { sealed } = encodeBatch(commands, CHAIN)
        expect(plain(decodeBatch({ sealed, beside: null }, CHAIN))).toEqual(forgotten(commands))
        const later = encodeBatch(forgotten(commands), CHAIN)
        expect(later.sealed).toBe(sealed)
        expect(plain(decodeBatch({ sealed, beside: later.beside }, CHAIN))).toEqual(forgotten(commands))
      }),
      { numRuns: 100 },
    )
  })

  test('holds every kind in one, each by its golden file', () => {
    const contents = GOLDEN.map((text, index) => canonical({ ...(JSON.parse(text) as object), seq: index + 1 }))
    const commands = contents.map((content) => one(ofNobody(content)))
    const decoded = decodeBatch(encodeBatch(commands, CHAIN), CHAIN)
    expect(plain(decoded)).toEqual(commands)
    const events = decoded.kind === 'events' ? decoded.commands.flatMap((command) => command.events) : []
    expect(events.map(({ event }) => eventContent(event))).toEqual(contents)
  })

  test('is written as its golden files are, and reads them', async () => {
    const commands = madeShift(60).map(({ seen, events }, place) => ({
      seen,
      events: events.map((sent) => {
        const isLent = sent.content.includes('"item-checked-out"')
        const unsealed = isLent && place % 9 === 0 ? '{"rule_code":"HOMEBOUND"}' : null
        const patron_id = place % 7 === 0 ? ('forgotten' as const) : sent.patron_id
        return { ...sent, patron_id, unsealed, words: place % 8 === 0 ? '{"text":"Prefers mornings."}' : null }
      }),
    }))
    const { sealed, beside } = encodeBatch(commands, CHAIN)
    await expect(sealed).toMatchFileSnapshot(join(WIRE, 'v2-sealed.txt'))
    await expect(beside).toMatchFileSnapshot(join(WIRE, 'v2-beside.txt'))
    expect(plain(decodeBatch({ sealed, beside }, CHAIN))).toEqual(commands)
  })
})

/** A document whose seal fits, though it is none that the program makes. */
function sealedAgain(text: string, onto: Uint8Array, change: object): string {
  const json = { ...(JSON.parse(text.split('\n')[0] ?? '') as object), ...change }
  const again = JSON.stringify(json)
  return `${again}\n${hex(seal(onto, again)).slice(0, 32)}`
}

describe('what is no batch of this chain', () => {
  const commands = madeShift(40)
  const documents = encodeBatch(commands, CHAIN)
  const whole = [documents.sealed.length, documents.beside.length] as const
  const names = ['sealed', 'beside'] as const
  const start = new Uint8Array(32)

  test('one that is cut anywhere', () => {
    for (const [which, name] of names.entries()) {
      for (let length = 0; length < (whole[which] ?? 0); length += 7) {
        const cut = { ...documents, [name]: documents[name].slice(0, length) }
        expect(decodeBatch(cut, CHAIN).kind).toBe('damaged')
      }
    }
  })

  test('one with any byte other than it was', () => {
    const anyPlace = fc
      .constantFrom(...names)
      .chain((name) => fc.record({ name: fc.constant(name), place: fc.nat(documents[name].length - 1) }))
    fc.assert(
      fc.property(anyPlace, fc.integer({ min: 1, max: 255 }), ({ name, place }, flip) => {
        const bytes = Buffer.from(documents[name], 'latin1')
        bytes.writeUInt8(bytes.readUInt8(place) ^ flip, place)
        expect(decodeBatch({ ...documents, [name]: bytes.toString('latin1') }, CHAIN).kind).toBe('damaged')
      }),
      { numRuns: 2000 },
    )
  })

  test('one beside which another batch’s parties lie', () => {
    const { beside } = encodeBatch(madeShift(41), CHAIN)
    expect(decodeBatch({ ...documents, beside }, CHAIN).kind).toBe('damaged')
  })

  test('one that does not follow the head of this chain, though it is whole', () => {
    const other = { ...CHAIN, head: seal(FIRST_HEAD, 'x') }
    expect(decodeBatch(documents, other).kind).toBe('elsewhere')
  })

  test.each([
    ['more events than anybody sends', { events_count: 1e12 }],
    ['more commands than anybody sends', { commands_count: 1e12 }],
    ['a command of no events', { commands_count: 1, commands: { words: [0], which: 'A' } }],
    [
      'commands of fewer events',
      { commands_count: 1, seen: { words: [0], which: 'A' }, commands: { words: [39], which: 'A' } },
    ],
    ['the version before', { version: 1 }],
    ['another field', { till: 1 }],
    ['no column', { heads: null }],
    ['columns that go on and on', { heads: deep(3_000) }],
  ])('%s, sealed as if it were one', (_, change) => {
    const sealed = sealedAgain(documents.sealed, start, change)
    expect(decodeBatch({ ...documents, sealed }, CHAIN).kind).toBe('damaged')
  })

  test('parties of fewer events, sealed as if they were whole', () => {
    const beside = sealedAgain(documents.beside, headOf(commands), { parties: { words: [null], which: 'AA' } })
    expect(decodeBatch({ ...documents, beside }, CHAIN).kind).toBe('damaged')
  })

  test('a newer program’s: another batch, another kind, another version', () => {
    const sealed = sealedAgain(documents.sealed, start, { version: 3 })
    expect(decodeBatch({ ...documents, sealed }, CHAIN)).toEqual({ kind: 'newer', says: 'a batch of version 3' })
    const first = JSON.parse(sentOf(commands)[0]?.content ?? '') as object
    for (const [change, says] of [
      [{ kind: 'till-opened' }, 'an event of the kind till-opened'],
      [{ kind: 'staff-signed-out', v: 9 }, 'staff-signed-out of version 9, known up to 1'],
    ] as const) {
      const unknown = [one(ofNobody(canonical({ ...first, ...change })))]
      expect(decodeBatch(encodeBatch(unknown, CHAIN), CHAIN)).toEqual({ kind: 'newer', says })
    }
  })
})

/** A column within a column, and so on. */
function deep(levels: number): unknown {
  let column: unknown = { words: [], which: '' }
  for (let level = 0; level < levels; level += 1) column = { digits: column }
  return column
}

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
    let plain_bytes = 0
    for (const batch of inBatches(shift, 500)) {
      const { sealed, beside } = encodeBatch(batch, CHAIN)
      bytes += packed(sealed) + packed(beside)
      plain_bytes += packed(
        sentOf(batch)
          .map((event) => JSON.stringify(event))
          .join('\n'),
      )
    }
    console.log(`${name}: ${(bytes / 10_000).toFixed(1)} bytes an event, as lines ${(plain_bytes / 10_000).toFixed(1)}`)
    expect(bytes / 10_000).toBeLessThanOrEqual(BYTES_MAX)
  },
)
