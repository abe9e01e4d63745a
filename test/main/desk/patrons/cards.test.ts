/** People who get cards, from outside: registered, renewed, replaced, edited; refused before anything is recorded. */
import { describe, expect, test } from 'vitest'
import { isLuhn } from '../../../../shared/catalog/isbn.ts'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { cardDesk, OWN, registration } from '../../support/card-desk.ts'
import { readClosed } from '../../support/closed-files.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { copyOf, exchange, expectRebuilt, settled, start } from '../../support/reference-files.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { says } from '../../../support/said.ts'

const NEW_CARD = cardNumber('2123400050001', 'mod-10')
const OTHER_CARD = cardNumber('2123400050002', 'mod-10')

/** The desk starts again, and Rosa Ortiz signs in. */
async function comes(desk: TestDesk): Promise<TestDesk> {
  return rosaAt(await desk.reopen())
}

async function refusal(desk: TestDesk, input: Parameters<typeof desk.ok<'patron.register'>>[1]) {
  const result = await desk.call('patron.register', input)
  return result.kind === 'refused' ? { code: result.code, says: result.says } : result.kind
}

describe('registering', () => {
  test('says the year of the day on which a card ends, also within a year', async () => {
    const desk = await cardDesk(false, [`UPDATE patron_category SET card_months_count = 6`])
    const { snapshot } = await desk.ok('patron.register', registration(desk, {}, { barcode: NEW_CARD }))
    expect(snapshot.band?.sentence).toContain('Mon, May 24, 2027')
  })

  test('gives a printed card, opens the account, and lends', async () => {
    const desk = await cardDesk()
    const { snapshot } = await desk.ok('patron.register', registration(desk, {}, { barcode: NEW_CARD }))
    expect(snapshot.patron?.name).toBe('Leo Ortíz')
    expect((await desk.scan(ITEMS.warmth)).rows[0]).toMatchObject({ happened: 'Out' })
    await desk.ok('desk.finish', {})
    expect((await desk.scan(NEW_CARD)).patron?.name).toBe('Leo Ortíz')
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    const found = await readClosed(desk, (all) => ({
      patron: all(`SELECT * FROM patron WHERE surname = 'Ortíz'`)[0],
      address: all('SELECT street, postal_code FROM patron_address'),
      sealed: all(`SELECT content FROM event WHERE content LIKE '%patron-registered%'`)[0],
      keys: all(`SELECT substr(key, 1, 1) AS kind FROM patron_key WHERE key LIKE '%leo%'`),
    }))
    expect(found.patron).toMatchObject({
      category_code: 'ADULT',
      branch_code: 'MAPLE',
      expires_on: '2029-11-24',
      surname_key: 'ortiz',
      registered_on: '2026-11-24',
      address_checked_on: '2026-11-24',
    })
    expect(found.address).toEqual([{ street: '12 Elm St', postal_code: '60015' }])
    expect(found.keys.length).toBeGreaterThan(0)
    expect(String(found.sealed?.['content'])).toContain('"body":{}')
  })

  test('keeps how to tell them and what they agreed to, with its day; an edit of it is of its own day', async () => {
    const desk = await cardDesk()
    const agreed = { notice_kind: 'text', history_consent_kind: 'no' }
    await desk.ok('patron.register', registration(desk, agreed, { barcode: NEW_CARD }))
    const asked = registration(desk, { notice_kind: 'mail', history_consent_kind: 'no' })
    const edit = (typed: typeof asked.typed) =>
      desk.call('patron.edit', { commandId: desk.id(), typed, category_code: 'ADULT', name_proof: 'spelling' })
    desk.clock.pass(3 * 86_400_000)
    expect((await edit(asked.typed)).kind).toBe('ok')
    const row =
      'SELECT notice_kind, history_consent_kind, news_consent_kind, consented_on FROM patron WHERE notice_kind <> ?'
    const wrong = await edit({ ...asked.typed, news_consent_kind: 'maybe' })
    expect(wrong).toMatchObject({ kind: 'refused', code: 'patron-field-wrong' })
    expect(await readClosed(desk, (all) => all(row.replace('?', "''")))).toEqual([
      { notice_kind: 'mail', history_consent_kind: 'no', news_consent_kind: '', consented_on: '2026-11-24' },
    ])
    const at = await comes(desk)
    await at.scan(NEW_CARD)
    const typed = { ...asked.typed, news_consent_kind: 'yes' }
    await at.ok('patron.edit', { commandId: at.id(), typed, category_code: 'ADULT', name_proof: 'spelling' })
    expect(await readClosed(at, (all) => all(row.replace('?', "''")))).toEqual([
      { notice_kind: 'mail', history_consent_kind: 'no', news_consent_kind: 'yes', consented_on: '2026-11-27' },
    ])
  })

  test.each([
    ['as it is printed', '2 1234 00000 0017', 'card-given'],
    ['scanned twice', `${CARDS.dana}${CARDS.dana}`, 'card-given'],
    ['behind the name of its bars', `]C0${CARDS.dana}`, 'card-given'],
    ['between the letters of Codabar', `A${CARDS.dana}B`, 'card-given'],
    ['a sign alone', '=', 'card-not-ours'],
    ['a card that nobody has, as it is printed', '2 1234 00050 0017', 'ok'],
  ])('where the library names no numbers, a card %s: %s is %s', async (_how, barcode, outcome) => {
    const desk = await cardDesk(false, ['DELETE FROM card_range'])
    const input = registration(desk, {}, { barcode })
    const answer = await refusal(desk, input)
    expect(typeof answer === 'string' ? answer : answer.code).toBe(outcome)
    if (outcome !== 'ok') return
    await desk.ok('desk.finish', {})
    expect((await desk.scan(barcode.replaceAll(' ', ''))).patron?.name).toBe('Leo Ortíz')
  })

  test('every document that the library knows may be seen, and what it does not know is none', async () => {
    const codes = Array.from({ length: 14 }, (_, at) => `PAPER${at}`)
    const kinds = codes.map(
      (code, at) => `INSERT INTO proof_kind VALUES ('${code}', '${code}', 'both', NULL, 0, ${at}, 1)`,
    )
    const desk = await cardDesk(false, kinds)
    const proofs = Object.fromEntries([...codes, 'x'.repeat(200)].map((code) => [code, true]))
    await desk.ok('patron.register', registration(desk, {}, { barcode: NEW_CARD, proofs }))
    const none = registration(desk, { given: 'Ana' }, { barcode: OTHER_CARD, proofs: { NOTHING: true } })
    expect(await refusal(desk, none)).toMatchObject({ code: 'proofs-missing' })
    const text = await readClosed(desk, (all) => all(`SELECT text FROM personal WHERE text LIKE '%PAPER%'`)[0])
    expect(JSON.parse(String(text?.['text']))).toMatchObject({ proof_codes: codes })
  })

  test('stays after a settling and a rebuild, and under a reference file of before', async () => {
    const desk = await cardDesk()
    const before = await copyOf(desk)
    const at = await comes(desk)
    await at.ok('patron.register', registration(at, {}, { barcode: NEW_CARD }))
    await at.ok('card.replace', { commandId: at.id(), reason: 'worn', which: '', barcode: OTHER_CARD })
    await expectRebuilt(at)
    await settled(at)
    await expectRebuilt(at)
    const shown = await start(at)
    exchange(at, before)
    const again = await start(at)
    expect([again['people'], again['cards'], again['addresses']]).toEqual([
      shown['people'],
      shown['cards'],
      shown['addresses'],
    ])
  })

  test('done twice under one command is one patron', async () => {
    const desk = await cardDesk()
    const asked = registration(desk, {}, { barcode: NEW_CARD })
    await desk.ok('patron.register', asked)
    await desk.ok('patron.register', asked)
    const count = await readClosed(desk, (all) => all(`SELECT patron_id FROM patron WHERE surname = 'Ortíz'`).length)
    expect(count).toBe(1)
  })

  test('a non-resident owes the fee of the household', async () => {
    const desk = await cardDesk()
    const asked = registration(desk, { postal_code: '60069' }, { barcode: NEW_CARD, household_count: 4 })
    const { snapshot } = await desk.ok('patron.register', asked)
    expect(snapshot.patron?.owed_cents).toBe(10_000)
  })

  test('a child’s card ends at eighteen and needs a guardian', async () => {
    const desk = await cardDesk()
    const child = { born_on: '2010-02-01' }
    expect(await refusal(desk, registration(desk, child, { barcode: NEW_CARD }))).toEqual({
      code: 'patron-field-wrong',
      says: says('patron-field-wrong', { field: 'guardian', fault: 'required', limit: 0 }),
    })
    await desk.ok('patron.register', registration(desk, { ...child, guardian: 'Ana Ortíz' }, { barcode: NEW_CARD }))
    const [row] = await readClosed(desk, (all) =>
      all(`SELECT category_code, expires_on FROM patron WHERE surname = 'Ortíz'`),
    )
    expect(row).toEqual({ category_code: 'CHILD', expires_on: '2028-02-01' })
  })

  test.each([
    [
      'born tomorrow',
      { born_on: '2026-11-25' },
      {},
      'patron-field-wrong',
      says('patron-field-wrong', { field: 'born_on', fault: 'in-future', limit: 0 }),
    ],
    [
      'born in 1880',
      { born_on: '1880-01-01' },
      {},
      'patron-field-wrong',
      says('patron-field-wrong', { field: 'born_on', fault: 'too-early', limit: 0 }),
    ],
    [
      'a phone of letters',
      { phone: 'CALL-NOW' },
      {},
      'patron-field-wrong',
      says('patron-field-wrong', { field: 'phone', fault: 'not-phone', limit: 0 }),
    ],
    [
      'a long street',
      { street: 'x'.repeat(2000) },
      {},
      'patron-field-wrong',
      says('patron-field-wrong', { field: 'street', fault: 'too-long', limit: 200 }),
    ],
    [
      'no name',
      { surname: '  ' },
      {},
      'patron-field-wrong',
      says('patron-field-wrong', { field: 'surname', fault: 'required', limit: 0 }),
    ],
    ['no proof', {}, { proofs: {} }, 'proofs-missing', says('proofs-missing', { identity: 1, address: 1 })],
    ['a card of somebody', {}, { barcode: CARDS.dana }, 'card-given', says('card-given', { barcode: CARDS.dana })],
    ['an item', {}, { barcode: ITEMS.warmth }, 'card-given', says('card-given', { barcode: ITEMS.warmth })],
    [
      'another library’s card',
      {},
      { barcode: '21999000012345' },
      'card-not-ours',
      says('card-not-ours', { barcode: '21999000012345' }),
    ],
    ['no card', {}, { barcode: '' }, 'card-number-missing', says('card-number-missing')],
    ['an unknown category', {}, { category_code: 'GONE' }, 'card-category-missing', says('card-category-missing')],
    [
      'a fee nobody can compute',
      { postal_code: '60069' },
      {},
      'fee-unknown',
      says('fee-unknown', { asks: 'household' }),
    ],
  ] as const)('%s: nothing is recorded', async (_, typed, change, code, said) => {
    const desk = await cardDesk()
    const asked = registration(desk, typed, { barcode: NEW_CARD, ...change })
    expect(await refusal(desk, asked)).toEqual({ code, says: said })
    const count = await readClosed(
      desk,
      (all) => all(`SELECT 1 FROM event WHERE content LIKE '%patron-registered%'`).length,
    )
    expect(count).toBe(0)
  })

  test.each([['بن علي'], ['Sunny 🌻'], ['O’Brien-Nguyễn']])('%s is kept as typed', async (surname) => {
    const desk = await cardDesk()
    await desk.ok('patron.register', registration(desk, { surname }, { barcode: NEW_CARD }))
    const [row] = await readClosed(desk, (all) => all('SELECT surname FROM patron ORDER BY patron_id DESC LIMIT 1'))
    expect(row).toEqual({ surname })
  })
})

describe('numbers of this desk', () => {
  test('come one after the other until the range is used up, with check digits; a start changes nothing', async () => {
    const desk = await cardDesk(true)
    const given: string[] = []
    let at = desk
    for (const n of [0, 1, 2, 3, 4]) {
      await at.ok('patron.register', registration(at, { given: `Leo ${n}` }))
      await at.ok('desk.finish', {})
      if (n === 2) {
        at = await comes(at)
      }
    }
    expect(await refusal(at, registration(at, { given: 'Ada' }))).toMatchObject({ code: 'card-range-used-up' })
    const cards = await readClosed(at, (all) => all(`SELECT barcode FROM card WHERE barcode LIKE '21234000700%'`))
    given.push(...cards.map((row) => String(row['barcode'])))
    expect(given).toHaveLength(5)
    expect(given.every((barcode) => isLuhn(barcode))).toBe(true)
    expect(given.toSorted()[0]).toBe(cardNumber(OWN.from, 'mod-10'))
  })
})

describe('renewing', () => {
  test('asks for the address, then counts from today and lifts the block', async () => {
    const desk = await cardDesk()
    await desk.scan(CARDS.expired)
    const asked = { household_count: null, basis_cents: null, home_expires_on: null }
    const first = await desk.call('card.renew', { commandId: desk.id(), is_address_checked: false, ...asked })
    expect(first).toMatchObject({ kind: 'refused', code: 'address-unchecked' })
    await desk.ok('card.renew', { commandId: desk.id(), is_address_checked: true, ...asked })
    expect((await desk.scan(ITEMS.warmth)).rows[0]).toMatchObject({ happened: 'Out' })
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    const [row] = await readClosed(desk, (all) =>
      all('SELECT expires_on, address_checked_on FROM patron WHERE patron_id = 3'),
    )
    expect(row).toEqual({ expires_on: '2029-11-24', address_checked_on: '2026-11-24' })
  })
})

describe('replacing', () => {
  test('a lost card stops at once, its number still finds the patron, and the fee is charged', async () => {
    const desk = await cardDesk()
    await desk.scan(CARDS.dana)
    await desk.ok('card.replace', { commandId: desk.id(), reason: 'lost', which: '', barcode: NEW_CARD })
    await desk.ok('desk.finish', {})
    const { patron } = await desk.scan(NEW_CARD)
    expect(patron?.name).toBe('Dana Miller')
    const cards = await readClosed(desk, (all) => ({
      cards: all('SELECT barcode, status FROM card WHERE patron_id = 1 ORDER BY barcode'),
      charges: all('SELECT kind, owed_cents FROM charge_now WHERE patron_id = 1'),
    }))
    expect(cards).toEqual({
      cards: [
        { barcode: CARDS.danaFormer, status: 'former' },
        { barcode: CARDS.dana, status: 'lost' },
        { barcode: NEW_CARD, status: 'current' },
      ],
      charges: [{ kind: 'card', owed_cents: 200 }],
    })
  })

  test('a worn card becomes a former one, for free; an extra one leaves both', async () => {
    const desk = await cardDesk()
    await desk.scan(CARDS.dana)
    await desk.ok('card.replace', { commandId: desk.id(), reason: 'worn', which: '', barcode: NEW_CARD })
    await desk.ok('card.replace', { commandId: desk.id(), reason: 'extra', which: '', barcode: OTHER_CARD })
    const found = await readClosed(desk, (all) => ({
      current: all(`SELECT barcode FROM card WHERE patron_id = 1 AND status = 'current' ORDER BY barcode`),
      charges: all('SELECT owed_cents FROM charge_now WHERE patron_id = 1'),
    }))
    expect(found.current).toEqual([{ barcode: NEW_CARD }, { barcode: OTHER_CARD }])
    expect(found.charges).toEqual([{ owed_cents: 200 }])
  })

  test('lost without another: nothing is lent with it', async () => {
    const desk = await cardDesk()
    await desk.scan(CARDS.dana)
    await desk.ok('card.lose', { commandId: desk.id(), which: '' })
    await desk.ok('desk.finish', {})
    await desk.scan(CARDS.dana)
    expect((await desk.scan(ITEMS.warmth)).rows[0]).not.toMatchObject({ happened: 'Out' })
    expect(await desk.call('card.lose', { commandId: desk.id(), which: '' })).toMatchObject({ code: 'card-none' })
  })
})

describe('editing', () => {
  test('changes what differs, and is found by the new name alone', async () => {
    const desk = await cardDesk()
    await desk.ok('patron.register', registration(desk, {}, { barcode: NEW_CARD }))
    const { typed } = registration(desk, { surname: 'Park', street: '4 Oak St' })
    await desk.ok('patron.edit', { commandId: desk.id(), typed, category_code: 'ADULT', name_proof: 'spelling' })
    expect(
      await desk.call('patron.edit', { commandId: desk.id(), typed, category_code: 'ADULT', name_proof: 'spelling' }),
    ).toMatchObject({
      code: 'patron-unchanged',
    })
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    const found = await readClosed(desk, (all) => ({
      row: all('SELECT surname, surname_key, email FROM patron ORDER BY patron_id DESC LIMIT 1')[0],
      address: all('SELECT street FROM patron_address'),
      tails: all(`SELECT name FROM name_tail WHERE name = 'ortiz'`),
    }))
    expect(found).toEqual({
      row: { surname: 'Park', surname_key: 'park', email: 'leo@example.org' },
      address: [{ street: '4 Oak St' }],
      tails: [],
    })
  })

  test('an old fault of another field does not stop a change', async () => {
    const desk = await cardDesk(false, [`UPDATE patron SET phone = 'none' WHERE patron_id = 1`])
    await desk.scan(CARDS.dana)
    const blank = registration(desk).typed
    const names = { surname: 'Miller', given: 'Dana', born_on: '1980-04-12', email: null, language: 'en' }
    const typed = { ...blank, ...names, phone: 'none', street: '9 Elm St', city: 'Deerfield', postal_code: '60015' }
    await desk.ok('patron.edit', { commandId: desk.id(), typed, category_code: 'ADULT', name_proof: 'spelling' })
    const [row] = await readClosed(desk, (all) => all('SELECT street FROM patron_address WHERE patron_id = 1'))
    expect(row).toEqual({ street: '9 Elm St' })
  })
})

describe('erasing', () => {
  test('takes everything of a registered patron, and no start brings it back', async () => {
    const desk = await cardDesk()
    await desk.ok('patron.register', registration(desk, {}, { barcode: NEW_CARD }))
    await desk.ok('privacy.erase', { commandId: desk.id(), card_tail: NEW_CARD.slice(-4) })
    const again = await desk.reopen()
    const left = await readClosed(again, (all) => ({
      people: all(`SELECT 1 FROM patron WHERE surname = 'Ortíz'`),
      cards: all(`SELECT 1 FROM card WHERE barcode = '${NEW_CARD}'`),
      words: all(`SELECT 1 FROM personal WHERE text LIKE '%Elm%'`),
      rows: all(`SELECT 1 FROM overlay_row WHERE content LIKE '%Elm%'`),
      identity: all(`SELECT 1 FROM identity WHERE external_id LIKE 'desk:%'`),
    }))
    expect(left).toEqual({ people: [], cards: [], words: [], rows: [], identity: [] })
  })
})
