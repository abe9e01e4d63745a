/**
 * Where the law asks that a non-resident's card says so (23 Ill. Adm. Code 3050: the name of the library, the expiry
 * and the words "Non-Resident"), the papers of the card and the panel do; nobody else's, and nowhere else.
 */
import { expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { layoutText } from '../../../support/layout-text.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { es } from '../../../../shared/words/es/es.ts'

const NEW_CARD = cardNumber('2123400050001', 'mod-10')
const ASKED = `INSERT INTO library_setting VALUES ('is_non_resident_said', 'yes')`
const NAMED = `UPDATE patron_category SET name = 'Outside the village' WHERE category_code = 'GUEST'`

async function registered(also: readonly string[], typed: Record<string, string>): Promise<TestDesk> {
  const desk = await cardDesk(false, also)
  await desk.ok('patron.register', {
    ...registration(desk, typed, { barcode: NEW_CARD }),
    household_count: 2,
  })
  return desk
}

async function paper(desk: TestDesk, what: 'welcome' | 'registration'): Promise<string> {
  const { snapshot } = await desk.ok('paper.make', { what })
  const found = snapshot.page?.sections.flatMap((one) => (one.kind === 'paper' ? [one.document] : [])) ?? []
  return layoutText(must(found[0], 'a paper'), 42).join('\n')
}

const ELSEWHERE = { postal_code: '60601', city: 'Chicago' }

const told = async (desk: TestDesk) => {
  const category = (await desk.ok('desk.snapshot', {})).snapshot.patron?.category ?? ''
  const papers = [await paper(desk, 'welcome'), await paper(desk, 'registration')]
  return { category, papers: papers.map((text) => text.includes('Non-Resident')), texts: papers }
}

test('a non-resident’s welcome slip, form and panel say it, beside the expiry and the library', async () => {
  const { category, papers, texts } = await told(await registered([ASKED, NAMED], ELSEWHERE))
  expect(category).toBe('Outside the village · Non-Resident')
  expect(papers).toEqual([true, true])
  for (const text of texts) expect(text).toMatch(/Card expires|valid|Nov 24, 2027/)
})

test('the panel does not say it twice where the category is called so', async () => {
  expect((await told(await registered([ASKED], ELSEWHERE))).category).toBe('Non-resident')
})

test('in Spanish the words of the law are there, with what they mean', async () => {
  const desk = await registered([ASKED, NAMED], { ...ELSEWHERE, language: 'es' })
  expect(await paper(desk, 'welcome')).toContain('Non-Resident (no residente)')
  await desk.ok('staff.set-language', { language: 'es' })
  const { snapshot } = await desk.ok('desk.snapshot', {})
  expect(snapshot.patron?.category).toBe(`Outside the village · ${es.panel.non_resident}`)
})

test.each([
  ['a resident, where it is asked', [ASKED], {}],
  ['a non-resident, where it is not', [NAMED], ELSEWHERE],
] as const)('%s: nothing', async (_, also, typed) => {
  const { category, papers } = await told(await registered(also, typed))
  expect(category).not.toContain('Non-Resident')
  expect(papers).toEqual([false, false])
})
