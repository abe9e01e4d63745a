/** The language of a patron by its name: chosen in the form, and told where two records are compared. */
import { expect, test } from 'vitest'
import { languageOptions, languageText } from '../../../../shared/words/languages.ts'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import type { TestDesk } from '../../support/desk.ts'

const [ANA = '', EVA = ''] = [1, 2].map((number) => cardNumber(`212340005000${number}`, 'mod-10'))

test.each([
  ['en', 'es', 'Spanish'],
  ['es', 'es', 'español'],
  ['en', 'vi', 'Vietnamese'],
  ['en', 'spa', 'Spanish (spa)'],
  ['en', 'es-MX', 'Mexican Spanish (es-MX)'],
  ['en', 'Hmong, white', 'Hmong, white'],
  ['en', 'Klingonish', 'Klingonish'],
] as const)('for a reader of %s, “%s” is %s', (reader, code, text) => {
  expect(languageText(reader, code)).toBe(text)
})

test('the languages of this desk come first, and what a record has is one of them', () => {
  const values = (now: string) => languageOptions('en', now).map(({ value }) => value)
  expect(values('').slice(0, 3)).toEqual(['en', 'es', 'ar'])
  expect(values('vi')).toEqual(values(''))
  expect(values('hmn')).toEqual([...values(''), 'hmn'])
})

async function languageField(desk: TestDesk, place: 'patron-new' | 'account') {
  const { snapshot } = await desk.ok('desk.go', { page: { place, about: '' } })
  const acts = [...(snapshot.page?.acts ?? []), ...(snapshot.page?.enter ? [snapshot.page.enter] : [])]
  const asks = acts.flatMap((one) => one.asks)
  return asks.find(({ name }) => name === 'typed.language')
}

test('a form offers them by name, and a merge tells them by name', async () => {
  const desk = await cardDesk()
  const register = (given: string, language: string, barcode: string) =>
    desk.ok('patron.register', registration(desk, { given, language, email: '', phone: '' }, { barcode }))
  expect(await languageField(desk, 'patron-new')).toMatchObject({ kind: 'choice', value: '' })
  await register('Ana', 'en', ANA)
  await desk.ok('desk.finish', {})
  await register('Eva', 'hmn', EVA)
  const field = await languageField(desk, 'account')
  expect(field).toMatchObject({ kind: 'choice', value: 'hmn' })
  expect(field?.options.at(-1)).toEqual({ value: 'hmn', label: 'Hmong (hmn)' })
  const { snapshot } = await desk.ok('patron.compare', { patron_id: null, barcode: ANA })
  const fields = snapshot.page?.sections.find(({ section_id }) => section_id === 'fields')
  const row = fields?.kind === 'table' ? fields.rows.find(({ row_id }) => row_id === 'field language') : undefined
  expect(row?.cells.slice(1, 3).map(({ text }) => text)).toEqual(['Hmong (hmn)', 'English'])
})
