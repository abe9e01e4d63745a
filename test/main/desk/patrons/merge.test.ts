/** Two records of one person made one at the desk, and two again: what goes over, what stays found, what is refused. */
import { describe, expect, test } from 'vitest'
import { en } from '../../../../shared/words/en/en.ts'
import { rowsClosed } from '../../support/closed-files.ts'
import { openDesk, rosaAt, type TestDesk } from '../../support/desk.ts'
import { TUESDAY } from '../../support/fakes.ts'
import { moneyFiles } from '../../support/money-desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
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

const DAY = 86_400_000
const [DANA, OMAR] = [1, 2]

/** Dana has a book, Omar has a late one; both wait for one film; Omar owes, is a guardian, and has a block. */
const ALSO = [
  `INSERT INTO loan (item_id, loan_ref, party_ref, patron_id, branch_code, out_at_ms, due_at_ms, renewals_count)
    VALUES (1, 'import:w', 'w', 2, 'MAPLE', ${TUESDAY - 31 * DAY}, ${TUESDAY - 10 * DAY}, 0)`,
  `INSERT INTO hold (external_id, patron_id, title_id, pickup_branch_code, placed_at_ms, status)
    VALUES ('h1', 1, 4, 'MAPLE', ${TUESDAY - 2 * DAY}, 'waiting'),
      ('h2', 2, 4, 'MAPLE', ${TUESDAY - 5 * DAY}, 'waiting')`,
  `INSERT INTO charge (external_id, patron_id, item_id, kind, charged_at_ms, amount_cents, owed_cents, note)
    VALUES ('c7', 2, NULL, 'overdue', 0, 300, 300, ''), ('c8', 2, NULL, 'overdue', 0, 200, 0, '')`,
  `INSERT INTO patron_block (block_ref, patron_id, kind, until_on, note)
    VALUES ('b1', 2, 'address', '2026-11-01', 'Mail came back')`,
  `INSERT INTO patron_note (patron_id, written_on, initials, text, note_ref)
    VALUES (2, '2026-11-01', 'RO', 'Prefers the drive-up window', 'import:n1'),
      (2, NULL, '', 'Of another system', 'import:n2')`,
  `INSERT INTO patron_address (patron_id, kind, street, city, region, postal_code)
    VALUES (2, 'home', '12 Elm St', 'Deerfield', 'IL', '60015')`,
  `UPDATE patron SET guardian_patron_id = 2 WHERE patron_id = 5`,
  `UPDATE patron SET phone = '847-555-0134', expires_on = '2028-08-31' WHERE patron_id = 2`,
]

async function twoRecords(also: readonly string[] = []): Promise<TestDesk> {
  const desk = await rosaAt(await openDesk(moneyFiles({ also: [...ALSO, ...also] })))
  // Of this desk's own: a loan, a charge, a note of Omar's.
  await desk.scan(CARDS.omar)
  await desk.scan(ITEMS.educated)
  await desk.ok('note.write', { commandId: desk.id(), kind: 'note', text: 'Asked for large print', until_on: null })
  await desk.ok('desk.finish', {})
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.becoming)
  await desk.ok('desk.finish', {})
  await desk.scan(CARDS.dana)
  return desk
}

const compare = (desk: TestDesk, barcode: string = CARDS.omar) =>
  desk.call('patron.compare', { patron_id: null, barcode })

async function code(desk: TestDesk, barcode: string): Promise<string> {
  const answer = await compare(desk, barcode)
  return answer.kind === 'refused' ? answer.code : answer.kind
}

const merge = (desk: TestDesk, turned: Parameters<typeof desk.ok<'patron.merge'>>[1]['turned'] = []) =>
  desk.ok('patron.merge', { commandId: desk.id(), other_patron_id: OMAR, turned })

async function merged(also: readonly string[] = []): Promise<TestDesk> {
  const desk = await twoRecords(also)
  expect((await compare(desk)).kind).toBe('ok')
  await merge(desk)
  return desk
}

/** Each account of every charge, in one sum: what the ledger must come to. */
const LEDGER = `SELECT sum(owed_cents) AS owed, sum(refund_due_cents) AS refund, sum(amount_cents) AS amount
  FROM charge_now`

describe('one record of two', () => {
  test('has what both had, and both cards open it', async () => {
    const desk = await merged()
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect([snapshot.patron?.patron_id, snapshot.patron?.name]).toEqual([DANA, 'Dana Miller'])
    const { loans, owed_cents } = await desk.ok('patron.get', { card_barcode: CARDS.dana })
    expect([loans.length, owed_cents]).toEqual([3, 300])
    await desk.ok('desk.finish', {})
    expect((await desk.scan(CARDS.omar)).patron?.patron_id).toBe(DANA)
    await desk.ok('desk.finish', {})
    const opened = await desk.ok('desk.open-patron', { patron_id: OMAR })
    expect(opened.snapshot.patron?.patron_id).toBe(DANA)
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    expect(await rowsClosed(desk, 'SELECT barcode, status FROM card WHERE patron_id = 1 ORDER BY barcode')).toEqual([
      { barcode: CARDS.danaFormer, status: 'former' },
      { barcode: CARDS.dana, status: 'current' },
      { barcode: CARDS.omar, status: 'former' },
    ])
  })

  test('keeps what was chosen, and of two holds on one title the one placed first', async () => {
    const desk = await twoRecords()
    await compare(desk)
    await merge(desk, ['surname', 'card', 'phone'])
    const found = await rowsClosed(
      desk,
      `SELECT surname, given, surname_key, phone, expires_on,
        (SELECT count(*) FROM patron WHERE patron_id = 2) AS left_count,
        (SELECT group_concat(hold_ref) FROM hold_now WHERE patron_id = 1) AS holds,
        (SELECT barcode FROM card WHERE patron_id = 1 AND status = 'current') AS card,
        (SELECT street FROM patron_address WHERE patron_id = 1) AS street,
        (SELECT guardian_patron_id FROM patron WHERE patron_id = 5) AS guardian,
        (SELECT count(*) FROM patron_note WHERE patron_id = 1) AS notes,
        (SELECT count(*) FROM patron_block WHERE patron_id = 1) AS blocks,
        (SELECT count(*) FROM patron_key WHERE patron_id = 2)
          + (SELECT count(*) FROM patron_duplicate_key WHERE patron_id = 2) AS keys
        FROM patron WHERE patron_id = 1`,
    )
    expect(found).toEqual([
      {
        surname: 'Núñez',
        given: 'Dana',
        surname_key: 'nunez',
        phone: '',
        expires_on: '2028-08-31',
        left_count: 0,
        holds: 'h2',
        card: CARDS.omar,
        street: '12 Elm St',
        guardian: DANA,
        notes: 3,
        blocks: 1,
        keys: 0,
      },
    ])
  })

  test('has the second addresses of both, and gives them back', async () => {
    const second = (id: number, kind: string, street: string): string => `INSERT INTO patron_address
      (patron_id, address_number, kind, street, city, region, postal_code)
      VALUES (${id}, ${kind === 'home' ? 2 : 3}, '${kind}', '${street}', 'Ames', 'IA', '50010')`
    const also = [
      second(DANA, 'home', '4 Oak St'),
      second(DANA, 'winter', '9 Palm'),
      second(OMAR, 'mailing', 'PO Box 7'),
    ]
    const streets = (desk: TestDesk) =>
      rowsClosed(desk, 'SELECT kind, street FROM patron_address WHERE patron_id = 1 ORDER BY address_number')
    const desk = await merged(also)
    const both = [
      ['home', '4 Oak St'],
      ['winter', '9 Palm'],
      ['mailing', 'PO Box 7'],
    ]
    expect((await streets(desk)).map((row) => Object.values(row))).toEqual(both)
    const again = await merged(also)
    await again.ok('desk.undo', { commandId: again.id() })
    expect((await streets(again)).map((row) => Object.values(row))).toEqual(both.slice(0, 2))
  })

  test('moves no money between accounts: every sum stays, and the journal adds up', async () => {
    const desk = await twoRecords()
    const before = await rowsClosed(desk, LEDGER)
    const at = await rosaAt(await desk.reopen())
    await at.scan(CARDS.dana)
    await compare(at)
    await merge(at)
    expect(await rowsClosed(at, LEDGER)).toEqual(before)
    await start(at)
  })

  test('is the same after a rebuild, a settling, and under a reference file of before', async () => {
    const desk = await twoRecords()
    const before = await copyOf(desk)
    const at = await rosaAt(await desk.reopen())
    await at.scan(CARDS.dana)
    await compare(at)
    await merge(at)
    await expectRebuilt(at)
    await settled(at)
    await expectRebuilt(at)
    const shown = await start(at)
    exchange(at, before)
    const again = await start(at)
    for (const name of ['loans', 'holds', 'charges', 'notes', 'people', 'cards', 'addresses']) {
      expect(again[name]).toEqual(shown[name])
    }
  })
})

/** A hold of the library's data that was ended and reopened is one of this desk's from then on. */
const withoutParties = (shown: Shown): Shown => ({
  ...shown,
  holds: (shown['holds'] ?? []).map((row) => row.replace(/"party_ref":"[^"]*"/, '')),
})

describe('two again', () => {
  test('undo gives back all of it, as it was', async () => {
    const desk = await twoRecords()
    const before = await start(desk)
    const at = await rosaAt(await desk.reopen())
    await at.scan(CARDS.dana)
    await compare(at)
    await merge(at, ['surname', 'card'])
    await at.ok('desk.undo', { commandId: at.id() })
    expect(withoutParties(await start(at))).toEqual(withoutParties(before))
    await expectRebuilt(at)
    const again = await rosaAt(await at.reopen())
    expect((await again.scan(CARDS.omar)).patron?.patron_id).toBe(OMAR)
  })

  test('what was lent since to the kept record stays with it, and what was paid stays paid', async () => {
    const desk = await merged()
    await desk.scan(ITEMS.projector)
    await desk.ok('desk.finish', {})
    const act = await rowsClosed(desk, `SELECT epoch, seq FROM listed_event LIMIT 0`)
    expect(act).toEqual([])
    const at = await rosaAt(await desk.reopen())
    const [merge_at] = await readMergePlace(at)
    const again = await rosaAt(await at.reopen())
    await again.ok('desk.undo-act', { commandId: again.id(), event: merge_at ?? '' })
    const dana = await again.ok('patron.get', { card_barcode: CARDS.dana })
    const omar = await again.ok('patron.get', { card_barcode: CARDS.omar })
    expect([dana.loans.length, omar.loans.length, omar.owed_cents]).toEqual([2, 2, 300])
  })

  test('not once the kept record was changed, nor after the time for it', async () => {
    const desk = await merged()
    const [ref = ''] = await readMergePlace(desk)
    const at = await rosaAt(await desk.reopen())
    await at.scan(CARDS.dana)
    await at.ok('card.lose', { commandId: at.id(), which: '' })
    const answer = await at.call('desk.undo-act', { commandId: at.id(), event: ref })
    expect(answer.kind === 'refused' && answer.code).toBe('undo-overtaken')
    await forgotten(at)
    expect(await rowsClosed(at, 'SELECT former_patron_id, patron_id, content FROM merged_patron')).toEqual([
      { former_patron_id: OMAR, patron_id: DANA, content: null },
    ])
  })
})

async function readMergePlace(desk: TestDesk): Promise<readonly string[]> {
  const rows = await rowsClosed(
    desk,
    `SELECT terminal_id || '.' || merged_patron.epoch || '.' || seq AS ref FROM terminal, merged_patron`,
  )
  return rows.map((row) => String(row['ref']))
}

test('an erasure takes the former record with it: its number stays out of imports', async () => {
  const desk = await rosaAt(await openDesk(moneyFiles()))
  await desk.scan(CARDS.dana)
  await compare(desk)
  await merge(desk)
  await desk.ok('privacy.erase', { commandId: desk.id(), card_tail: CARDS.dana.slice(-4) })
  const left = `SELECT (SELECT count(*) FROM merged_patron) AS merges_count,
    (SELECT count(*) FROM erased_patron) AS erased_count,
    (SELECT count(*) FROM party WHERE patron_id IN (1, 2)) AS parties_count,
    (SELECT count(*) FROM personal WHERE text LIKE '%merged%') AS words_count`
  expect(await rowsClosed(desk, left)).toEqual([{ merges_count: 0, erased_count: 2, parties_count: 0, words_count: 0 }])
})

test('values of the library’s data that no field of a form takes go over, and back', async () => {
  const long = `'${'s'.repeat(2000)}'`
  const desk = await twoRecords([
    `UPDATE patron SET email = ${long}, language = ${long} WHERE patron_id = 2`,
    `UPDATE patron_address SET street = ${long}, postal_code = ${long} WHERE patron_id = 2`,
  ])
  const before = await start(desk)
  const at = await rosaAt(await desk.reopen())
  await at.scan(CARDS.dana)
  await compare(at)
  await merge(at)
  await at.ok('desk.undo', { commandId: at.id() })
  const after = await start(at)
  expect([after['people'], after['addresses']]).toEqual([before['people'], before['addresses']])
})

test('whoever is another person than one of the two is another than both, until the merge is undone', async () => {
  const pairs = async (desk: TestDesk) => (await start(desk))['apart']
  const apart = ['(2, 5)', '(2, 4)', '(1, 4)'].map((pair) => `INSERT INTO patron_distinct VALUES ${pair}`)
  const desk = await twoRecords([...apart, 'INSERT INTO patron_distinct VALUES (1, 2)'])
  const before = await pairs(desk)
  const at = await rosaAt(await desk.reopen())
  await at.scan(CARDS.dana)
  await compare(at)
  await merge(at)
  expect(await pairs(at)).toEqual([4, 5].map((other) => JSON.stringify({ patron_id: DANA, other_patron_id: other })))
  const again = await rosaAt(await at.reopen())
  await again.scan(CARDS.dana)
  await again.ok('desk.undo', { commandId: again.id() })
  expect(await pairs(again)).toEqual(before)
})

test('the other card may be typed as it is printed, with spaces', async () => {
  const desk = await twoRecords()
  expect((await compare(desk, CARDS.omar.replace(/^(.)(.{4})(.{5})/, '$1 $2 $3 '))).kind).toBe('ok')
})

describe('what is refused', () => {
  test.each([
    ['a card that nobody has', 'nobody', []],
    ['the same record, by its former card', CARDS.danaFormer, []],
    ['the guardian', CARDS.omar, ['UPDATE patron SET guardian_patron_id = 2 WHERE patron_id = 1']],
  ] as const)('%s', async (_what, barcode, also) => {
    const desk = await twoRecords(also)
    expect(await code(desk, barcode)).toBe('merge-unfit')
  })

  test('the badge of somebody who works here', async () => {
    const ben = `INSERT INTO staff
      SELECT 'other', 'Ben', 'BC', role, '${CARDS.omar}', pin_salt, pin_hash, 1 FROM staff`
    const desk = await rosaAt(await openDesk(moneyFiles({ also: [ben] })))
    await desk.scan(CARDS.dana)
    expect(await code(desk, CARDS.omar)).toBe('merge-unfit')
  })

  test('a record that was not opened here', async () => {
    const desk = await rosaAt(await openDesk(moneyFiles()))
    await desk.scan(CARDS.dana)
    const answer = await desk.call('patron.merge', { commandId: desk.id(), other_patron_id: OMAR, turned: [] })
    expect(answer.kind === 'refused' && answer.code).toBe('merge-unfit')
  })
})

test('the page shows both, turns a field either way, and every act is a call', async () => {
  const desk = await twoRecords()
  await desk.ok('desk.go', { page: { place: 'patron-merge', about: '' } })
  await compare(desk)
  const { snapshot } = await desk.ok('desk.snapshot', {})
  expect(snapshot.page && pageFaults(snapshot.page)).toEqual([])
  // Enter asks for the merge: it does not finish and leave.
  expect(snapshot.page?.enter).toMatchObject({ call: { method: 'patron.merge' }, is_grave: true })
  const fields = snapshot.page?.sections.find((one) => one.section_id === 'fields')
  const rows = fields?.kind === 'table' ? fields.rows : []
  expect(rows.map((row) => row.row_id)).toContain('field phone')
  const turn = rows.find((row) => row.row_id === 'field phone')?.enter?.call.input['page']
  const turned = await desk.ok('desk.go', { page: turn as { place: 'patron-merge'; about: string } })
  const after = turned.snapshot.page?.acts.find((one) => one.call.method === 'patron.merge')
  expect(after?.call.input['turned']).toEqual(['phone'])
})

test.each([
  [
    'two days',
    `UPDATE patron SET born_on = iif(patron_id = 1, '1980-05-01', '1981-05-02') WHERE patron_id < 3`,
    'born',
  ],
  [
    'a child and an adult',
    `UPDATE patron SET born_on = iif(patron_id = 1, '1980-05-01', '2015-05-02'),
    guardian_patron_id = NULL`,
    'ages',
  ],
  ['one unknown', `UPDATE patron SET born_on = iif(patron_id = 1, '1980-05-01', NULL) WHERE patron_id < 3`, null],
] as const)('birth dates that differ are told in red by the field, and in the form: %s', async (_, sql, unlike) => {
  const desk = await twoRecords(['UPDATE patron SET guardian_patron_id = NULL', sql])
  await compare(desk)
  const { page } = (await desk.ok('desk.snapshot', {})).snapshot
  const fields = page?.sections.find((one) => one.section_id === 'fields')
  const born = fields?.kind === 'table' ? fields.rows.find(({ row_id }) => row_id === 'field born_on') : undefined
  expect(born?.cells[0]?.tone).toBe(unlike === null ? 'plain' : 'stop')
  const says = page?.acts.find(({ call }) => call.method === 'patron.merge')?.says ?? ''
  const told = Object.entries(en.pages.patrons.merge.unlike).filter(([, text]) => says.includes(text))
  expect(told.map(([name]) => name)).toEqual(unlike === null ? [] : [unlike])
})

test('cards of two other libraries are no reason: which library stays is chosen', async () => {
  const homes = `UPDATE patron SET home_library_name = iif(patron_id = 1, 'Glenview', 'Wilmette') WHERE patron_id < 3`
  const desk = await twoRecords([homes])
  await compare(desk)
  await merge(desk, ['home_library_name'])
  expect(await rowsClosed(desk, 'SELECT home_library_name FROM patron WHERE patron_id = 1')).toEqual([
    { home_library_name: 'Wilmette' },
  ])
})

test('the library that asks for two has a second person approve, whoever asks', async () => {
  const desk = await rosaAt(await openDesk(moneyFiles({ also: ALSO, settings: { is_merge_approved: 'yes' } })))
  await desk.scan(CARDS.dana)
  await compare(desk)
  const { snapshot } = await merge(desk)
  expect(snapshot.rows[0]?.choices.length).toBe(1)
  await desk.ok('desk.finish', {}).catch(() => null)
  expect(await rowsClosed(desk, 'SELECT count(*) AS merges_count FROM merged_patron')).toEqual([{ merges_count: 0 }])
})

test('the former record’s PIN goes, the kept one’s stays, and both are there again once they are two', async () => {
  const desk = await twoRecords()
  const pinOf = async (barcode: string, pin: string): Promise<void> => {
    await desk.ok('desk.finish', {})
    await desk.scan(barcode)
    await desk.ok('patron.set-pin', { commandId: desk.id(), pin, pin_again: pin })
  }
  await pinOf(CARDS.omar, '730518')
  await pinOf(CARDS.dana, '926154')
  const files = await start(desk)
  const at = await rosaAt(await desk.reopen())
  await at.scan(CARDS.dana)
  expect((await compare(at)).kind).toBe('ok')
  await merge(at)
  expect((await start(at))['pins']).toEqual(files['pins']?.filter((row) => row.includes(`"patron_id":${DANA}`)))
  const again = await rosaAt(await at.reopen())
  await again.ok('desk.undo', { commandId: again.id() })
  expect((await start(again))['pins']).toEqual(files['pins'])
})
