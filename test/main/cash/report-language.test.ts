/** The papers of a drawer are in the language of the library's slips, whoever works at the desk: its name as well. */
import { expect, test } from 'vitest'
import { DEFAULT_DRAWER } from '../../../shared/cash/rules.ts'
import type { PageView } from '../../../shared/desk/page.ts'
import { wordsOf } from '../../../shared/words/speech.ts'
import { closing, countAll } from '../support/closing-desk.ts'
import { moneyDesk, pageOf } from '../support/money-desk.ts'
import { openWith } from './closing/closes.ts'

const papers = ({ sections }: PageView): string => JSON.stringify(sections.filter((one) => one.kind === 'paper'))
const named = (language: 'en' | 'es'): string => wordsOf(language).policy.usual_cash.drawer

test('a clerk who works in Spanish reads an English Z, X and count sheet without a Spanish name', async () => {
  const desk = await moneyDesk()
  const session_ref = await openWith(desk, 10_000)
  await desk.ok('staff.set-language', { language: 'es' })
  const x = await pageOf(desk, 'drawer', `x ${DEFAULT_DRAWER}`)
  const sheet = await pageOf(desk, 'drawer', `sheet ${DEFAULT_DRAWER}`)
  await countAll(desk, 10_000)
  await desk.ok('drawer.close', closing(desk))
  const z = await pageOf(desk, 'drawer', `z ${session_ref}`)
  const shown = [x, sheet, z]
  const names = shown.map((page) => (['en', 'es'] as const).filter((one) => papers(page).includes(named(one))))
  expect(names).toEqual([['en'], ['en'], ['en']])
  expect(z.lead).toContain(named('es'))
})
