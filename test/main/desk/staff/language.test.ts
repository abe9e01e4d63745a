/** What language a clerk reads at the desk: the library's until they choose, and theirs whenever they are back. */
import { describe, expect, test } from 'vitest'
import { workingDesk, type TestDesk } from '../../support/desk.ts'
import { holdDesk } from '../../support/hold-desk.ts'
import { CARDS, ITEMS, PIN } from '../../support/small-library.ts'
import { benAtDesk, signInAs } from '../../support/staff.ts'
import { ENGLISH, SPANISH } from '../../../support/said.ts'
import { refuse } from '../../../../shared/refusals/refusals.ts'

const ROSA = { initials: 'RO', pin: PIN }

const read = async (desk: TestDesk): Promise<unknown> => {
  const { snapshot } = await desk.ok('desk.snapshot', {})
  return [snapshot.stage, snapshot.language, snapshot.locale]
}

async function libraryIn(desk: TestDesk, locale: string): Promise<void> {
  const change = { table: 'library_setting', key: 'locale', after: { value: locale } } as const
  await desk.ok('policy.change', { commandId: desk.id(), ...change, accept_findings: [] })
}

/** What the desk answers where there is nothing to undo. */
async function refusalOf(desk: TestDesk): Promise<unknown> {
  const answer = await desk.call('desk.undo', { commandId: desk.id() })
  return answer.kind === 'refused' ? [answer.code, answer.says] : answer
}

describe('the language of a clerk', () => {
  test('is the library’s until they choose another, right away, and each has their own', async () => {
    const desk = await workingDesk()
    expect(await read(desk)).toEqual(['desk', 'en', 'en-US'])
    const { snapshot } = await desk.ok('staff.set-language', { language: 'es' })
    expect(snapshot.language).toBe('es')
    await benAtDesk(desk)
    expect(await read(desk)).toEqual(['desk', 'en', 'en-US'])
    await signInAs(desk, ROSA)
    expect(await read(desk)).toEqual(['desk', 'es', 'en-US'])
  })

  test('is what a "no" is said in', async () => {
    const desk = await workingDesk()
    expect(await refusalOf(desk)).toEqual(['nothing-to-undo', ENGLISH.refusal(refuse('nothing-to-undo')).says])
    await desk.ok('staff.set-language', { language: 'es' })
    expect(await refusalOf(desk)).toEqual(['nothing-to-undo', SPANISH.refusal(refuse('nothing-to-undo')).says])
  })

  test('is remembered over a restart, and forgotten by nobody who signs out', async () => {
    const desk = await workingDesk()
    await desk.ok('staff.set-language', { language: 'es' })
    await desk.ok('staff.sign-out', { commandId: desk.id() })
    expect(await read(desk)).toEqual(['sign-in', 'en', 'en-US'])
    const again = await desk.reopen()
    await signInAs(again, ROSA)
    expect(await read(again)).toEqual(['desk', 'es', 'en-US'])
  })

  test('records nothing', async () => {
    const desk = await workingDesk()
    const before = await desk.ok('journal.recent', { limit: 1 })
    await desk.ok('staff.set-language', { language: 'es' })
    expect(await desk.ok('journal.recent', { limit: 1 })).toEqual(before)
  })
})

test('a library whose locale is Spanish writes in it to a patron of whom no language is known', async () => {
  const desk = await holdDesk([`UPDATE patron SET language = '' WHERE patron_id = 1`])
  await libraryIn(desk, 'es-US')
  const receiptOf = async (item: string): Promise<unknown> => {
    await desk.scan(CARDS.dana)
    await desk.scan(item)
    return (await desk.ok('desk.finish', {})).snapshot.papers.map(({ language }) => language)
  }
  expect(await receiptOf(ITEMS.warmth)).toEqual(['es'])
  await desk.scan(CARDS.dana)
  const wish = { receipt: 'print', is_large_print: false, language: 'en' } as const
  await desk.ok('patron.set-preference', { commandId: desk.id(), ...wish })
  await desk.ok('desk.finish', {})
  expect(await receiptOf(ITEMS.educated)).toEqual(['en'])
})

test.each([
  ['en-US', 'en', 'Polish: receipts in English'],
  ['es-US', 'es', 'Polish: receipts in Spanish'],
])(
  'where the locale is %s, a patron who reads Polish gets papers in %s, and the form says so',
  async (locale, language, label) => {
    const desk = await holdDesk([`UPDATE patron SET language = 'pl' WHERE patron_id = 1`])
    await desk.ok('staff.set-language', { language: 'en' })
    await libraryIn(desk, locale)
    await desk.scan(CARDS.dana)
    const { page } = (await desk.ok('desk.go', { page: { place: 'account', about: '' } })).snapshot
    const asks = page?.acts.find(({ call }) => call.method === 'patron.set-preference')?.asks
    const field = asks?.find(({ name }) => name === 'language')
    expect([field?.value, field?.options.at(-1)]).toEqual(['pl', { value: 'pl', label }])
    await desk.ok('desk.go', { page: null })
    await desk.scan(ITEMS.warmth)
    const { papers } = (await desk.ok('desk.finish', {})).snapshot
    expect(papers.map((paper) => paper.language)).toEqual([language])
  },
)

test('a library whose locale is Spanish speaks it before anyone signs in, and dates follow', async () => {
  const desk = await workingDesk()
  await libraryIn(desk, 'es-US')
  await desk.ok('staff.sign-out', { commandId: desk.id() })
  expect(await read(desk)).toEqual(['sign-in', 'es', 'es-US'])
  await signInAs(desk, ROSA)
  const { patron } = await desk.scan(CARDS.dana)
  expect(patron).not.toBeNull()
  await desk.ok('staff.set-language', { language: 'en' })
  expect(await read(desk)).toEqual(['desk', 'en', 'es-US'])
})
