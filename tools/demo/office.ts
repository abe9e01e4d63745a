/** Words, papers and rules by keyboard alone: notes, receipts, a rule changed, a patron's own data, lock and unlock. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalog } from './catalog.ts'
import { must, type Story } from './story.ts'

export async function note(story: Story, library: Catalog): Promise<void> {
  const { hands, desk } = story
  story.tell('Wei leaves a message for Grace Milner: account, N, the words, 3 for a message.')
  await story.opens(library.card('Grace Milner'), 'Grace Milner')
  await hands.press('F7')
  await story.at('account')
  await hands.press('n')
  await story.asks('text')
  await hands.type('Your umbrella is at the desk')
  await hands.press('Ctrl+Enter')
  await story.sees('it is written', (now) => JSON.stringify(now.patron?.notices).includes('umbrella'))
  await story.picture('note')
  await desk.page.getByText('Your umbrella is at the desk').first().waitFor()
  await hands.press('Escape')
  await hands.until((now) => now.page === null)
  await story.finishes()
}

export async function receipts(story: Story, library: Catalog): Promise<void> {
  const { hands, desk } = story
  story.tell('Zoë Núñez-Brontë reads Spanish, in large print. Account, T, the boxes; from now on it is so.')
  await story.opens(library.card('Zoë Núñez-Brontë'), 'Zoë Núñez-Brontë')
  await hands.press('F7')
  await story.at('account')
  await hands.press('t')
  await story.asks('receipt')
  await hands.press('Enter')
  await story.asks('is_large_print')
  await hands.press(' ')
  await story.picture('receipt-wishes')
  await hands.press('Ctrl+Enter')
  await story.sees('it is remembered', (now) => now.band?.heading === 'Receipts')
  await hands.press('Escape')
  await hands.until((now) => now.page === null)
  await hands.scan(library.itemIn('One Hundred Years of Solitude'))
  await story.sees('it is out', (now) => now.totals.out_count === 1)
  await story.finishes()
  await desk.page.locator('[data-part="paper"][aria-label="Checkout receipt, in Spanish, large print"]').waitFor()
  await story.picture('receipt-spanish')
  story.tell('She has lost it at the door. F9: the same once more, marked as a copy.')
  await hands.press('F9')
  await story.at('receipt')
  await story.picture('receipt-copy')
  await hands.press('Escape')
  await hands.until((now) => now.page === null)
  await story.finishes()
}

export async function rules(story: Story, library: Catalog): Promise<void> {
  const { hands, desk } = story
  story.tell('Rosa changes the fine rule: at most ten cents? The desk says what is odd about that before it holds.')
  await story.takesDesk(library.badge('Rosa Ortiz'), 'Rosa Ortiz', library.pin('Rosa Ortiz'))
  await hands.press('Ctrl+Shift+r')
  await story.at('policy')
  await story.picture('rules')
  await story.walksTo('Fines')
  await hands.press('Enter')
  await story.at('policy-table')
  await story.walksTo('Everyone, everything')
  await hands.press('Enter')
  await story.at('policy-row')
  await hands.press('Enter')
  await story.asks('values.branch_code')
  const isCap = desk.page.locator('[data-field="values.fine_cents_max"]:focus-within')
  for (let pressed = 0; pressed < 30 && (await isCap.count()) === 0; pressed += 1) await hands.press('Tab')
  await story.picture('fine-curve')
  await hands.type('10')
  await hands.press('Ctrl+Enter')
  await story.sees('the finding is told', (now) => now.band?.outcome === 'decide')
  await story.picture('rule-odd')
  story.tell('She meant five dollars, as it is. Esc leaves all as it was.')
  for (let pressed = 0; pressed < 6 && (await hands.snapshot()).page !== null; pressed += 1) {
    await hands.press('Escape')
    await hands.drawn()
  }
  await hands.until((now) => now.page === null)
}

export async function ownData(story: Story, library: Catalog): Promise<void> {
  const { hands } = story
  story.tell('Dana asks for her own data. Account, Y for confidentiality, X, a file on her stick.')
  await story.opens(library.card('Dana Miller'), 'Dana Miller')
  await hands.press('F7')
  await story.at('account')
  await hands.press('y')
  await story.at('privacy')
  await hands.press('x')
  await story.asks('to_file')
  const file = join(story.userData, 'dana.json')
  await hands.type(file)
  await story.picture('own-data')
  await hands.press('Enter')
  await story.sees('it is written', (now) => now.band?.outcome === 'done' && now.band.heading !== 'Dana Miller')
  must(existsSync(file) && readFileSync(file, 'utf8').includes('Dana'), 'the file holds her data')
  await hands.press('Escape')
  await hands.press('Escape')
  await hands.until((now) => now.page === null)
}

export async function lock(story: Story, library: Catalog): Promise<void> {
  const { hands, desk } = story
  story.tell(
    'The telephone rings in the back. Ctrl+L: the screen tells nothing of Dana. Rosa’s badge and PIN bring it back.',
  )
  await hands.press('Ctrl+l')
  await desk.page.locator('[data-screen="locked"]').waitFor()
  must(!(await desk.page.locator('body').innerText()).includes('Dana'), 'a locked screen names nobody')
  await story.picture('locked')
  await hands.badgeAndPin(library.badge('Rosa Ortiz'), library.pin('Rosa Ortiz'))
  await story.sees('Dana is still here', (now) => now.stage === 'desk' && now.patron?.name === 'Dana Miller')
  // The screen is drawn a moment after the station answers: wait, because a key acts on what the screen shows.
  await hands.line.waitFor()
  await story.finishes()
  story.tell('Shift+F8: who did what today, and no patron’s name.')
  await hands.press('Shift+F8')
  await story.at('work-log')
  await story.picture('work-log')
  story.tell('Ctrl+F8: the whole day, in pictures and figures.')
  await hands.press('Ctrl+F8')
  await story.at('supervisor')
  await story.picture('desk-today')
  await hands.press('Escape')
  await hands.press('Escape')
  await hands.until((now) => now.page === null)
}
