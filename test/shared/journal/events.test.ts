/**
 * What was sealed once is read for ever: a golden file for every kind and version, and a lock over their shapes that
 * fails until a changed one is a version of its own.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { canonical, EVENT_KINDS, EVENTS, eventContent, parseEvent, readProven } from '../../../shared/journal/event.ts'
import { fold } from '../../../shared/journal/fold/fold.ts'
import { upcast } from '../../../shared/journal/upcast.ts'
import { OperatingError } from '../../../shared/kernel/outcome.ts'
import { foldText } from '../../support/fold-text.ts'
import { eventShapes, GOLDEN_EVENTS, shapeHash } from '../../../tools/gate/event-shapes.ts'
import { compareLock, readLock } from '../../../tools/gate/lock.ts'

const FOLDER = join(import.meta.dirname, '../../..', GOLDEN_EVENTS)
const FOLDS = join(FOLDER, '../folds')
const NAMES = readdirSync(FOLDER).filter((name) => name !== 'lock.json')
const golden = (name: string): string => readFileSync(join(FOLDER, name), 'utf8').trimEnd()
const LOCKED = readLock(readFileSync(join(FOLDER, 'lock.json'), 'utf8'))

/** The code of what is thrown, and what it says for the log. */
function faultOf(work: () => unknown): { readonly code: string; readonly detail: string } {
  try {
    work()
  } catch (fault) {
    if (fault instanceof OperatingError) return { code: fault.code, detail: fault.detail }
    throw fault
  }
  throw new Error('nothing was thrown')
}

const changed = (name: string, by: (event: Record<string, unknown>) => void): string => {
  const event = JSON.parse(golden(name)) as Record<string, unknown>
  by(event)
  return canonical(event)
}

describe('golden events', () => {
  test('there is one for every kind and version that is locked, and no other', () => {
    const locked = [...LOCKED.keys()].filter((name) => name !== 'head')
    expect(NAMES.toSorted()).toEqual(locked.map((name) => `${name}.json`).toSorted())
    expect(locked.length).toBeGreaterThanOrEqual(EVENT_KINDS.length)
  })

  test.each(NAMES)('%s is read, and is sealed in the very bytes', (name) => {
    const content = golden(name)
    const event = parseEvent(content)
    const isOfToday = name === `${event.kind}.v${EVENTS[event.kind].v}.json`
    expect(readProven(content)).toEqual(isOfToday ? event : null)
    expect(isOfToday ? eventContent(event) : canonical(JSON.parse(content))).toBe(content)
  })
})

/**
 * What an entry of years ago changes is what it changed when it was made: another amount, account or row here means
 * that balances of the past would change. A file is written again with `vitest -u`, and its difference is to be read.
 */
describe('what golden events change', () => {
  test.each(NAMES)('%s', async (name) => {
    const text = foldText(fold(parseEvent(golden(name))))
    await expect(text).toMatchFileSnapshot(join(FOLDS, name.replace(/json$/, 'txt')))
  })

  test('there is a file for each, and no other', () => {
    expect(readdirSync(FOLDS).toSorted()).toEqual(NAMES.map((name) => name.replace(/json$/, 'txt')).toSorted())
  })
})

describe('the lock of shapes', () => {
  test('holds every shape as it is', () => {
    const { added, edited } = compareLock(LOCKED, eventShapes())
    const says = 'Raise the version of its kind, write a step in shared/journal/upcast.ts and a golden file.'
    expect(edited, says).toEqual([])
    expect(added, 'Please run: node tools/events-lock.ts').toEqual([])
  })

  test('bites: another field, another bound, another word gives another hash', () => {
    const hashes = [
      z.strictObject({ uses_count: z.int() }),
      z.strictObject({ uses_count: z.int(), reason: z.string() }),
      z.strictObject({ uses_count: z.int().positive() }),
      z.strictObject({ uses_count: z.int().nullable() }),
      z.strictObject({ uses: z.int() }),
      z.strictObject({ uses_count: z.enum(['1', '2']) }),
      z.strictObject({ uses_count: z.enum(['1', '2', '3']) }),
    ].map(shapeHash)
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})

describe('other versions', () => {
  const NAME = 'staff-signed-out.v1.json'
  const sealedAs = (v: number, body: unknown): string =>
    changed(NAME, (event) => {
      event['v'] = v
      event['body'] = body
    })

  test('an older one is read as what is recorded today', () => {
    // As if signing out had once been recorded by the number of its reason.
    const steps = { 'staff-signed-out': { 0: (was: unknown) => ({ reason: (was as string[])[0] }) } }
    const event = parseEvent(sealedAs(0, ['idle']), null, steps)
    expect(event).toMatchObject({ kind: 'staff-signed-out', body: { reason: 'idle' }, head: { v: 1, seq: 5 } })
    expect(fold(event)).toEqual([])
  })

  test('steps follow one another, each from the version before', () => {
    const steps = { kind: { 1: (was: unknown) => [was, 2], 2: (was: unknown) => [was, 3] } }
    expect(upcast(steps, 'kind', 1, 3, 1)).toEqual([[1, 2], 3])
    expect(upcast(steps, 'kind', 3, 3, 1)).toBe(1)
  })

  test('what a newer program recorded is told apart from what is no event', () => {
    const newer = { code: 'from-future', detail: 'staff-signed-out of version 2, known up to 1' }
    expect(faultOf(() => parseEvent(sealedAs(2, {})))).toEqual(newer)
    const kind = changed(NAME, (event) => (event['kind'] = 'till-opened'))
    expect(faultOf(() => parseEvent(kind))).toEqual({ code: 'from-future', detail: 'an event of the kind till-opened' })
    for (const no_event of ['', '{', 'null', '[]', '{"kind":"staff-signed-out"}', '"x"']) {
      expect(faultOf(() => parseEvent(no_event)).code).toBe('chain-broken')
    }
    expect(faultOf(() => parseEvent(sealedAs(0, {}))).detail).toBe('no step from version 0 of staff-signed-out')
  })

  test('a body that does not fit is told by where, and never by what it holds', () => {
    const { code, detail } = faultOf(() => parseEvent(sealedAs(1, { reason: 'Priya Raman' })))
    expect(code).toBe('chain-broken')
    expect(detail).toContain('staff-signed-out version 1')
    expect(detail).toContain('reason')
    expect(detail).not.toContain('Priya')
  })
})
