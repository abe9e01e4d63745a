/**
 * Acts on who a patron is and on their cards, undone: everything is as it was, also under a reference file of before
 * and after a rebuild. What something was built on is refused, and nothing of identity is in an entry.
 */
import { describe, expect, test } from 'vitest'
import { instant } from '../../../../shared/kernel/time.ts'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import { rowsClosed } from '../../support/closed-files.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import {
  copyOf,
  exchange,
  expectRebuilt,
  forgotten,
  settled,
  start,
  type Shown,
} from '../../support/reference-files.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { benAtDesk } from '../../support/staff.ts'

const NEW_CARD = cardNumber('2123400050001', 'mod-10')
const OTHER_CARD = cardNumber('2123400050002', 'mod-10')
const CHILD_CARD = cardNumber('2123400050003', 'mod-10')
const NOTHING_TYPED = { household_count: null, basis_cents: null, home_expires_on: null }

/** Who there is: a record that was erased is nobody's, and what came to nothing is left out. */
function people(shown: Shown): Shown {
  const rows = (name: string) => shown[name] ?? []
  return {
    people: rows('people').filter((row) => !row.includes('"surname":"Erased"')),
    cards: rows('cards'),
    addresses: rows('addresses'),
    pins: rows('pins'),
    loans: rows('loans'),
    owed: rows('charges').filter((row) => !row.includes('"owed_cents":0')),
  }
}

const renew = (desk: TestDesk) =>
  desk.ok('card.renew', { commandId: desk.id(), is_address_checked: true, ...NOTHING_TYPED })
const replace = (reason: 'lost' | 'worn' | 'extra') => (desk: TestDesk) =>
  desk.ok('card.replace', { commandId: desk.id(), reason, which: '', barcode: NEW_CARD })
const edit = (typed: Parameters<typeof registration>[1]) => (desk: TestDesk) =>
  desk.ok('patron.edit', {
    commandId: desk.id(),
    typed: registration(desk, typed).typed,
    category_code: 'ADULT',
    name_proof: 'court-order',
  })

type Case = {
  readonly sql?: readonly string[]
  readonly card?: string
  readonly before?: (desk: TestDesk) => Promise<unknown>
  readonly act: (desk: TestDesk) => Promise<unknown>
}

const lent = [
  `INSERT INTO loan (item_id, loan_ref, party_ref, patron_id, branch_code, out_at_ms, due_at_ms, renewals_count)
    VALUES (1, 'import:1', '', 1, 'MAPLE', ${Date.UTC(2026, 10, 24, 14)}, ${Date.UTC(2026, 11, 2, 5, 59, 59)}, 0)`,
  `UPDATE patron SET expires_on = '2026-12-01' WHERE patron_id = 1`,
]

const CASES: Readonly<Record<string, Case>> = {
  'an edit of name, mail and address': {
    sql: [
      `INSERT INTO patron_address
          (patron_id, address_number, kind, street, city, region, postal_code, is_in_city_limits)
        VALUES (1, 1, 'home', '1 Lake Rd', 'Deerfield', 'IL', '60015', 1),
          (1, 2, 'school', '2 Hall', 'Ames', 'IA', '', NULL)`,
    ],
    act: edit({ surname: 'Park', given: 'Dana', email: 'dana@example.org', street: '4 Oak St' }),
  },
  'an edit of somebody without an address': { act: edit({ surname: 'Park' }) },
  'a check of the address': {
    sql: [
      `INSERT INTO patron_address (patron_id, kind, street, city, region, postal_code)
        VALUES (1, 'home', '1 Lake Rd', 'Deerfield', 'IL', '60015')`,
    ],
    act: (desk) => desk.ok('patron.check', { commandId: desk.id(), what: 'address' }),
  },
  'a renewal': { card: CARDS.expired, act: renew },
  'a renewal that put a due date right': { sql: lent, act: renew },
  'a lost card with another one and its fee': { act: replace('lost') },
  'a worn card': { act: replace('worn') },
  'an extra card': { act: replace('extra') },
  'a card reported lost': { act: (desk) => desk.ok('card.lose', { commandId: desk.id(), which: '' }) },
  'a guardian linked': {
    sql: [`UPDATE patron SET born_on = '2015-01-01', guardian = 'Ana' WHERE patron_id = 2`],
    card: CARDS.omar,
    act: (desk) => desk.ok('guardian.link', { commandId: desk.id(), barcode: CARDS.dana }),
  },
  'a guardianship ended': {
    sql: [`UPDATE patron SET guardian = 'Dana Miller', guardian_patron_id = 1 WHERE patron_id = 2`],
    card: CARDS.omar,
    act: (desk) => desk.ok('guardian.end', { commandId: desk.id() }),
  },
  'a family link': { act: (desk) => desk.ok('family.link', { commandId: desk.id(), barcode: CARDS.omar }) },
  'a family link, of somebody who names another one': {
    sql: [`UPDATE patron SET family_patron_id = 3 WHERE patron_id = 1`],
    act: (desk) => desk.ok('family.link', { commandId: desk.id(), barcode: CARDS.omar }),
  },
  'a family link ended': {
    sql: [`UPDATE patron SET family_patron_id = 1 WHERE patron_id = 2`],
    act: (desk) => desk.ok('family.end', { commandId: desk.id(), other_patron_id: 2 }),
  },
  'a registration': { act: (desk) => desk.ok('patron.register', registration(desk, {}, { barcode: NEW_CARD })) },
  'a registration with its fee': {
    act: (desk) =>
      desk.ok(
        'patron.register',
        registration(desk, { postal_code: '60069' }, { barcode: NEW_CARD, household_count: 4 }),
      ),
  },
  'a registration whose record was edited, and that undone': {
    act: async (desk) => {
      await desk.ok('patron.register', registration(desk, {}, { barcode: NEW_CARD }))
      await edit({ phone: '847-555-0199' })(desk)
      await desk.ok('desk.undo', { commandId: desk.id() })
    },
  },
  'two edits, newest first': {
    act: async (desk) => {
      await edit({ surname: 'Park' })(desk)
      await edit({ surname: 'Stone' })(desk)
      await desk.ok('desk.undo', { commandId: desk.id() })
    },
  },
}

/** A desk at which one of them was done, and how it was before. */
async function done({ sql = [], card = CARDS.dana, act }: Case) {
  const desk = await cardDesk(false, sql)
  const copy = await copyOf(desk)
  const before = people(await start(desk))
  const at = await rosaAt(await desk.reopen())
  await at.scan(card)
  await act(at)
  return { at, before, copy }
}

test.each([
  ['a corrected house number keeps what is known of the town', { street: '14 Lake Rd', city: 'Deerfield' }, 1],
  ['a move to another town does not', { street: '14 Lake Rd', city: 'Riverwoods' }, null],
])('an edit of the address leaves the second one: %s', async (_, typed, is_in_city_limits) => {
  const desk = await cardDesk(false, [
    `INSERT INTO patron_address (patron_id, address_number, kind, street, city, region, postal_code, is_in_city_limits)
      VALUES (1, 1, 'winter', '2 Palm', 'Ames', 'IA', '50010', 0),
        (1, 2, 'home', '1 Lake Rd', 'Deerfield', 'IL', '60015', 1)`,
  ])
  await desk.scan(CARDS.dana)
  await edit({ ...typed, surname: 'Park', given: 'Dana', postal_code: '60015' })(desk)
  const rows = await rowsClosed(
    desk,
    'SELECT kind, street, is_in_city_limits FROM patron_address WHERE patron_id = 1 ORDER BY address_number',
  )
  expect(rows).toEqual([
    { kind: 'winter', street: '2 Palm', is_in_city_limits: 0 },
    { kind: 'home', street: '14 Lake Rd', is_in_city_limits },
  ])
})

describe('undone, everything is as it was', () => {
  test.each(Object.entries(CASES))('%s', async (_, one) => {
    const { at, before, copy } = await done(one)
    await at.ok('desk.undo', { commandId: at.id() })
    expect((await at.ok('journal.verify', {})).problems).toEqual([])
    expect(people(await start(at))).toEqual(before)
    await expectRebuilt(at)
    exchange(at, copy)
    expect(people(await start(at))).toEqual(before)
    const left = await rowsClosed(
      at,
      `SELECT (SELECT count(*) FROM patron_before) AS kept_count,
      (SELECT count(*) FROM event WHERE content LIKE '%Park%' OR content LIKE '%2123400050%') AS told_count`,
    )
    expect(left).toEqual([{ kept_count: 0, told_count: 0 }])
  })

  test.each(['a renewal that put a due date right', 'a lost card with another one and its fee', 'a registration'])(
    '%s, settled before it is undone',
    async (name) => {
      const { at, before } = await done(CASES[name] as Case)
      await settled(at)
      const again = await rosaAt(await at.reopen())
      await again.ok('desk.undo', { commandId: again.id() })
      expect(people(await start(again))).toEqual(before)
      await settled(again)
      expect(people(await start(again))).toEqual(before)
      await expectRebuilt(again)
    },
  )

  test('the account of a registration is closed, and its card can be given again', async () => {
    const { at } = await done(CASES['a registration'] as Case)
    const { snapshot } = await at.ok('desk.undo', { commandId: at.id() })
    expect(snapshot.patron).toBeNull()
    const again = await at.ok('patron.register', registration(at, { given: 'Lea' }, { barcode: NEW_CARD }))
    expect(again.snapshot.patron?.name).toBe('Lea Ortíz')
    const words = await rowsClosed(at, `SELECT text FROM personal WHERE text LIKE '%"Leo"%'`)
    expect(words).toEqual([])
  })

  test('a number of this desk’s own range is not handed out twice', async () => {
    const desk = await cardDesk(true)
    await desk.scan(CARDS.dana)
    const given = async () => {
      await desk.ok('card.replace', { commandId: desk.id(), reason: 'worn', which: '', barcode: '' })
      return (await desk.ok('desk.snapshot', {})).snapshot.patron?.card_barcode
    }
    const first = await given()
    await desk.ok('desk.undo', { commandId: desk.id() })
    const second = await given()
    expect([typeof first, first === second]).toEqual(['string', false])
  })
})

async function code(desk: TestDesk, event: string): Promise<string> {
  const answer = await desk.call('desk.undo-act', { commandId: desk.id(), event })
  return answer.kind === 'refused' ? answer.code : answer.kind
}

async function newest(desk: TestDesk): Promise<string> {
  const { entries } = await desk.ok('work-log.list', { limit: 1 })
  return entries[0]?.event ?? ''
}

describe('what something was built on is refused', () => {
  const registered = (desk: TestDesk) => desk.ok('patron.register', registration(desk, {}, { barcode: NEW_CARD }))
  const cases: readonly (readonly [string, Case['act'], (desk: TestDesk) => Promise<unknown>, string])[] = [
    ['an edit of the same field', edit({ surname: 'Park' }), edit({ surname: 'Stone' }), 'undo-record-changed'],
    [
      'a card since the lost one',
      (desk) => desk.ok('card.lose', { commandId: desk.id(), which: '' }),
      replace('lost'),
      'undo-record-changed',
    ],
    ['a loan since the renewal', renew, (desk) => desk.scan(ITEMS.warmth), 'undo-record-changed'],
    [
      'a loan since, under a clock that was set back',
      renew,
      async (desk) => {
        desk.clock.set(instant(desk.clock.now() - 3_600_000))
        await desk.scan(ITEMS.warmth)
      },
      'undo-record-changed',
    ],
    ['a loan of the new patron', registered, (desk) => desk.scan(ITEMS.warmth), 'undo-record-used'],
    [
      'a charge of the new patron',
      registered,
      (desk) => desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 100, note: '' }),
      'undo-record-used',
    ],
    ['an edit of the new patron', registered, edit({ phone: '847-555-0177' }), 'undo-record-used'],
    [
      'a child of the new patron',
      registered,
      async (desk) => {
        const family_of = (await desk.ok('desk.snapshot', {})).snapshot.patron?.patron_id ?? 0
        const child = { given: 'Mia', born_on: '2015-02-11' }
        await desk.ok('patron.register', registration(desk, child, { barcode: CHILD_CARD, family_of }))
      },
      'undo-record-used',
    ],
  ]
  test.each(cases)('%s', async (_, act, since, refused) => {
    const { at } = await done({ act })
    const event = await newest(at)
    await since(at)
    expect(await code(at, event)).toBe(refused)
    expect((await at.ok('journal.verify', {})).problems).toEqual([])
  })

  test('too late, and what it was before is forgotten', async () => {
    const { at } = await done(CASES['an edit of somebody without an address'] as Case)
    await forgotten(at)
    expect(await rowsClosed(at, 'SELECT count(*) AS kept_count FROM patron_before')).toEqual([{ kept_count: 0 }])
  })

  test('what another clerk did needs a supervisor', async () => {
    const { at } = await done({ act: replace('extra') })
    const event = await newest(at)
    await at.ok('desk.finish', {})
    await benAtDesk(at)
    await at.call('desk.undo-act', { commandId: at.id(), event })
    const cards = await rowsClosed(at, `SELECT 1 FROM card WHERE barcode IN ('${NEW_CARD}', '${OTHER_CARD}')`)
    expect(cards).toHaveLength(1)
  })
})

test('erased, nothing of what was before is left', async () => {
  const { at } = await done(CASES['an edit of somebody without an address'] as Case)
  await at.ok('privacy.erase', { commandId: at.id(), card_tail: CARDS.dana.slice(-4) })
  expect(await rowsClosed(at, 'SELECT * FROM patron_before')).toEqual([])
})
