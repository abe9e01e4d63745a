/** A lone key of the line that acts only when nothing follows it at a scanner's pace (ear.ts). */
import type { Desk } from '../desk/desk.ts'
import { needsForm } from '../desk/forms.ts'
import type { Intent } from '../desk/intents.ts'
import { actOfLetter, asksForFigures } from '../desk/page.ts'
import { runAction, runLetter } from '../desk/run.ts'
import { pickByDigit } from '../desk/run-form.ts'
import { runPayKey } from '../desk/run-pay.ts'
import { answerRow } from '../desk/run-rows.ts'
import { sellByLetter } from '../desk/run-sale.ts'
import { undecided } from '../desk/state.ts'
import { homeField, setField } from '../fields/field.ts'
import type { Lone } from './ear.ts'

/** Removes the key from the line again, if it is all the line has. */
function takeFromLine(key: string): boolean {
  const home = homeField()
  if (home?.value.toUpperCase() !== key) return false
  setField(home, '')
  return true
}

function fromLine(key: string, run: () => void): () => void {
  return () => (takeFromLine(key) ? run() : undefined)
}

/** A letter of the page. Words may begin with it; an Enter after it, and digits, belong to the form that it opens. */
function letterLone(desk: Desk, key: string): Lone {
  const run = fromLine(key, () => runLetter(desk, key))
  const placed = actOfLetter(desk.store.now(), key)
  if (placed === null || !needsForm(placed.act)) return { leads: 'none', run }
  if (!asksForFigures(placed.act)) return { leads: 'keys', run }
  const giveBack = (text: string): void => {
    const home = homeField()
    if (home && takeFromLine(key)) setField(home, text)
  }
  return { leads: 'figures', run, giveBack }
}

/** What a lone key does, and whether it leads to another step; null for a key that acts right away. */
export function loneOf(desk: Desk, intent: Intent): Lone | null {
  switch (intent.kind) {
    case 'answer-soon': {
      const row = undecided(desk.store.now()).current
      return { leads: 'none', run: fromLine(intent.key, () => row && answerRow(desk, row, intent.key)) }
    }
    case 'letter-soon':
      return letterLone(desk, intent.key)
    case 'form-letter-soon':
      return { leads: 'none', run: () => runLetter(desk, intent.key), isTaken: true }
    case 'act-soon':
      return { leads: 'any', run: fromLine(intent.key, () => runAction(desk, intent.action)) }
    case 'pay-soon':
      return { leads: 'any', run: () => runPayKey(desk, intent.key), isTaken: true }
    case 'sell-soon':
      return { leads: 'any', run: () => sellByLetter(desk, intent.key), isTaken: true }
    case 'choose-soon':
      return { leads: 'any', run: () => pickByDigit(desk, intent.key) }
    default:
      return null
  }
}
