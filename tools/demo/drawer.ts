/** The cash drawer by keyboard alone: its float counted, fines paid with a twenty, copies, a void, and the close. */
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import type { Catalog } from './catalog.ts'
import { must, type Story } from './story.ts'

/** How many of each piece of money there are, by its value in cents. */
type Counted = Readonly<Record<number, number>>

/** The float of the library’s rules, $100.00. */
const FLOAT: Counted = { 500: 8, 100: 40, 25: 40, 10: 50, 5: 80, 1: 100 }
const TWENTY_CENTS = 2000
/** A dollar and two dimes for twelve copies; and a quarter that nobody finds at night. */
const SINCE: Counted = { [TWENTY_CENTS]: 1, 100: 1, 25: -1, 10: 2 }

/** What lies in the drawer at night: change was given for the twenty, the largest pieces first. */
function atNight(change_cents: number): Counted {
  let left_cents = change_cents
  const pieces: Record<number, number> = { ...FLOAT }
  for (const piece of Object.keys(FLOAT)
    .map(Number)
    .toSorted((a, b) => b - a)) {
    const given = Math.min(Math.floor(left_cents / piece), FLOAT[piece] ?? 0)
    left_cents -= given * piece
    pieces[piece] = (pieces[piece] ?? 0) - given
  }
  for (const [piece, count] of Object.entries(SINCE)) pieces[Number(piece)] = (pieces[Number(piece)] ?? 0) + count
  return pieces
}

/** Types how many there are of each piece, and Enter after each. Takes a picture before the last. */
async function counts(story: Story, counted: Counted, picture: string): Promise<void> {
  const { hands, desk } = story
  const fields = desk.page.locator('[data-field^="pieces."]')
  await fields.first().waitFor()
  const names = await fields.evaluateAll((all) => all.map((one) => one.getAttribute('data-field') ?? ''))
  for (const [index, name] of names.entries()) {
    await story.asks(name)
    const count = counted[Number(name.replace('pieces.', ''))]
    if (count !== undefined) await hands.type(String(count))
    if (index === names.length - 1) await story.picture(picture)
    await hands.press('Enter')
  }
}

export async function opens(story: Story, library: Catalog): Promise<void> {
  const { hands } = story
  story.tell('Ben Cole takes the desk. F12: the drawer is not open yet. He counts its float by the piece.')
  await story.takesDesk(library.badge('Ben Cole'), 'Ben Cole')
  await hands.press('F12')
  await story.at('drawer')
  await counts(story, FLOAT, 'drawer-opening')
  const now = await story.sees('the drawer is open', ({ band, page }) => band?.outcome === 'done' && !page?.enter)
  must(now.band?.sentence.includes('$100.00') ?? false, 'it holds what he counted')
  await story.picture('drawer-open')
  await hands.press('Escape')
  await hands.until(({ page }) => page === null)
}

/** @returns the change that was given */
export async function takesPayment(story: Story, library: Catalog): Promise<number> {
  const { hands } = story
  story.tell('Dana pays what she owes with a twenty: + opens the payment, + + + is the twenty, Enter takes it.')
  await story.opens(library.card('Dana Miller'), 'Dana Miller')
  await hands.press('+')
  const { patron } = await story.at('pay')
  const change_cents = TWENTY_CENTS - (patron?.owed_cents ?? 0)
  const change = `$${(change_cents / 100).toFixed(2)}`
  await hands.page.locator('#pay-amount:focus').waitFor()
  for (const _note of ['$5', '$10', '$20']) {
    hands.afterScan()
    await hands.press('+')
  }
  await hands.page.locator('[data-place="pay"]').getByText(change).first().waitFor()
  await story.picture('pay')
  await hands.press('Enter')
  const now = await story.sees('it is paid', (seen) => seen.patron?.owed_cents === 0)
  must(now.band?.fact?.text === change, 'the change is told')
  await story.picture('change')
  await story.finishes()
  return change_cents
}

const isSold = ({ rows_count, page }: DeskSnapshot): boolean => rows_count === 1 && page === null

export async function sellsAndVoids(story: Story): Promise<void> {
  const { hands } = story
  story.tell('Copies for a visitor, nobody is open: 21*C, = for exact cash, Enter.')
  await hands.type('21*c')
  await hands.press('=')
  await story.at('pay')
  await story.picture('sale')
  await hands.press('Enter')
  await story.sees('they are sold', isSold)
  story.tell('“Twelve, not twenty-one!” F12, ↓ to the receipt, V, the reason.')
  hands.afterScan()
  await hands.press('F12')
  await story.at('drawer')
  await hands.press('ArrowDown')
  await hands.press('v')
  await story.asks('reason')
  await story.picture('void')
  await hands.press('1')
  await hands.press('Enter')
  await story.sees('it is voided', ({ band }) => band?.outcome === 'done')
  await story.picture('drawer-day')
  await hands.press('Escape')
  await hands.until(({ page }) => page === null)
  await story.finishes()
  await hands.type('12*c')
  await hands.press('=')
  await story.at('pay')
  await hands.press('Enter')
  await story.sees('twelve are sold', isSold)
  await story.finishes()
}

/** What the form of the open step sends. */
const isAtStep =
  (method: string) =>
  ({ page }: DeskSnapshot): boolean =>
    page?.enter?.call.method === method

export async function closes(story: Story, library: Catalog, change_cents: number): Promise<void> {
  const { hands } = story
  story.tell('Five minutes to closing. Ben: F12, Z, and counts before the desk says what should be there.')
  await story.takesDesk(library.badge('Ben Cole'), 'Ben Cole')
  await hands.press('F12')
  await story.at('drawer')
  await hands.press('z')
  await counts(story, atNight(change_cents), 'close-count')
  await story.sees('it is counted', isAtStep('closing.found'))
  story.tell('No checks, no cards today: Enter.')
  await story.asks('checks_count')
  await story.picture('close-checks')
  await hands.press('Enter')
  await story.sees('a quarter is missing', isAtStep('closing.explain'))
  await story.asks('reason')
  await story.picture('close-difference')
  story.tell('A quarter is missing. He gives the reason, then the number of the bag.')
  await hands.press('1')
  await hands.press('Enter')
  await story.sees('what stays is told', isAtStep('drawer.close'))
  await story.asks('bag_number')
  await hands.type('0047731')
  await story.picture('close-bag')
  await hands.press('Enter')
  await story.sees('it is closed', ({ page }) => page?.sections.some(({ kind }) => kind === 'paper') ?? false)
  await story.picture('close-z')
  await hands.press('Escape')
  await hands.until(({ page }) => page === null)
}

/** Another person looks at a close that one person did alone. */
export async function reviews(story: Story, library: Catalog): Promise<void> {
  const { hands } = story
  story.tell('One person did all of this, so Rosa looks at it: F12, Y, the row, A to agree.')
  await story.takesDesk(library.badge('Rosa Ortiz'), 'Rosa Ortiz', library.pin('Rosa Ortiz'))
  await hands.press('F12')
  await story.at('drawer')
  await hands.press('y')
  await story.sees('the closes are listed', ({ page }) => page?.ref.about?.includes('closed') ?? false)
  await story.picture('closes')
  await hands.press('ArrowDown')
  await hands.press('Enter')
  await story.sees('the Z is there', ({ page }) => page?.sections.some(({ kind }) => kind === 'paper') ?? false)
  await hands.press('a')
  await hands.press('Enter')
  await story.sees('she has looked at it', ({ band }) => band?.heading !== 'Hello, Rosa Ortiz')
  await story.picture('reviewed')
  story.tell('Ctrl+F8, C: what came in, over and short, and the bag that the bank does not have yet.')
  await hands.press('Ctrl+F8')
  await story.at('supervisor')
  await hands.press('c')
  await story.at('cash-desk')
  await hands.press('d')
  await story.asks('from_on')
  await hands.press('Ctrl+Enter')
  await story.sees('today is counted', ({ page }) => page?.sections.some(({ kind }) => kind === 'table') ?? false)
  await story.picture('cash-desk')
  // From the figures through the Z and the list of closes back to the line.
  for (let pressed = 0; pressed < 12 && (await hands.snapshot()).page !== null; pressed += 1) {
    await hands.press('Escape')
    await hands.drawn()
  }
  await hands.until(({ page }) => page === null)
}
