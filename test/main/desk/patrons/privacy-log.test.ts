/** Who looked at whose record, and what was told to others: on real files, through the contract. */
import { describe, expect, test } from 'vitest'
import { disclosureRefusal, isCardTail, type DisclosureAsk } from '../../../../shared/patron/privacy.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { privateDesk, ZENOBIA, type PrivateDesk } from '../../support/private-desk.ts'
import { askedFor, benAtDesk } from '../../support/staff.ts'
import { ENGLISH } from '../../../support/said.ts'

const PRIVACY = ENGLISH.words.pages.privacy

const AUDITED = { is_view_audited: 'yes' }
const ASKED = { is_view_audited: 'yes', is_view_reason_required: 'yes' }
const { patron_id } = ZENOBIA

async function viewsOfZenobia(desk: PrivateDesk): Promise<unknown> {
  return (await desk.ok('privacy.views', { staff_code: 'rortiz', limit: 100 })).views
    .filter((view) => view.patron_id === patron_id)
    .map(({ viewed_on, initials, place, reason, views_count }) => [viewed_on, initials, place, reason, views_count])
}

describe('looking at a record', () => {
  test('is kept where the library asks for it: once each time the account opens', async () => {
    const desk = await privateDesk(AUDITED)
    await desk.scan(ZENOBIA.card)
    await desk.scan(ZENOBIA.card)
    await desk.ok('desk.go', { page: { place: 'account', about: '' } })
    expect(await viewsOfZenobia(desk)).toEqual([['2026-11-24', 'RO', 'card', '', 1]])
    await desk.ok('desk.finish', {})
    await desk.ok('desk.open-patron', { patron_id })
    await desk.scan(CARDS.dana)
    await desk.ok('desk.last-patron', {})
    await desk.ok('patron.get', { card_barcode: ZENOBIA.card })
    await desk.ok('hold.of-patron', { card_barcode: ZENOBIA.card })
    await desk.ok('loan.preview', { card_barcode: ZENOBIA.card, item_barcode: ITEMS.warmth })
    expect(await viewsOfZenobia(desk)).toEqual([
      ['2026-11-24', 'RO', 'card', '', 1],
      ['2026-11-24', 'RO', 'name', '', 2],
      ['2026-11-24', 'RO', 'script', '', 3],
    ])
  })

  test('is what looking for a patron’s entries in the work log is too, and the patron is not there', async () => {
    const desk = await privateDesk(AUDITED)
    const every = { staff_code: '', group: '', from_on: null, to_on: null } as const
    await desk.ok('work-log.find-preview', { ...every, barcode: ZENOBIA.card })
    expect(await viewsOfZenobia(desk)).toEqual([])
    await desk.ok('work-log.find', { ...every, barcode: ZENOBIA.card })
    expect(await viewsOfZenobia(desk)).toEqual([['2026-11-24', 'RO', 'name', '', 1]])
  })

  test('by the work log is asked why, where the library asks; an item is not', async () => {
    const desk = await privateDesk(ASKED)
    const every = { staff_code: '', group: '', from_on: null, to_on: null } as const
    const { page } = (await desk.ok('desk.go', { page: { place: 'work-log', about: '' } })).snapshot
    const field = page?.acts.find((act) => act.key === 'F')?.asks.find((one) => one.name === 'reason')
    expect(field?.options.map((one) => one.value)).toContain('telephone')
    for (const reason of ['', 'curious'])
      expect(await desk.call('work-log.find', { ...every, barcode: ZENOBIA.card, reason })).toMatchObject({
        code: 'reason-unknown',
      })
    expect(await viewsOfZenobia(desk)).toEqual([])
    await desk.ok('work-log.find', { ...every, barcode: ITEMS.warmth, reason: '' })
    await desk.ok('work-log.find', { ...every, barcode: ZENOBIA.card, reason: 'telephone' })
    expect(await viewsOfZenobia(desk)).toEqual([['2026-11-24', 'RO', 'name', 'telephone', 1]])
  })

  test('is not kept where the library does not ask for it', async () => {
    const desk = await privateDesk()
    await desk.scan(ZENOBIA.card)
    expect(await viewsOfZenobia(desk)).toEqual([])
    expect(desk.traces().journal).toBe(0)
  })

  test('without the card is asked why, and nothing is shown before', async () => {
    const desk = await privateDesk(ASKED)
    const { snapshot } = await desk.ok('desk.open-patron', { patron_id })
    expect([snapshot.patron, snapshot.page?.heading]).toEqual([null, PRIVACY.reason.heading])
    const said = JSON.stringify(snapshot)
    for (const word of [ZENOBIA.surname, ZENOBIA.given, ZENOBIA.card, ZENOBIA.phone]) expect(said).not.toContain(word)
    expect(await viewsOfZenobia(desk)).toEqual([])
    if (!snapshot.page) throw new Error('a page that asks')
    expect(pageFaults(snapshot.page)).toEqual([])
    const telephone = snapshot.page.acts.find((act) => act.key === 'T')
    const opened = await desk.ok('desk.open-patron', telephone?.call.input as { patron_id: number })
    expect([opened.snapshot.patron?.name, opened.snapshot.page]).toEqual(['Zenobia Quillfeather', null])
    expect(await viewsOfZenobia(desk)).toEqual([['2026-11-24', 'RO', 'name', 'telephone', 1]])
    // Once open it is not asked again; the card itself is reason enough.
    await desk.ok('desk.open-patron', { patron_id })
    await desk.ok('desk.finish', {})
    expect((await desk.scan(ZENOBIA.card)).patron?.name).toBe('Zenobia Quillfeather')
    await desk.ok('desk.finish', {})
    expect((await desk.ok('desk.last-patron', {})).snapshot.patron).toBeNull()
    expect(await desk.call('desk.open-patron', { patron_id, reason: 'curious' })).toMatchObject({
      code: 'reason-unknown',
    })
  })

  test('by a typed card number is asked why, and the letter opens it with that card', async () => {
    const desk = await privateDesk(ASKED)
    const type = async () =>
      (await desk.ok('desk.scan', { commandId: desk.id(), text: ZENOBIA.card, source: 'typed' })).snapshot
    const asked = await type()
    expect([asked.patron, asked.page?.heading]).toEqual([null, PRIVACY.reason.heading])
    const said = JSON.stringify(asked)
    for (const word of [ZENOBIA.surname, ZENOBIA.given, ZENOBIA.phone]) expect(said).not.toContain(word)
    expect(await viewsOfZenobia(desk)).toEqual([])
    const here = asked.page?.acts.find((act) => act.key === 'H')
    const { snapshot } = await desk.ok('desk.open-patron', here?.call.input as { patron_id: number })
    expect([snapshot.patron?.name, snapshot.patron?.card_barcode, snapshot.page]).toEqual([
      'Zenobia Quillfeather',
      ZENOBIA.card,
      null,
    ])
    expect(await viewsOfZenobia(desk)).toEqual([['2026-11-24', 'RO', 'typed', 'here', 1]])
    // Typed again for the open account, or scanned, it is asked no more.
    expect((await type()).patron?.name).toBe('Zenobia Quillfeather')
    await desk.ok('desk.finish', {})
    expect((await desk.scan(ZENOBIA.card)).patron?.name).toBe('Zenobia Quillfeather')
  })

  test('by a typed card number is kept as that where no reason is asked', async () => {
    const desk = await privateDesk(AUDITED)
    await desk.ok('desk.scan', { commandId: desk.id(), text: ZENOBIA.card, source: 'typed' })
    expect(await viewsOfZenobia(desk)).toEqual([['2026-11-24', 'RO', 'typed', '', 1]])
  })

  test('by a script is asked why, each time', async () => {
    const desk = await privateDesk(ASKED)
    const card_barcode = ZENOBIA.card
    const asks = [
      ['patron.get', { card_barcode }],
      ['hold.of-patron', { card_barcode }],
      ['loan.preview', { card_barcode, item_barcode: ITEMS.warmth }],
    ] as const
    for (const [method, input] of asks) {
      expect(await desk.call(method, input)).toMatchObject({ code: 'reason-unknown' })
      expect(await desk.call(method, { ...input, reason: 'curious' })).toMatchObject({ code: 'reason-unknown' })
      await desk.ok(method, { ...input, reason: 'telephone' })
    }
    expect(await viewsOfZenobia(desk)).toEqual([['2026-11-24', 'RO', 'script', 'telephone', 3]])
  })

  test('does not tell what was borrowed: the entry names nobody, and the day names no loan', async () => {
    const desk = await privateDesk(AUDITED)
    await desk.scan(ZENOBIA.card)
    await desk.scan(ITEMS.warmth)
    await desk.ok('desk.finish', {})
    await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.warmth })
    desk.hours(2)
    expect(desk.rows('SELECT count(*) FROM party')).toEqual([[0]])
    // What is left of her beside the journal: one row without a time or a place in the journal.
    const left = `SELECT patron_id, viewed_on, staff_code, place_kind, reason, views_count FROM viewed`
    expect(desk.rows(left)).toEqual([[patron_id, '2026-11-24', 'rortiz', 'card', '', 1]])
    expect(desk.traces().journal).toBe(2)
  })

  test('is forgotten after the days the library keeps it', async () => {
    const desk = await privateDesk({ ...AUDITED, view_audit_days_count: '90' })
    await desk.scan(ZENOBIA.card)
    await desk.ok('desk.clear', {})
    desk.hours(89 * 24)
    expect(desk.traces().journal).toBeGreaterThan(0)
    desk.hours(3 * 24)
    expect(desk.traces().journal).toBe(0)
  })

  test('is listed for a manager, by patron and by member of staff, and for nobody else', async () => {
    const desk = await privateDesk(AUDITED)
    await desk.scan(ZENOBIA.card)
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'privacy', about: '' } })
    expect(JSON.stringify(snapshot.page)).toContain(PRIVACY.views.heading)
    for (const about of ['log', 'staff', 'staff rortiz']) {
      const page = (await desk.ok('desk.go', { page: { place: 'privacy', about } })).snapshot.page
      if (!page) throw new Error(about)
      expect([about, pageFaults(page)]).toEqual([about, []])
    }
    const mine = (await desk.ok('desk.go', { page: { place: 'privacy', about: 'staff rortiz' } })).snapshot.page
    expect(JSON.stringify(mine)).toContain('Zenobia Quillfeather')
    await desk.ok('desk.finish', {})
    await benAtDesk(desk)
    await desk.scan(ZENOBIA.card)
    const bens = (await desk.ok('desk.go', { page: { place: 'privacy', about: '' } })).snapshot.page
    expect(JSON.stringify(bens)).not.toContain(PRIVACY.views.heading)
    expect(await desk.call('privacy.views', { staff_code: 'rortiz', limit: 5 })).toMatchObject({
      code: 'not-permitted',
    })
    const asked = await askedFor(desk, { place: 'privacy', about: 'log' })
    expect(asked.asks).toBe('Open the log of viewed records: Request an override')
    expect(asked.page).toMatchObject({ ref: { place: 'privacy', about: '' } })
  })
})

const ask = (change: Partial<DisclosureAsk>): DisclosureAsk => ({
  basis: 'court-order',
  what: 'identity',
  age_count: 40,
  guardian_told_below_age_count: null,
  ...change,
})

describe('who may be told what', () => {
  test.each<[string, Partial<DisclosureAsk>, string | null]>([
    ['a court order opens everything', { what: 'everything' }, null],
    ['the patron may have it all', { basis: 'patron-asked', what: 'everything' }, null],
    ['an officer in an emergency: who somebody is', { basis: 'emergency' }, null],
    ['and never what is out', { basis: 'emergency', what: 'account' }, 'disclosure-identity-only'],
    ['nor the rest', { basis: 'emergency', what: 'everything' }, 'disclosure-identity-only'],
    [
      'a guardian, where the library tells none',
      { basis: 'guardian-asked', what: 'account' },
      'disclosure-not-guardian',
    ],
    [
      'a guardian of a child young enough',
      { basis: 'guardian-asked', what: 'account', age_count: 9, guardian_told_below_age_count: 13 },
      null,
    ],
    [
      'a guardian of one who is not',
      { basis: 'guardian-asked', what: 'account', age_count: 13, guardian_told_below_age_count: 13 },
      'disclosure-not-guardian',
    ],
    [
      'an adult child, where the library’s age is beyond 18',
      { basis: 'guardian-asked', what: 'account', age_count: 19, guardian_told_below_age_count: 21 },
      'disclosure-not-guardian',
    ],
    [
      'a guardian, the age not known',
      { basis: 'guardian-asked', what: 'account', age_count: null, guardian_told_below_age_count: 13 },
      'disclosure-not-guardian',
    ],
    [
      'a guardian never hears everything',
      { basis: 'guardian-asked', what: 'everything', age_count: 9, guardian_told_below_age_count: 13 },
      'disclosure-not-guardian',
    ],
  ])('%s', (_name, change, refusal) => {
    expect(disclosureRefusal(ask(change))?.code ?? null).toBe(refusal)
  })

  test.each([
    ['3456', ['21234000003456'], true],
    [' 3456 ', ['2999', '21234000003456'], true],
    ['456', ['21234000003456'], false],
    ['23456', ['21234000023456'], false],
    ['none', [], true],
    ['none', ['2123'], false],
    ['', [], false],
  ])('typed %j for the cards %j: %s', (typed, cards, fits) => expect(isCardTail(typed, cards)).toBe(fits))
})

describe('the log of disclosures', () => {
  const order = { basis: 'court-order', what: 'account', to_whom: 'Cook County, order 26-118' } as const

  test('says when, on which ground, what and to whom; to whom lies beside the seal', async () => {
    const desk = await privateDesk()
    await desk.scan(ZENOBIA.card)
    await desk.ok('privacy.disclose', { commandId: desk.id(), ...order })
    const { disclosures } = await desk.ok('privacy.disclosures', { limit: 10 })
    expect(disclosures).toMatchObject([{ ...order, name: 'Zenobia Quillfeather', initials: 'RO' }])
    const sealed = desk.rows(`SELECT content FROM event WHERE content LIKE '%record-disclosed%'`)
    expect(JSON.stringify(sealed)).not.toMatch(/Cook|Zenobia/)
    const { page } = (await desk.ok('desk.go', { page: { place: 'privacy', about: '' } })).snapshot
    if (!page) throw new Error('the page')
    expect(pageFaults(page)).toEqual([])
    expect(JSON.stringify(page)).toContain(order.to_whom)
    const paper = (await desk.ok('desk.go', { page: { place: 'receipt', about: 'list disclosures' } })).snapshot.page
    expect(JSON.stringify(paper?.sections)).toContain(order.to_whom)
  })

  test('takes no emergency that told more than who somebody is, and nobody unnamed', async () => {
    const desk = await privateDesk()
    await desk.scan(ZENOBIA.card)
    const emergency = { commandId: desk.id(), ...order, basis: 'emergency' } as const
    expect(await desk.call('privacy.disclose', emergency)).toMatchObject({ code: 'disclosure-identity-only' })
    const nobody = { commandId: desk.id(), ...order, to_whom: '  ' }
    expect(await desk.call('privacy.disclose', nobody)).toMatchObject({ code: 'recipient-missing' })
    expect((await desk.ok('privacy.disclosures', { limit: 10 })).disclosures).toEqual([])
    await desk.ok('desk.clear', {})
    expect(await desk.call('privacy.disclose', { commandId: desk.id(), ...order })).toMatchObject({
      code: 'nobody-open',
    })
  })

  test('is written by whose role may, and the attempt of another is kept', async () => {
    const desk = await privateDesk()
    await benAtDesk(desk)
    await desk.scan(ZENOBIA.card)
    expect(await desk.call('privacy.disclose', { commandId: desk.id(), ...order })).toMatchObject({
      code: 'not-permitted',
    })
    expect(desk.rows(`SELECT count(*) FROM listed_event WHERE kind = 'act-refused'`)).toEqual([[1]])
  })
})
