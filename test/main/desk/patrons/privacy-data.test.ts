/** A patron's own data given to them; a patron erased: nothing of them is left, no figure moves, no chain breaks. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openStore } from '../../../../main/store/store.ts'
import { moneyIn } from '../../../../shared/words/money.ts'
import { readableText } from '../../../../shared/patron/privacy-text.ts'
import { KEY } from '../../support/fakes.ts'
import { testFolder } from '../../support/folders.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { privateDesk, ZENOBIA, type PrivateDesk } from '../../support/private-desk.ts'
import { benAtDesk } from '../../support/staff.ts'
import { says } from '../../../support/said.ts'
import { cents } from '../../../../shared/kernel/money.ts'

const NOTE = 'Prefers the large window seat'

/** Zenobia has something of everything: a loan, one returned, a hold, a waived charge, a note, a disclosure. */
async function busy(desk: PrivateDesk): Promise<string> {
  const id = (): { commandId: string } => ({ commandId: desk.id() })
  await desk.ok('hold.place-for', {
    ...id(),
    card_barcode: ZENOBIA.card,
    title_id: 3,
    item_barcode: null,
    pickup_branch: 'MAPLE',
  })
  await desk.scan(ZENOBIA.card)
  await desk.scan(ITEMS.warmth)
  await desk.scan(ITEMS.educated)
  await desk.ok('note.write', { ...id(), kind: 'note', text: NOTE, until_on: null })
  await desk.ok('charge.add', { ...id(), fee_code: '', amount_cents: 150, note: 'Printing' })
  await desk.ok('privacy.disclose', { ...id(), basis: 'patron-asked', what: 'account', to_whom: 'Herself, by letter' })
  await desk.ok('loan.check-in', { ...id(), item_barcode: ITEMS.educated })
  const own = `SELECT charge_ref FROM overlay_charge WHERE patron_id = ${ZENOBIA.patron_id}`
  return String((desk.rows(own)[0] as string[])[0])
}

/** Everything is brought back, paid and canceled. */
async function ended(desk: PrivateDesk, charge_ref: string): Promise<void> {
  const id = (): { commandId: string } => ({ commandId: desk.id() })
  const { holds } = await desk.ok('hold.of-patron', { card_barcode: ZENOBIA.card })
  await desk.ok('hold.cancel', { ...id(), hold_ref: holds[0]?.hold_ref ?? '' })
  await desk.ok('charge.waive', { ...id(), charge_ref, amount_cents: null, reason: 'hardship' })
  await desk.ok('loan.check-in', { ...id(), item_barcode: ITEMS.warmth })
}

describe('a patron’s own data', () => {
  test('is everything the desk holds about them, to read and for programs, for the owner’s eyes alone', async () => {
    const desk = await privateDesk({ is_view_audited: 'yes', is_view_log_told: 'yes' })
    await busy(desk)
    const to_file = join(testFolder(), 'zenobia.json')
    const { snapshot } = await desk.ok('privacy.export', { commandId: desk.id(), to_file })
    expect(snapshot.band?.heading).toBe('Their data')
    const held = JSON.parse(readFileSync(to_file, 'utf8')) as Record<string, unknown>
    expect(held).toMatchObject({
      format: 'datestamp-patron',
      who_you_are: { surname: 'Quillfeather', given: 'Zenobia', born_on: '1980-04-12', email: ZENOBIA.email },
      cards: [{ number: ZENOBIA.card, status: 'current' }],
      addresses: [{ street: ZENOBIA.street }],
      notes: [{ text: NOTE, is_stopping_lending: false }],
      on_loan: [{ title: 'The Warmth of Other Suns', barcode: ITEMS.warmth, due_at: '2026-12-15 23:59' }],
      returned_and_not_yet_forgotten: [{ title: 'Educated', barcode: ITEMS.educated, out_at: '2026-11-24 11:07' }],
      on_hold: [{ title: 'Becoming', status: 'waiting' }],
      charges: [{ for: 'Charge', amount_cents: 150, owed_cents: 150, note: 'Printing' }],
      told_to_others: [{ basis: 'The patron asked for it', to_whom: 'Herself, by letter', by: 'RO' }],
      looked_at: [{ viewed_on: '2026-11-24', by: 'RO', place: 'card', views_count: 1 }],
    })
    const text = readFileSync(`${to_file}.txt`, 'utf8')
    for (const words of ['Zenobia', NOTE, 'The Warmth of Other Suns', '$1.50', ZENOBIA.street])
      expect(text).toContain(words)
    expect([to_file, `${to_file}.txt`].map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600])
    expect(desk.rows(`SELECT count(*) FROM event WHERE content LIKE '%patron-exported%'`)).toEqual([[1]])
  })

  test('leaves out who looked, unless the library tells it; and holds nobody else', async () => {
    const desk = await privateDesk({ is_view_audited: 'yes' })
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.becoming)
    await desk.ok('desk.finish', {})
    await busy(desk)
    const to_file = join(testFolder(), 'zenobia.json')
    await desk.ok('privacy.export', { commandId: desk.id(), to_file })
    const all = readFileSync(to_file, 'utf8') + readFileSync(`${to_file}.txt`, 'utf8')
    expect(all).not.toMatch(/looked_at|Looked at|Dana|Miller|Rosa/)
    expect(all).not.toContain(CARDS.dana)
  })

  test('is never written over a file, and what cannot be written is said and not recorded', async () => {
    const desk = await privateDesk()
    await desk.scan(ZENOBIA.card)
    const taken = join(testFolder(), 'taken.json')
    writeFileSync(`${taken}.txt`, 'a letter')
    const call = (to_file: string): ReturnType<typeof desk.call> =>
      desk.call('privacy.export', { commandId: desk.id(), to_file })
    expect(await call(taken)).toMatchObject({ code: 'file-exists' })
    expect([existsSync(taken), readFileSync(`${taken}.txt`, 'utf8')]).toEqual([false, 'a letter'])
    expect(await call(join(desk.folder, 'no', 'such', 'folder.json'))).toMatchObject({ code: 'folder-unreadable' })
    expect(await call(desk.folder)).toMatchObject({ code: 'file-exists' })
    expect(desk.rows(`SELECT count(*) FROM event WHERE content LIKE '%patron-exported%'`)).toEqual([[0]])
  })

  test('reads as lines: names without their units, amounts as money, nothing left out', () => {
    const held = {
      who: { born_on: '1980-04-12', is_active: true },
      charges: [{ owed_cents: 150, note: '' }],
      cards: [],
    }
    const text = readableText(held, moneyIn('en-US'))
    expect(text).toBe(
      'Who\n  Born: 1980-04-12\n  Active: yes\n\nCharges: 1\n  - Owed: $1.50\n    Note: nothing\n\nCards: none\n',
    )
  })
})

describe('erasing', () => {
  const erase = (desk: PrivateDesk, card_tail = '0116'): ReturnType<typeof desk.call> =>
    desk.call('privacy.erase', { commandId: desk.id(), card_tail })

  test('waits until nothing is out, on hold or owed, and says each time what to do', async () => {
    const desk = await privateDesk()
    const charge_ref = await busy(desk)
    expect(await erase(desk)).toMatchObject({
      code: 'erase-loans-out',
      says: says('erase-loans-out', { count: 1 }),
    })
    await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.warmth })
    expect(await erase(desk)).toMatchObject({ code: 'erase-holds-open' })
    const { holds } = await desk.ok('hold.of-patron', { card_barcode: ZENOBIA.card })
    await desk.ok('hold.cancel', { commandId: desk.id(), hold_ref: holds[0]?.hold_ref ?? '' })
    expect(await erase(desk)).toMatchObject({
      code: 'erase-money-owed',
      says: says('erase-money-owed', { owed: cents(150) }),
    })
    await desk.ok('charge.waive', { commandId: desk.id(), charge_ref, amount_cents: null, reason: 'hardship' })
    expect(await erase(desk, '9999')).toMatchObject({ code: 'card-tail-wrong' })
    expect(await erase(desk)).toMatchObject({ kind: 'ok' })
  })

  test('what the library owes back is paid first', async () => {
    const credit = `INSERT INTO charge (external_id, patron_id, item_id, kind, charged_at_ms, amount_cents, owed_cents,
      note, refund_due_cents) VALUES ('c7', ${ZENOBIA.patron_id}, NULL, 'lost', 0, 900, 0, '', 900)`
    const desk = await privateDesk({}, [credit])
    await desk.scan(ZENOBIA.card)
    expect(await erase(desk)).toMatchObject({
      code: 'erase-refund-due',
      says: says('erase-refund-due', { owed: cents(900) }),
    })
  })

  const FIGURES = `SELECT
    (SELECT count(*) FROM ref.patron), (SELECT count(*) FROM ref.item), (SELECT count(*) FROM ref.title),
    (SELECT count(*) FROM ref.charge) + (SELECT coalesce(sum(charges_count), 0) FROM forgotten_charge),
    (SELECT sum(amount_cents) FROM ref.charge) + (SELECT coalesce(sum(amount_cents), 0) FROM forgotten_charge),
    (SELECT sum(owed_cents) FROM ref.charge), (SELECT sum(amount_cents) FROM transfer)`

  test('leaves nothing of who it was in any file, moves no figure and breaks no chain', async () => {
    const desk = await privateDesk({ is_view_audited: 'yes' }, [
      `INSERT INTO charge (external_id, patron_id, item_id, kind, charged_at_ms, amount_cents, owed_cents, note)
        VALUES ('c8', ${ZENOBIA.patron_id}, 1, 'lost', 0, 700, 0, 'Her copy of The Warmth')`,
    ])
    const charge_ref = await busy(desk)
    await ended(desk, charge_ref)
    await desk.ok('desk.clear', {})
    // Not a day later, not an hour: she is at the desk.
    const loud = [
      ZENOBIA.surname,
      // What letters from inside the name find.
      ZENOBIA.surname.toLowerCase().slice(1),
      ZENOBIA.card,
      ZENOBIA.street,
      ZENOBIA.phone,
      ZENOBIA.email,
      NOTE,
      'ils-4471',
      'Printing',
    ]
    expect(loud.filter((words) => !desk.says(words))).toEqual([])
    const { events_count } = await desk.ok('journal.verify', {})
    const before = desk.rows(FIGURES)
    const charged = desk.rows('SELECT sum(amount_cents) FROM overlay_charge')
    await desk.scan(ZENOBIA.card)
    expect(await erase(desk)).toMatchObject({ kind: 'ok' })
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect([snapshot.patron, snapshot.band?.heading]).toEqual([null, 'Erased'])
    expect(JSON.stringify(snapshot)).not.toMatch(/Zenobia|Quillfeather/)

    expect(loud.filter((words) => desk.says(words))).toEqual([])
    expect(desk.says('Herself, by letter')).toBe(false)
    const after = desk.rows(FIGURES)
    const [[patrons, items, titles, count, sum, owed, entries]] = before as number[][] as [number[]]
    const own = Number((charged[0] as number[])[0])
    expect(after).toEqual([[patrons, items, titles, Number(count) + 1, Number(sum) + own, owed, entries]])
    expect(desk.rows('SELECT count(*) FROM party')).toEqual([[0]])
    expect(desk.rows('SELECT count(*) FROM personal')).toEqual([[0]])
    expect(
      desk.rows(`SELECT surname, is_active, guardian_patron_id, guardian FROM ref.patron
        WHERE patron_id = ${ZENOBIA.patron_id}`),
    ).toEqual([['Erased', 0, null, '']])
    const { problems, events_count: events_after } = await desk.ok('journal.verify', {})
    // The view, and the erasure itself.
    expect([problems, events_after]).toEqual([[], events_count + 2])

    expect((await desk.ok('search.patrons', { text: 'quillfeather', limit: 5 })).hits).toEqual([])
    expect((await desk.scan(ZENOBIA.card)).band?.outcome).toBe('stop')
    expect(await desk.call('desk.last-patron', {})).toMatchObject({ code: 'nobody-open' })
  })

  test('takes nothing of anybody else, in either file', async () => {
    const settled = `INSERT INTO charge
      (external_id, patron_id, item_id, kind, charged_at_ms, amount_cents, owed_cents, note) VALUES
      ('c9', 1, 1, 'lost', 0, 700, 0, 'Her own copy')`
    const desk = await privateDesk(
      { is_view_audited: 'yes' },
      [
        settled,
        `INSERT INTO patron_address (patron_id, kind, street, city, region, postal_code)
        VALUES (1, 'home', '4 Elm Row', 'Springfield', 'IL', '62701')`,
        `UPDATE patron SET guardian_patron_id = 1, guardian = 'Dana Miller, his mother' WHERE patron_id = 2`,
      ],
      ['INSERT INTO forgotten_claim (patron_id, month_at_ms, claims_count) VALUES (1, 0, 2)'],
    )
    const id = (): { commandId: string } => ({ commandId: desk.id() })
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.becoming)
    await desk.ok('note.write', { ...id(), kind: 'note', text: 'Moved in May', until_on: null })
    await desk.ok('charge.add', { ...id(), fee_code: '', amount_cents: 300, note: 'Copies' })
    await desk.ok('privacy.disclose', { ...id(), basis: 'patron-asked', what: 'account', to_whom: 'Her son' })
    await desk.ok('desk.finish', {})
    await ended(desk, await busy(desk))
    await desk.ok('desk.clear', {})

    const own = `patron_id <> ${ZENOBIA.patron_id}`
    const tables = ['patron', 'card', 'patron_address'].map((name) => `ref.${name}`)
    const others = () => [
      ...['viewed', 'forgotten_claim', ...tables].map((name) =>
        desk.rows(`SELECT * FROM ${name} WHERE ${own} ORDER BY 1, 2, 3`),
      ),
      desk.rows(`SELECT text FROM ref.patron_note WHERE ${own} UNION SELECT json_extract(content, '$.text')
        FROM overlay_row WHERE json_extract(content, '$.patron_id') <> ${ZENOBIA.patron_id} ORDER BY text`),
      desk.rows(`SELECT text FROM personal JOIN party USING (epoch, seq) WHERE ${own} ORDER BY text`),
      desk.rows(`SELECT patron_id, note, item_id FROM ref.charge WHERE external_id = 'c9'`),
    ]
    const parties = () => desk.rows(`SELECT * FROM party WHERE ${own}`)
    const before = others()
    const named = parties()
    expect([named, ...before].filter((rows) => rows.length === 0)).toEqual([])
    await desk.scan(ZENOBIA.card)
    expect(await erase(desk)).toMatchObject({ kind: 'ok' })
    expect(others()).toEqual(before)
    // Settling meanwhile may write down whose an open loan is once more.
    expect(parties()).toEqual(expect.arrayContaining([...named]))
    await desk.scan(CARDS.dana)
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
    for (const words of ['Becoming', 'Moved in May', 'Copies', '$3.00'])
      expect(JSON.stringify(snapshot.page)).toContain(words)
  })

  test('is carried through after a crash between the record and the files', async () => {
    const desk = await privateDesk()
    await desk.scan(ZENOBIA.card)
    await desk.ok('privacy.disclose', {
      commandId: desk.id(),
      basis: 'other',
      what: 'identity',
      to_whom: 'Nobody Inparticular',
    })
    expect(await erase(desk)).toMatchObject({ kind: 'ok' })
    // As if the desk had died before what lies beside the journal was taken away.
    const [place] = desk.rows(`SELECT epoch, seq FROM listed_event WHERE kind = 'patron-erased'`)
    const [epoch, seq] = place as number[]
    await desk.station.close()
    const store = openStore(desk.folder, KEY)
    store.db.db.exec(`INSERT INTO party VALUES (${epoch}, ${seq}, ${ZENOBIA.patron_id}, NULL)`)
    store.db.db.exec(`INSERT INTO party VALUES (1, 2, ${ZENOBIA.patron_id}, NULL)`)
    store.db.db.exec(`INSERT INTO personal VALUES (1, 2, 'Nobody Inparticular')`)
    store.close()
    const again = await desk.reopen()
    desk.hours(0)
    expect(desk.says('Nobody Inparticular')).toBe(false)
    // The bare record number, in the list of who was erased.
    expect(desk.traces().journal).toBe(1)
    expect(again.log).toEqual([])
  })

  test('is a manager’s, and nobody else’s', async () => {
    const desk = await privateDesk()
    await benAtDesk(desk)
    await desk.scan(ZENOBIA.card)
    expect(await erase(desk)).toMatchObject({ code: 'not-permitted' })
    const { page } = (await desk.ok('desk.go', { page: { place: 'privacy', about: '' } })).snapshot
    expect(page?.acts.map((act) => act.key)).toEqual(['P'])
  })
})
