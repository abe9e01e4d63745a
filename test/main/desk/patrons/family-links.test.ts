/**
 * Family without guardianship at the desk: linked by card, shown together from every side, ended, kept through a merge
 * and an older file, gone with an erasure; and no right comes of it. Dana (1), Omar (2), Ed (3), a fourth (4) who is
 * barred, a fifth (5) who owes. Undoing is in cards-undone.test.ts.
 */
import { describe, expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import { rowsClosed } from '../../support/closed-files.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { copyOf, exchange, expectRebuilt, start } from '../../support/reference-files.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

const [DANA, OMAR, ED] = [1, 2, 3]
const CHILD = `UPDATE patron SET guardian_patron_id = 2, born_on = '2015-01-01' WHERE patron_id = 3`

async function open(desk: TestDesk, card: string): Promise<TestDesk> {
  await desk.ok('desk.finish', {})
  await desk.scan(card)
  return desk
}

async function link(desk: TestDesk, barcode: string): Promise<string> {
  const answer = await desk.call('family.link', { commandId: desk.id(), barcode })
  return answer.kind === 'refused' ? answer.code : answer.kind
}

async function end(desk: TestDesk, other_patron_id: number): Promise<string> {
  const answer = await desk.call('family.end', { commandId: desk.id(), other_patron_id })
  return answer.kind === 'refused' ? answer.code : answer.kind
}

/** The page of the open account: its household, each with what it is and which link ends there. */
async function household(desk: TestDesk): Promise<readonly string[]> {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
  const page = must(snapshot.page, 'the account')
  expect(pageFaults(page)).toEqual([])
  const section = page.sections.find((one) => one.section_id === 'family')
  if (section?.kind !== 'table') return []
  return section.rows.map((row) =>
    [row.row_id.replace('family ', ''), ...row.notes, ...row.acts.map(({ call }) => call.method)].join(' '),
  )
}

const names = (desk: TestDesk) =>
  rowsClosed(desk, 'SELECT patron_id, family_patron_id FROM patron WHERE family_patron_id IS NOT NULL ORDER BY 1')

async function linked(also: readonly string[] = []): Promise<TestDesk> {
  const desk = await open(await cardDesk(false, also), CARDS.dana)
  expect(await link(desk, CARDS.omar)).toBe('ok')
  return desk
}

describe('linked', () => {
  test('they are shown together from both sides, and a link ends from either', async () => {
    const desk = await linked()
    expect(await household(desk)).toEqual([`${OMAR} Family family.end`])
    await open(desk, CARDS.omar)
    expect(await household(desk)).toEqual([`${DANA} Family family.end`])
    expect(await end(desk, DANA)).toBe('ok')
    expect([await household(desk), await end(desk, DANA)]).toEqual([[], 'family-none'])
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  })

  test('a third one is of them all, also where the open one names somebody already', async () => {
    const desk = await linked()
    expect(await link(desk, CARDS.expired)).toBe('ok')
    expect(await household(desk)).toEqual([`${OMAR} Family family.end`, `${ED} Family family.end`])
    await open(desk, CARDS.expired)
    expect(await household(desk)).toEqual([`${DANA} Family family.end`, `${OMAR} Family`])
    expect(await link(desk, CARDS.omar)).toBe('family-unfit')
  })

  test('the children of whoever is linked are of the household, and see both', async () => {
    const desk = await linked([CHILD])
    expect(await household(desk)).toEqual([`${OMAR} Family family.end`, `${ED} Family`])
    await open(desk, CARDS.expired)
    expect(await household(desk)).toEqual([`${OMAR} Guardian of this account`, `${DANA} Family`])
    expect(await link(desk, CARDS.omar)).toBe('family-unfit')
  })

  test.each([
    ['their own card', CARDS.dana],
    ['a card that nobody has', '21234000999999'],
    ['somebody linked already', CARDS.omar],
  ])('not to %s', async (_what, card) => {
    const desk = await linked()
    expect(await link(desk, card)).toBe('family-unfit')
    expect(await names(desk)).toEqual([{ patron_id: DANA, family_patron_id: OMAR }])
  })

  test('two families that name somebody each are told so', async () => {
    const desk = await linked([`UPDATE patron SET family_patron_id = 4 WHERE patron_id = 3`])
    expect(await link(desk, CARDS.expired)).toBe('family-unfit')
    await open(desk, CARDS.omar)
    expect(await link(desk, CARDS.barred)).toBe('ok')
    expect(await household(desk)).toHaveLength(3)
  })
})

test('both are in the form that renews several of a family, and are renewed in one act', async () => {
  const desk = await linked([`UPDATE patron SET expires_on = '2026-12-04' WHERE patron_id IN (1, 2)`])
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
  const page = must(snapshot.page, 'the account')
  const act = page.acts.find(({ call }) => call.method === 'card.renew-family')
  expect(act?.asks.map(({ name }) => name)).toEqual(expect.arrayContaining(['members.1', 'members.2']))
})

describe('no right comes of it', () => {
  /** The one who owes, owes more than a household may. */
  const LIMIT = `UPDATE patron_category SET owed_cents_max = NULL, family_owed_cents_max = 1`
  const outcomeAt = async (desk: TestDesk) => (await desk.scan(ITEMS.educated)).rows[0]?.outcome

  test('a debt of the other is in nobody’s way, as one of a guardian is', async () => {
    const ward = `UPDATE patron SET guardian_patron_id = 5 WHERE patron_id = 1`
    const child = await open(await cardDesk(false, [LIMIT, ward]), CARDS.dana)
    expect(await outcomeAt(child)).not.toBe('done')
    const desk = await open(await cardDesk(false, [LIMIT]), CARDS.dana)
    expect(await link(desk, CARDS.owing)).toBe('ok')
    expect(await outcomeAt(desk)).toBe('done')
  })

  test('neither picks up for the other, and both are told the same as before', async () => {
    const desk = await open(await cardDesk(), CARDS.dana)
    const before = (await desk.ok('desk.snapshot', {})).snapshot.patron
    expect(await link(desk, CARDS.omar)).toBe('ok')
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
    expect(snapshot.page?.sections.some((one) => one.section_id === 'pickups')).toBe(false)
    expect(snapshot.patron).toEqual(before)
  })
})

describe('kept', () => {
  test('under a reference file of before, also once it was ended and made again', async () => {
    const fresh = await cardDesk()
    const before = await copyOf(fresh)
    const desk = await open(await rosaAt(await fresh.reopen()), CARDS.dana)
    for (const card of [CARDS.omar, CARDS.expired]) expect(await link(desk, card)).toBe('ok')
    expect([await end(desk, OMAR), await link(desk, CARDS.barred)]).toEqual(['ok', 'ok'])
    const shown = await start(desk)
    await expectRebuilt(desk)
    exchange(desk, before)
    expect((await start(desk))['people']).toEqual(shown['people'])
    expect(await names(desk)).toEqual([
      { patron_id: DANA, family_patron_id: 4 },
      { patron_id: ED, family_patron_id: DANA },
    ])
  })

  test('by the record of two that stays, from both sides, and by both again once that is undone', async () => {
    const fresh = await cardDesk()
    const before = await copyOf(fresh)
    const desk = await open(await rosaAt(await fresh.reopen()), CARDS.omar)
    // Omar names Ed; the one who owes names Omar.
    expect(await link(desk, CARDS.expired)).toBe('ok')
    await open(desk, CARDS.owing)
    expect(await link(desk, CARDS.omar)).toBe('ok')
    await open(desk, CARDS.dana)
    await desk.ok('patron.compare', { patron_id: null, barcode: CARDS.omar })
    await desk.ok('patron.merge', { commandId: desk.id(), other_patron_id: OMAR, turned: [] })
    expect(await household(desk)).toEqual([`${ED} Family family.end`, `5 Family family.end`])
    const shown = await start(desk)
    await expectRebuilt(desk)
    const merged = await copyOf(desk)
    exchange(desk, before)
    expect((await start(desk))['people']).toEqual(shown['people'])
    exchange(desk, merged)
    const again = await rosaAt(await desk.reopen())
    await again.ok('desk.undo', { commandId: again.id() })
    expect(await names(again)).toEqual([
      { patron_id: OMAR, family_patron_id: ED },
      { patron_id: 5, family_patron_id: OMAR },
    ])
  })

  test('as is the link of a child to a guardian who became another record, under a file of before', async () => {
    const fresh = await cardDesk(false, [`UPDATE patron SET born_on = '2015-01-01' WHERE patron_id = 3`])
    const before = await copyOf(fresh)
    const desk = await open(await rosaAt(await fresh.reopen()), CARDS.expired)
    await desk.ok('guardian.link', { commandId: desk.id(), barcode: CARDS.omar })
    await open(desk, CARDS.dana)
    await desk.ok('patron.compare', { patron_id: null, barcode: CARDS.omar })
    await desk.ok('patron.merge', { commandId: desk.id(), other_patron_id: OMAR, turned: [] })
    const shown = await start(desk)
    exchange(desk, before)
    expect((await start(desk))['people']).toEqual(shown['people'])
  })

  test('as two people: who is linked is not made one', async () => {
    const desk = await linked()
    const answer = await desk.call('patron.compare', { patron_id: null, barcode: CARDS.omar })
    expect(answer).toMatchObject({ kind: 'refused', code: 'merge-unfit' })
  })
})

test('whoever is erased is nobody’s family any more, in no row of either file', async () => {
  const fresh = await cardDesk()
  const before = await copyOf(fresh)
  const desk = await open(await rosaAt(await fresh.reopen()), CARDS.dana)
  for (const card of [CARDS.omar, CARDS.expired]) expect(await link(desk, card)).toBe('ok')
  expect([await end(desk, OMAR), await link(desk, CARDS.omar)]).toEqual(['ok', 'ok'])
  await open(desk, CARDS.omar)
  await desk.ok('privacy.erase', { commandId: desk.id(), card_tail: CARDS.omar.slice(-4) })
  const left = [{ patron_id: ED, family_patron_id: DANA }]
  const said = `SELECT text FROM (SELECT text FROM main.personal UNION ALL SELECT content FROM main.patron_before)
    WHERE text LIKE '%"family_patron_id":${OMAR}%'`
  expect([await names(desk), await rowsClosed(desk, said)]).toEqual([left, []])
  await expectRebuilt(desk)
  exchange(desk, before)
  await start(desk)
  expect(await names(desk)).toEqual(left)
})

test('a registration that somebody was linked to is not undone', async () => {
  const desk = await cardDesk()
  const barcode = cardNumber('2123400050001', 'mod-10')
  await desk.ok('patron.register', registration(desk, {}, { barcode }))
  const { entries } = await desk.ok('work-log.list', { limit: 1 })
  await open(desk, CARDS.dana)
  expect(await link(desk, barcode)).toBe('ok')
  const answer = await desk.call('desk.undo-act', { commandId: desk.id(), event: entries[0]?.event ?? '' })
  expect(answer.kind).toBe('refused')
})
