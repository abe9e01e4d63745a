/** Money by keyboard alone: a fine, a waiver, an override, a lost item found, a claim. */
import type { Catalog } from './catalog.ts'
import { must, type Story } from './story.ts'

export async function lateReturn(story: Story, library: Catalog): Promise<void> {
  const { hands } = story
  story.tell('A book that is three weeks late comes back: F2, and scan.')
  await hands.press('F2')
  await hands.until((now) => now.mode === 'in')
  await hands.scan(library.itemOutTo('The Hunger Games', 'P0010'))
  const now = await story.sees('it is in', (seen) => seen.totals.in_count === 1)
  must(now.rows[0]?.notes.some((note) => note.startsWith('Fine $')) ?? false, 'its fine is told')
  await story.picture('late-return')
  story.tell('“Why so much?” Shift+F1 says which rule, and how it was counted.')
  hands.afterScan()
  await hands.press('Shift+F1')
  await story.at('explain')
  await story.picture('explain')
  await hands.press('Escape')
  await hands.until((seen) => seen.page === null)
  await story.finishes()
  await hands.press('F1')
  await hands.until((seen) => seen.mode === 'out')
}

/** The digit of hardship among the reasons to waive, and among those to override. */
const HARDSHIP = { waive: '2', lend: '4' } as const

export async function waive(story: Story, library: Catalog): Promise<void> {
  const { hands, desk } = story
  story.tell(
    'Marcus Bell spilled water on a book and cannot pay. Minus, 1, Enter for all of it, 2 for hardship, Enter.',
  )
  await story.opens(library.card('Marcus Bell'), 'Marcus Bell')
  await hands.press('-')
  await story.asks('charge_ref')
  await hands.press('1')
  await story.asks('amount_cents')
  await story.picture('waive')
  await hands.press('Enter')
  await story.asks('reason')
  await hands.press(HARDSHIP.waive)
  await desk.page.locator('[data-field="reason"] input:checked').waitFor()
  await hands.press('Enter')
  await story.sees('it is more than Ben may waive', (now) => now.totals.undecided_count === 1)
  story.tell('So much needs a second person. 1, and Wei Zhang scans her badge and types her PIN.')
  await hands.press('1')
  await desk.page.locator('form[data-row-form] input[name="initials"]:focus').waitFor()
  await story.picture('approval')
  await hands.badgeAndPin(library.badge('Wei Zhang'), library.pin('Wei Zhang'))
  const now = await story.sees('it is waived', (seen) => seen.rows[0]?.happened === 'Waived')
  must(now.staff?.name === 'Ben Cole', 'Ben is still at the desk')
  must(now.patron?.owed_cents === 1699, 'Marcus owes what is left')
}

export async function override(story: Story, library: Catalog): Promise<void> {
  const { hands, desk } = story
  story.tell('He still owes too much to borrow. Ben asks once more; Wei types her initials and PIN this time.')
  await hands.scan(library.itemIn('Middlemarch'))
  await story.sees('the desk asks', (now) => now.totals.undecided_count === 1 && now.totals.out_count === 0)
  await story.picture('owes-too-much')
  hands.afterScan()
  await hands.press('1')
  await desk.page.locator('form[data-row-form] input[name="initials"]:focus').waitFor()
  await hands.type('wz')
  await hands.press('Enter')
  await desk.page.locator('form[data-row-form] input[name="pin"]:focus').waitFor()
  await hands.type('1357')
  await hands.press('Enter')
  await desk.page.getByRole('button', { name: 'Hardship' }).waitFor()
  await story.picture('override-why')
  await hands.press(HARDSHIP.lend)
  await story.sees('it is lent', (now) => now.totals.out_count === 1)
  await story.finishes()
}

export async function blocked(story: Story, library: Catalog): Promise<void> {
  const { hands } = story
  story.tell('Mail to Elena Petrova came back. The desk says so before anything is lent; Ben leaves it.')
  await story.opens(library.card('Elena Petrova'), 'Elena Petrova')
  await hands.scan(library.itemIn('Rebecca'))
  await story.sees('the desk asks', (now) => now.totals.undecided_count === 1)
  await story.picture('blocked')
  hands.afterScan()
  await hands.press('Escape')
  await hands.until((now) => now.totals.undecided_count === 0)
  await story.finishes()
}

export async function lostAndFound(story: Story, library: Catalog): Promise<void> {
  const { hands } = story
  story.tell('Dana has lost a CD. Wei takes the desk: ↓ to its row, L, Enter for the price it has.')
  await story.takesDesk(library.badge('Wei Zhang'), 'Wei Zhang', library.pin('Wei Zhang'))
  await story.opens(library.card('Dana Miller'), 'Dana Miller')
  await hands.press('F7')
  await story.at('account')
  await story.walksTo('Kind of Blue')
  await hands.press('l')
  await story.asks('price_cents')
  await story.picture('lost-form')
  await hands.press('Enter')
  const lost = await story.sees('it is billed', (now) => now.rows[0]?.happened === 'Billed as lost')
  const owed = lost.patron?.owed_cents ?? 0
  await hands.press('Escape')
  await hands.until((now) => now.page === null)
  await story.finishes()
  story.tell('An hour later it lies in the book drop after all. Wei scans it, and 1 checks it in.')
  await hands.scan(library.itemOutTo('Kind of Blue', 'P0001'))
  await story.sees('a check-in is offered', (now) => now.rows_count === 1 && now.totals.in_count === 0)
  hands.afterScan()
  await hands.press('1')
  await story.sees('it is back', (now) => now.totals.in_count === 1)
  await story.picture('found-again')
  await story.finishes()
  await story.opens(library.card('Dana Miller'), 'Dana Miller')
  const found = await hands.snapshot()
  must((found.patron?.owed_cents ?? owed) < owed, 'what was charged for it is canceled')
}

export async function claim(story: Story): Promise<void> {
  const { hands, desk } = story
  story.tell('“And the film I brought back last week!” ↓ to its row, C, Enter: claimed returned.')
  await hands.press('F7')
  await story.at('account')
  await story.picture('account')
  await story.walksTo('Spirited Away')
  await hands.press('c')
  await story.asks('claimed_on')
  await hands.press('Enter')
  await story.sees('the claim is recorded', (now) => now.rows[0]?.happened === 'Claimed returned')
  await story.picture('claim')
  await hands.press('Shift+F7')
  await story.at('tasks')
  await story.picture('shelf-checks')
  story.tell('Who is late? O has the report, run beside the desk.')
  await hands.press('o')
  await story.at('overdue')
  await hands.press('r')
  await story.sees('the report is there', ({ page }) => page?.sections.some(({ kind }) => kind === 'chart') ?? false)
  await desk.page.locator('[data-part="page"] table').first().waitFor()
  await story.picture('overdue')
  await hands.press('Escape')
  await hands.press('Escape')
  await hands.press('Escape')
  await hands.until((now) => now.page === null)
  await story.finishes()
}
