/** What the patron's display is told at a real desk, from the greeting to the change, and when it forgets. */
import { expect, test } from 'vitest'
import { poleLines } from '../../../../shared/devices/display/pole-lines.ts'
import type { PatronView } from '../../../../shared/devices/display/view.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import type { TestDesk } from '../../support/desk.ts'
import { moneyDesk, pageOf, type Policy } from '../../support/money-desk.ts'
import { CARDS, ITEMS, PIN } from '../../support/small-library.ts'
import { signInAs } from '../../support/staff.ts'

type Watched = { readonly desk: TestDesk; readonly views: PatronView[]; readonly pole: () => readonly string[] }

async function watched(policy: Policy = {}): Promise<Watched> {
  const views: PatronView[] = []
  const ports = { showPatron: (view: PatronView) => views.push(view), wantPatronWindow: () => undefined }
  const desk = await (await moneyDesk(policy)).reopen(ports)
  await signInAs(desk, { initials: 'RO', pin: PIN })
  await desk.ok('display.window', { commandId: desk.id(), screen: 'window' })
  return { desk, views, pole: () => poleLines(must(views.at(-1), 'a view')).map((line) => line.trim()) }
}

const finish = (desk: TestDesk) => desk.ok('desk.finish', {})
const openDrawer = (desk: TestDesk) =>
  desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })

/** The input of the payment page, of the lines with these ids or of all. */
async function payment(desk: TestDesk, tendered_cents: number | null, chosen_count = 99) {
  const page = (await desk.ok('desk.snapshot', {})).snapshot.page ?? (await pageOf(desk, 'pay'))
  const section = must(
    page.sections.find((one) => one.kind === 'payment'),
    'a payment',
  )
  const charges = section.lines
    .slice(0, chosen_count)
    .flatMap(({ pays }) => (pays.of === 'charge' ? [{ charge_ref: pays.charge_ref, amount_cents: null }] : []))
  const tenders = tendered_cents === null ? [] : [{ tender: 'cash' as const, tendered_cents }]
  return {
    drawer_code: '',
    is_exact_possible: true,
    is_large_meant: false,
    charges,
    sales: [],
    pay_cents: null,
    tenders,
  }
}

test('signed out, nobody served, two books, finished: and each is told once', async () => {
  const { desk, views, pole } = await watched()
  expect(pole()).toEqual(['Maple Street', 'Welcome'])
  await desk.scan(CARDS.dana)
  expect(pole()).toEqual(['Maple Street', 'Welcome'])
  await desk.scan(ITEMS.warmth)
  await desk.scan(ITEMS.educated)
  expect(pole()).toEqual(['Checked out        2', 'Due      Tue, Dec 15'])
  await finish(desk)
  expect(pole()).toEqual(['Maple Street', 'Welcome'])
  await desk.ok('staff.sign-out', { commandId: desk.id() })
  expect(pole()).toEqual(['Maple Street', 'Closed'])
  const told = views.map((view) => JSON.stringify(view))
  expect(told.filter((text, index) => text === told[index - 1])).toEqual([])
})

test('a debt: what is chosen, what was given, the change; and nothing of it once the account is closed', async () => {
  const { desk, views, pole } = await watched()
  await openDrawer(desk)
  await desk.scan(CARDS.owing)
  await pageOf(desk, 'pay')
  expect(pole()).toEqual(['Amount due    $12.00', ''])
  await desk.ok('payment.preview', await payment(desk, null, 0))
  expect(views.at(-1)?.scene).toBe('welcome')
  await desk.ok('payment.preview', await payment(desk, 2000))
  expect(pole()).toEqual(['Amount due    $12.00', ''])
  await desk.ok('payment.take', { commandId: desk.id(), paper: null, ...(await payment(desk, 2000)) })
  expect(pole()).toEqual(['Given         $20.00', 'Change         $8.00'])
  await desk.scan(ITEMS.warmth)
  expect(pole()[0]).toBe('Checked out        1')
  await desk.ok('desk.clear', {})
  expect(views.at(-1)).toMatchObject({ scene: 'welcome', titles: [] })
  expect(JSON.stringify(views.at(-1))).not.toContain('$')
})

test('another card closes the account before it: its change is gone', async () => {
  const { desk, views } = await watched()
  await openDrawer(desk)
  await desk.scan(CARDS.owing)
  await pageOf(desk, 'pay')
  await desk.ok('payment.take', { commandId: desk.id(), paper: null, ...(await payment(desk, 2000)) })
  expect(views.at(-1)?.scene).toBe('paid')
  await desk.scan(CARDS.dana)
  expect(views.at(-1)?.scene).toBe('welcome')
})

test('a patron who reads Spanish is told in Spanish; a locked desk tells nothing', async () => {
  const { desk, views, pole } = await watched({ also: [`UPDATE patron SET language = 'spa' WHERE patron_id = 1`] })
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  expect(views.at(-1)?.language).toBe('es')
  expect(pole()).toEqual(['Prestados          1', 'Vence mar, 15 de dic'])
  await desk.ok('desk.lock', {})
  expect(views.at(-1)).toMatchObject({ scene: 'closed', language: 'en', lines: [{ value: '' }, { value: '' }] })
})

test('no view has a name, a card, a barcode or a title, unless the library says so', async () => {
  const hidden = await watched()
  const open = await watched({ settings: { display_shows: 'titles-and-name' } })
  for (const { desk } of [hidden, open]) {
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.educated)
    await finish(desk)
  }
  const texts = [hidden, open].map(({ views }) => JSON.stringify(views))
  expect(texts.map((text) => [text.includes('Dana'), text.includes('Educated')])).toEqual([
    [false, false],
    [true, true],
  ])
  expect(texts.join('')).not.toMatch(/2123400|3123400/)
})

const ELO = { screen_key: '2', name: 'ELO', width_px: 1024, height_px: 600 }

test('the window: on a screen that is there, again after a restart, and nowhere', async () => {
  const wishes: unknown[] = []
  const views: PatronView[] = []
  const ports = {
    showPatron: (view: PatronView) => views.push(view),
    wantPatronWindow: (wish: unknown) => wishes.push(wish),
  }
  const desk = await (await moneyDesk()).reopen(ports)
  await signInAs(desk, { initials: 'RO', pin: PIN })
  const place = (on: TestDesk, screen: string) => on.call('display.window', { commandId: on.id(), screen })
  expect(await place(desk, '2')).toMatchObject({ kind: 'refused', code: 'no-such-device' })
  expect(views).toEqual([])
  desk.station.screensAre([ELO])
  await place(desk, '2')
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'devices', about: '' } })
  const section = snapshot.page?.sections.find((one) => one.section_id === 'patron-window')
  expect(JSON.stringify(section)).toContain('ELO, 1024 × 600')
  const again = await desk.reopen(ports)
  expect(wishes).toEqual([null, { screen_key: '2' }, { screen_key: '2' }])
  await signInAs(again, { initials: 'RO', pin: PIN })
  expect(views.at(-1)?.scene).toBe('welcome')
  await place(again, 'none')
  const views_count = views.length
  await again.scan(CARDS.dana)
  await again.scan(ITEMS.warmth)
  expect([wishes.at(-1), views.length]).toEqual([null, views_count])
})

test('a program without windows, such as the script door, has none to place', async () => {
  const desk = await moneyDesk()
  const refused = await desk.call('display.window', { commandId: desk.id(), screen: 'window' })
  expect(refused).toMatchObject({ kind: 'refused', code: 'no-devices-here' })
})
