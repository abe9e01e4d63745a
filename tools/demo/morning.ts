/** The steps of the demo shift, each told, done with the keyboard alone, and checked. */
import type { Catalog } from './catalog.ts'
import { must, type Story } from './story.ts'

const STANDS_STILL_MS = 300
const IMPORT_WAIT_MS = 60_000

export async function setUp(story: Story, folder: string): Promise<void> {
  const { hands, desk } = story
  story.tell('A new desk. June Park gives it the folder with the library’s files.')
  await desk.page.locator('input[name="folder"]:focus').waitFor()
  await hands.type(folder)
  await hands.press('Enter')
  const odd = desk.page.locator('[data-part="findings"]')
  await odd.waitFor({ timeout: IMPORT_WAIT_MS })
  story.answer(await odd.innerText())
  story.tell('Nobody may borrow from the archive, which is meant. She says so.')
  await desk.page.getByRole('button', { name: 'Import anyway' }).focus()
  await hands.press('Enter')
  const taken = desk.page.getByText(/^\d+ files imported\. /).first()
  await taken.waitFor({ timeout: IMPORT_WAIT_MS })
  story.answer(await taken.innerText())
  await story.picture('set-up')
  story.tell('She says where the desk stands and who she is.')
  await desk.page.getByLabel('Maple Street').focus()
  await hands.press(' ')
  story.tell('She is not in the staff file.')
  await desk.page.getByLabel('Someone else').focus()
  await hands.press(' ')
  for (const [name, text] of Object.entries({
    desk_name: 'Desk 2',
    staff_name: 'June Park',
    initials: 'JP',
    pin: '538164',
    pin_again: '538164',
  })) {
    await desk.page.locator(`input[name="${name}"]`).focus()
    await hands.press('Ctrl+a')
    await hands.type(text)
  }
  await hands.press('Enter')
  const now = await hands.until((snapshot) => snapshot.stage === 'desk')
  must(now.strip.branch_name === 'Maple Street', 'the desk stands in Maple Street')
  await hands.press('Ctrl+Shift+l')
  await hands.until((snapshot) => snapshot.stage === 'sign-in')
  await desk.page.locator('[data-screen="sign-in"]').waitFor()
  await story.picture('sign-in')
}

export async function signIn(story: Story, library: Catalog): Promise<void> {
  story.tell('Rosa Ortiz scans her badge, and types her PIN: she looks after the desk.')
  await story.hands.badgeAndPin(library.badge('Rosa Ortiz'), library.pin('Rosa Ortiz'))
  const now = await story.sees('Rosa is signed in', (seen) => seen.staff?.name === 'Rosa Ortiz')
  await story.hands.line.waitFor()
  if (now.page?.ref.place !== 'news') return
  story.tell('She reads what happened at this desk since she was last here, and presses Enter.')
  story.hands.afterScan()
  await story.hands.press('Enter')
  await story.sees('it is read', (seen) => seen.page === null)
}

const FIVE = ['The Warmth of Other Suns', 'Beloved', 'Frankenstein', 'The Hobbit', 'Pride and Prejudice'] as const

export async function checkOut(story: Story, library: Catalog): Promise<void> {
  const { hands } = story
  story.tell('Dana Miller is here with five books. Rosa scans her card, then the books.')
  await hands.scan(library.card('Dana Miller'))
  const open = await story.sees('the account is open', (now) => now.patron?.name === 'Dana Miller')
  must(open.patron?.out_count === 4 && open.patron.overdue_count === 1, 'Dana has four out, one of them late')
  for (const [index, title] of FIVE.toReversed().entries()) {
    await hands.scan(library.itemIn(title))
    await story.sees(`${title} is out`, (now) => now.totals.out_count === index + 1 && now.band?.heading === title)
  }
  await story.picture('checkout')
  story.tell('“Why that day?” Shift+F1 has the month and the rule.')
  hands.afterScan()
  await hands.press('Shift+F1')
  await story.at('explain')
  await story.picture('why')
  await hands.press('Escape')
  await hands.until((now) => now.page === null)
  story.tell('Dana has all five. Rosa presses Enter.')
  hands.afterScan()
  await hands.press('Enter')
  await story.sees('nobody is open', (now) => now.patron === null)
}

export async function decision(story: Story, library: Catalog): Promise<void> {
  const { hands } = story
  story.tell('Imani Jones brings a book that is still out to somebody else.')
  await hands.scan(library.card('Imani Jones'))
  await hands.until((now) => now.patron?.name === 'Imani Jones')
  await hands.scan(library.itemOutTo('Salt, Fat, Acid, Heat', 'P0001'))
  await story.sees('the desk asks', (now) => now.totals.undecided_count === 1 && now.band?.outcome === 'decide')
  await story.picture('decide')
  story.tell('Rosa presses Enter too early, then 1: check it in, then out to Imani.')
  hands.afterScan()
  await hands.press('Enter')
  await hands.bandSays(/1 row needs an answer/)
  await hands.press('1')
  await story.sees('it is out to Imani', (now) => now.totals.out_count === 1 && now.totals.undecided_count === 0)
  await hands.press('Enter')
  await hands.until((now) => now.patron === null)
}

export async function renewAll(story: Story): Promise<void> {
  const { hands, desk } = story
  story.tell('Dana calls: would Rosa renew everything? Rosa types the name.')
  await hands.type('dana mil')
  await desk.page.getByRole('option', { name: 'Dana Miller', selected: true }).waitFor()
  await desk.page.waitForTimeout(STANDS_STILL_MS)
  await story.picture('find-person')
  await hands.press('Enter')
  await hands.until((now) => now.patron?.name === 'Dana Miller')
  await hands.press('Ctrl+F2')
  const now = await story.sees('some are renewed', (seen) => seen.totals.renewed_count > 0)
  must(
    now.rows.some((row) => row.outcome === 'stop'),
    'one that somebody waits for is not',
  )
  await story.picture('renew-all')
  await hands.press('Enter')
  await hands.until((seen) => seen.patron === null)
}

export async function settings(story: Story): Promise<void> {
  const { hands, desk } = story
  story.tell('Rosa goes to the back room, where dark colors are easier on the eyes.')
  await hands.press('Ctrl+,')
  await desk.page.locator('[data-part="settings"] input:focus').waitFor()
  await story.picture('settings')
  await hands.press('ArrowRight')
  await hands.press('ArrowRight')
  await desk.page.locator('html[data-theme="dark"]').waitFor()
  await hands.press('Escape')
  await hands.part('settings', 'detached')
}

export async function lightAgain(story: Story): Promise<void> {
  const { hands, desk } = story
  story.tell('Back at the desk in front, light again.')
  await hands.press('Ctrl+,')
  await desk.page.locator('[data-part="settings"] input:focus').waitFor()
  await hands.press('ArrowLeft')
  await hands.press('ArrowLeft')
  await desk.page.locator('html[data-theme="dark"]').waitFor({ state: 'detached' })
  await hands.press('Escape')
  await hands.part('settings', 'detached')
}

/** The cart, in the order in which it is scanned, with what the row must say. */
const CART = [
  ['Project Hail Mary', 'P0044', /Reshelve/],
  ['National Geographic, October 2026', 'P0043', /Reshelve/],
  ['Educated', 'P0042', /Reshelve/],
  ['Goodnight Moon', 'P0041', /Send to North Branch/],
  ['Becoming', 'P0040', /Hold shelf/],
] as const

export async function returns(story: Story, library: Catalog): Promise<void> {
  const { hands } = story
  story.tell('A cart of returns: F2, and scan.')
  await hands.press('F2')
  await hands.until((now) => now.mode === 'in')
  for (const [index, [title, patron_id, place]] of CART.entries()) {
    await hands.scan(library.itemOutTo(title, patron_id))
    const now = await story.sees(`${title} is in`, (seen) => seen.totals.in_count === index + 1)
    must(place.test(now.rows[0]?.happened ?? ''), `${title}: ${String(place)}, not ${now.rows[0]?.happened ?? ''}`)
  }
  await story.picture('checkin-dark')
}

export async function search(story: Story): Promise<void> {
  const { hands, desk } = story
  story.tell('Somebody asks for a book. F3, and a few letters.')
  await hands.press('F3')
  await hands.type('warmth')
  const hit = desk.page.getByRole('option', { name: 'The Warmth of Other Suns' }).first()
  await hit.waitFor()
  story.answer((await hit.innerText()).replaceAll('\n', ', '))
  await story.picture('search')
  await hands.press('Escape')
  await hands.part('search', 'detached')
}

export async function undo(story: Story): Promise<void> {
  story.tell('The last book was not on the cart after all. Ctrl+Z.')
  await story.hands.press('Ctrl+z')
  await story.sees('it is undone', (now) => now.rows.some((row) => row.is_undone))
  await story.picture('undo')
}

export async function stationKilled(story: Story, library: Catalog): Promise<void> {
  const { hands, desk } = story
  story.tell('The station process is killed while Rosa scans on.')
  const before = desk.pid('station')
  desk.kill('station')
  await hands.scan(library.itemOutTo('Becoming', 'P0040'))
  const now = await story.sees('the scan was kept and recorded once', (seen) => seen.totals.in_count === CART.length)
  must(now.staff?.name === 'Rosa Ortiz', 'Rosa is still signed in')
  must(desk.pid('station') !== before, 'another station works')
  story.answer('The station was started again; nothing was lost, nothing was done twice.')
  hands.afterScan()
  await hands.press('Enter')
  await story.sees('the cart is done', (seen) => seen.rows_count === 0)
  await hands.press('F1')
  await hands.until((seen) => seen.mode === 'out')
}
