/** Cards to look after on the real desk by keyboard: found by name, a list, an account, done, and back to the list. */
import { expect, test } from 'vitest'
import * as eyes from './support/eyes.ts'
import { oneDesk } from './support/one-desk.ts'

/** Four who are long of age and still have somebody who answers for them. */
const WARDS = ['Miller,Danny', 'Núñez,Inés', 'Crane,Violet Alexandra Josephine', 'Finch,Bo']
/** In the last months, whenever that is. */
const ENDED = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10)
const MORE = {
  'patrons.csv': [
    'patron_id,surname,given,born_on,expires_on,category_code,branch_code,guardian',
    `P1,Miller,Dana,1985-06-15,${ENDED},ADULT,MAPLE,`,
    `P2,Núñez,Omar,1990-01-31,${ENDED},ADULT,MAPLE,`,
    `P3,Bell,Flora,1972-11-02,${ENDED},ADULT,MAPLE,`,
    'P5,Crane,Victor,1961-04-04,,ADULT,MAPLE,',
    'P6,Finch,Harold,1958-08-19,2020-01-31,ADULT,MAPLE,',
    'P7,Abernathy,Ruth,1949-12-01,,ADULT,MAPLE,',
    ...WARDS.map((name, at) => `W${at},${name},200${at}-03-09,,ADULT,MAPLE,Ann Miller`),
    '',
  ].join('\n'),
}

const { desk, hands } = oneDesk(MORE)

const listed = async (): Promise<number> => {
  const [section] = (await hands.snapshot()).page?.sections ?? []
  return section?.kind === 'table' ? section.rows.length : -1
}

test('it is found by "turning 18", and each list says how long it is', async () => {
  await hands.clear()
  await hands.command('turning 18')
  await hands.atPage('card-lists')
  expect(await eyes.faultsInEveryLook(desk.page, 'card-lists')).toEqual([])
})

test('down to a list, Enter, down to a patron, Enter: their account, with what is due in sight', async () => {
  for (let down = 0; down < 4; down += 1) await hands.press('ArrowDown')
  await hands.press('Enter')
  await hands.until((now) => now.page?.ref.about === 'of-age')
  expect(await listed()).toBe(WARDS.length)
  expect(await eyes.faultsInEveryLook(desk.page, 'card-list')).toEqual([])
  await hands.press('ArrowDown')
  await hands.press('Enter')
  await hands.until((now) => now.page?.ref.place === 'account')
  expect(await eyes.faultsInEveryLook(desk.page, 'card-list-account')).toEqual([])
})

test('G ends the guardianship, Esc is the list, which is one shorter', async () => {
  await hands.press('g')
  await desk.page.locator('[data-form]').waitFor()
  await hands.press('Enter')
  await hands.until((now) => now.page?.acts.every(({ key }) => key !== 'G') ?? false)
  await hands.press('Escape')
  await hands.until((now) => now.page?.ref.about === 'of-age')
  expect(await listed()).toBe(WARDS.length - 1)
  await hands.press('a')
  await hands.until((now) => now.page?.ref.place === 'card-lists' && now.page.ref.about === '')
})

test('the last list is looked for by Enter, and says that there is none', async () => {
  for (let down = 0; down < 9; down += 1) await hands.press('ArrowDown')
  await hands.press('Enter')
  await hands.until((now) => now.page?.ref.about === 'duplicates')
  await hands.press('Enter')
  await hands.until((now) => now.page?.sections.some(({ kind }) => kind === 'table') ?? false)
  expect(await eyes.faultsInEveryLook(desk.page, 'card-duplicates')).toEqual([])
  await hands.press('a')
  await hands.until((now) => now.page?.ref.about === '')
})

test('S, then Enter counts the cards: a chart by month, and nobody alone in a line', async () => {
  await hands.press('s')
  await hands.until((now) => now.page?.ref.about === 'report')
  await hands.press('Enter')
  await hands.part('chart')
  const [chart] = (await hands.snapshot()).page?.sections ?? []
  expect(chart?.kind === 'chart' && chart.bars.reduce((sum, { values }) => sum + (values[2] ?? 0), 0)).toBe(3)
  expect(await eyes.faultsInEveryLook(desk.page, 'card-report')).toEqual([])
  await hands.press('a')
  await hands.until((now) => now.page?.ref.place === 'card-lists' && now.page.ref.about === '')
})
