/** Who may be a patron already: shown beside the form from the third field on, asked about before a second card. */
import { describe, expect, test } from 'vitest'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import type { PatronField } from '../../../../shared/kernel/patron-field.ts'
import { openStore } from '../../../../main/store/store.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { KEY } from '../../support/fakes.ts'

const NEW_CARD = cardNumber('2123400050001', 'mod-10')
const OTHER_CARD = cardNumber('2123400050002', 'mod-10')
const NOTHING_ELSE = { street: '', city: '', postal_code: '', phone: '', email: '' }

/** Leo Ortíz has a card, and nobody is open. */
async function leoThere(): Promise<TestDesk> {
  const desk = await cardDesk()
  await desk.ok('patron.register', registration(desk, {}, { barcode: NEW_CARD }))
  await desk.ok('desk.finish', {})
  return desk
}

async function alikeTo(desk: TestDesk, typed: Partial<Record<PatronField, string>>) {
  const { commandId: _, another_because: __, ...asked } = registration(desk, { ...NOTHING_ELSE, ...typed })
  return (await desk.ok('patron.register-preview', asked)).alike
}

describe('beside the form', () => {
  test('nobody before the third field, then with what tells them apart', async () => {
    const desk = await leoThere()
    expect(await alikeTo(desk, { born_on: '' })).toEqual([])
    const [leo, ...others] = await alikeTo(desk, {})
    expect(others).toEqual([])
    expect(leo).toMatchObject({ name: 'Leo Ortíz', warnings: [], is_certain: true })
    const told = leo?.facts.join(' ') ?? ''
    for (const fact of ['1988', '12 Elm St, Deerfield', NEW_CARD, 'Maple Street']) expect(told).toContain(fact)
  })

  test.each<[string, Partial<Record<PatronField, string>>, number]>([
    ['a nickname and a letter too many', { surname: 'Orttiz', given: 'Leonardo' }, 1],
    ['the names swapped', { surname: 'Leo', given: 'Ortiz' }, 1],
    ['a twin at the same address', { given: 'Ana', street: '12 Elm St', phone: '847-555-0134' }, 0],
    ['their father', { born_on: '1961-05-20', street: '12 Elm St', phone: '847-555-0134' }, 0],
  ])('%s', async (_, typed, count) => {
    expect(await alikeTo(await leoThere(), typed)).toHaveLength(count)
  })

  test('what they owe, and that they are blocked', async () => {
    const desk = await leoThere()
    await desk.scan(NEW_CARD)
    await desk.ok('note.write', { commandId: desk.id(), text: 'See the manager', kind: 'block', until_on: null })
    const [leo] = await alikeTo(desk, {})
    expect(leo?.warnings).toEqual(['Blocked'])
  })

  test('their account is opened instead', async () => {
    const desk = await leoThere()
    const [leo] = await alikeTo(desk, {})
    const { snapshot } = await desk.ok('desk.open-patron', { patron_id: leo?.patron_id ?? 0 })
    expect(snapshot.patron?.name).toBe('Leo Ortíz')
  })
})

describe('a second card for somebody who is nearly certainly a patron', () => {
  test('is refused until it is said why it is another person, which is kept beside the entry', async () => {
    const desk = await leoThere()
    const asked = registration(desk, {}, { barcode: OTHER_CARD })
    expect(await desk.call('patron.register', asked)).toMatchObject({ kind: 'refused', code: 'patron-likely-known' })
    const said = registration(desk, {}, { barcode: OTHER_CARD, another_because: 'twin' })
    await desk.ok('patron.register', said)
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    await desk.station.close()
    const store = openStore(desk.folder, KEY)
    try {
      const rows = store.db.db.prepare(`SELECT text FROM personal`).pluck().all() as string[]
      expect(rows.filter((text) => text.includes('"because":"twin"'))).toHaveLength(1)
      const sealed = store.db.db.prepare(`SELECT content FROM event WHERE content LIKE '%patron-registered%'`).pluck()
      for (const content of sealed.all() as string[]) expect(content).toContain('"body":{}')
    } finally {
      store.close()
    }
  })

  test('is given to their twin without asking', async () => {
    const desk = await leoThere()
    await desk.ok('patron.register', registration(desk, { given: 'Ana' }, { barcode: OTHER_CARD }))
    expect((await desk.scan(OTHER_CARD)).patron?.name).toBe('Ana Ortíz')
  })
})
