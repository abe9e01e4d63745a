/** Pages, from outside: what each shows, how one goes there and back, and when it goes by itself. */
import { describe, expect, test } from 'vitest'
import type { PageView, Section } from '../../../../shared/desk/page.ts'
import { rosaAt, type TestDesk, workingDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { PAGES } from '../../../support/said.ts'

async function go(desk: TestDesk, place: PageView['ref']['place'], about = ''): Promise<PageView> {
  const { snapshot } = await desk.ok('desk.go', { page: { place, about } })
  if (!snapshot.page) throw new Error(`no page ${place}`)
  expect(pageFaults(snapshot.page)).toEqual([])
  return snapshot.page
}

const pageOf = async (desk: TestDesk): Promise<string | null> => {
  const { page } = (await desk.ok('desk.snapshot', {})).snapshot
  return page && `${page.ref.place} ${page.ref.about}`.trim()
}

function section(page: PageView, section_id: string): Section {
  const found = page.sections.find((one) => one.section_id === section_id)
  if (!found) throw new Error(`no section ${section_id}`)
  return found
}

const texts = (page: PageView, section_id: string): readonly (readonly string[])[] => {
  const found = section(page, section_id)
  if (found.kind === 'table') return found.rows.map((row) => row.cells.map((cell) => cell.text))
  return found.kind === 'facts'
    ? found.facts.map((fact) => [fact.label, fact.text])
    : found.kind === 'text'
      ? [found.lines]
      : []
}

describe('the account page', () => {
  test('shows who is open: what is out, what is owed', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    const page = await go(desk, 'account')
    expect(page.heading).toBe('Dana Miller')
    expect(texts(page, 'who')).toContainEqual(['Card', `${CARDS.dana}, ${CARDS.danaFormer} (former)`])
    expect(texts(page, 'loans')).toEqual([['The Warmth of Other Suns', 'Tue, Dec 15', '', ITEMS.warmth]])
    await desk.scan(CARDS.owing)
    expect(texts(await go(desk, 'account'), 'charges').map((row) => row.slice(0, 2))).toEqual([
      ['Overdue fine', '$12.00'],
    ])
  })

  test('needs somebody, and goes with them', async () => {
    const desk = await workingDesk()
    expect(await desk.call('desk.go', { page: { place: 'account', about: '' } })).toMatchObject({ code: 'nobody-open' })
    await desk.scan(CARDS.dana)
    await go(desk, 'account')
    expect((await desk.scan(CARDS.omar)).page).toBeNull()
    await go(desk, 'account')
    expect((await desk.ok('desk.finish', {})).snapshot.page).toBeNull()
    await desk.scan(CARDS.dana)
    await go(desk, 'account')
    expect((await desk.ok('staff.sign-out', { commandId: desk.id() })).snapshot.page).toBeNull()
  })

  test('stays while things are lent, and shows them right away', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await go(desk, 'account')
    const { page } = await desk.scan(ITEMS.spirited)
    expect(page && texts(page, 'loans').map((row) => row[0])).toEqual(['Spirited Away'])
  })

  test('R renews one loan and says so; the reason when it cannot', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.spirited)
    const loans = section(await go(desk, 'account'), 'loans')
    const renew = loans.kind === 'table' ? loans.rows[0]?.acts.find((one) => one.key === 'R') : undefined
    expect(renew?.call).toEqual({ method: 'desk.renew', input: { item_barcode: ITEMS.spirited } })
    desk.clock.pass(86_400_000)
    const asked = { commandId: desk.id(), item_barcode: ITEMS.spirited }
    const { snapshot } = await desk.ok('desk.renew', asked)
    expect(snapshot.band).toMatchObject({ outcome: 'done', heading: 'Spirited Away', fact: { text: 'Wed, Dec 2' } })
    expect((await desk.ok('desk.renew', asked)).snapshot.totals.renewed_count).toBe(1)
    const again = await desk.ok('desk.renew', { commandId: desk.id(), item_barcode: ITEMS.spirited })
    expect(again.snapshot.band).toMatchObject({ outcome: 'stop' })
    expect(again.snapshot.band?.sentence).toContain('renewing would not change it')
  })
})

describe('the item page', () => {
  test('looks at whatever is scanned or typed and changes nothing', async () => {
    const { item, status, out: out_until } = PAGES.items
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    expect((await go(desk, 'item')).sections.map(({ kind }) => kind)).toEqual(['steps'])
    const { page, patron, band } = await desk.scan(ITEMS.educated)
    expect(page?.heading).toBe('Educated')
    expect(page && texts(page, 'item')).toContainEqual([item.facts.status, status.available])
    expect(band?.sentence).toContain(item.looked_up)
    expect(patron?.out_count).toBe(1)
    const out = await desk.scan(ITEMS.warmth)
    expect(out.page && texts(out.page, 'item')).toContainEqual([item.facts.status, out_until('Tue, Dec 15')])
    const labels = out.page?.acts.map((one) => one.label)
    for (const label of [item.renew, item.damage_noted, item.edit, item.title]) {
      expect(labels).toContain(label)
    }
    expect((await desk.ok('journal.recent', { limit: 9 })).events.map((event) => event.kind)).toEqual([
      'item-checked-out',
      'staff-signed-in',
      'epoch-opened',
    ])
  })

  test('never says who has it', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.omar)
    await desk.scan(ITEMS.warmth)
    await desk.scan(CARDS.dana)
    const page = await go(desk, 'item', ITEMS.warmth)
    expect(JSON.stringify(page)).not.toContain('Omar')
    expect(page.acts.map((one) => one.label)).not.toContain('Renew')
  })

  test('lets a card open its account, and an unknown number be unknown', async () => {
    const desk = await workingDesk()
    await go(desk, 'item')
    expect((await desk.scan('31234000999999')).band?.outcome).toBe('stop')
    expect(await pageOf(desk)).toBe('item')
    const { patron, page } = await desk.scan(CARDS.dana)
    expect([patron?.name, page]).toEqual(['Dana Miller', null])
    expect(await desk.call('desk.go', { page: { place: 'item', about: 'no such' } })).toMatchObject({
      code: 'page-empty',
    })
  })
})

describe('the title page', () => {
  test('says branch by branch what is in, and each copy leads to its item', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    const page = await go(desk, 'title', '1')
    expect([page.heading, page.lead]).toEqual(['The Warmth of Other Suns', 'Wilkerson'])
    expect(texts(page, 'branches')).toEqual([['Maple Street', '0', '1', '304.809 WIL', 'Tue, Dec 15']])
    const items = section(page, 'copies')
    expect(items.kind === 'table' && items.rows[0]?.enter?.call.input).toEqual({
      page: { place: 'item', about: ITEMS.warmth },
    })
    for (const about of ['0', '999', '1; DROP', '']) {
      expect(await desk.call('desk.go', { page: { place: 'title', about } })).toMatchObject({ code: 'page-empty' })
    }
  })
})

describe('who was here', () => {
  test('ten at most, newest first, and nobody after signing out', async () => {
    const desk = await workingDesk()
    for (const card of [CARDS.dana, CARDS.omar, CARDS.owing, CARDS.dana]) await desk.scan(card)
    await desk.ok('desk.finish', {})
    const page = await go(desk, 'recent')
    expect(texts(page, 'recent').map((row) => row[0])).toEqual(['Dana Miller', 'Flora Owen', 'Omar Núñez'])
    await desk.ok('staff.sign-out', { commandId: desk.id() })
    await rosaAt(desk)
    expect(texts(await go(desk, 'recent'), 'recent')).toEqual([])
  })

  test('Enter on one opens the account, also of the open patron', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await go(desk, 'recent')
    const { snapshot } = await desk.ok('desk.open-patron', { patron_id: 1 })
    expect([snapshot.patron?.name, snapshot.page]).toEqual(['Dana Miller', null])
  })
})

describe('there and back', () => {
  test('each page goes back to where it was come to from', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await go(desk, 'account')
    await go(desk, 'item', ITEMS.warmth)
    await go(desk, 'item', ITEMS.educated)
    await go(desk, 'title', '2')
    for (const before of [`item ${ITEMS.educated}`, 'account', null, null]) {
      await desk.ok('desk.back', {})
      expect(await pageOf(desk)).toBe(before)
    }
    await go(desk, 'account')
    await go(desk, 'title', '2')
    await desk.ok('desk.go', { page: null })
    expect(await pageOf(desk)).toBeNull()
  })

  test('F2 where the desk is in already only closes the page', async () => {
    const desk = await workingDesk()
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.educated)
    await go(desk, 'title', '2')
    const { snapshot } = await desk.ok('desk.mode', { mode: 'in' })
    expect([snapshot.page, snapshot.rows_count]).toEqual([null, 1])
  })

  test('nobody goes anywhere before signing in', async () => {
    const desk = await workingDesk()
    await desk.ok('staff.sign-out', { commandId: desk.id() })
    expect(await desk.call('desk.go', { page: { place: 'recent', about: '' } })).toMatchObject({
      code: 'not-signed-in',
    })
  })

  test('a station that starts again shows the page it was at', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await go(desk, 'account')
    const again = await desk.reopen({ resume: desk.station.sessionState() })
    expect(await pageOf(again)).toBe('account')
  })
})
