/** An organization: a form of its own, with a contact and no birth date, and how it is told everywhere else. */
import { expect, test } from 'vitest'
import { draftName } from '../../../../shared/desk/page.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import type { PatronField } from '../../../../shared/kernel/patron-field.ts'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { layoutText } from '../../../support/layout-text.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'

const NEW_CARD = cardNumber('2123400050001', 'mod-10')
const CATEGORY = `INSERT INTO patron_category
  VALUES ('ORG', 'Organization', 50, 1000, NULL, 12, 0, NULL, NULL, NULL, NULL)`
const SET = `INSERT INTO library_setting VALUES ('organization_category_codes', '["ORG"]')`
const ABOUT = `organization ${NEW_CARD}`
const CLUB = { surname: 'Garden Club', given: '', born_on: '', guardian: 'Mia Park', phone: '847-555-0177', email: '' }

async function form(desk: TestDesk, about: string) {
  const page = must((await desk.ok('desk.go', { page: { place: 'patron-new', about } })).snapshot.page, 'the form')
  expect(pageFaults(page)).toEqual([])
  return page
}

const send = (desk: TestDesk, typed: Partial<Record<PatronField, string>> = {}) =>
  desk.call('patron.register', {
    ...registration(desk, { ...CLUB, ...typed }, { barcode: NEW_CARD }),
    category_code: 'ORG',
  })

async function clubHere(): Promise<TestDesk> {
  const desk = await cardDesk(false, [CATEGORY, SET])
  expect((await send(desk)).kind).toBe('ok')
  return desk
}

test('its form asks for its name, a contact and a phone, in words of its own, and for no birth date', async () => {
  const desk = await cardDesk(false, [CATEGORY, SET])
  const { heading, enter } = await form(desk, ABOUT)
  const asks = must(enter, 'the form').asks.filter(({ name }) => name.startsWith('typed.'))
  expect(heading).toBe(en.pages.patrons.form.organization.heading)
  expect(asks.slice(0, 2).map(({ name, label, is_required }) => [name, label, is_required])).toEqual([
    ['typed.surname', 'Name of the organization', true],
    ['typed.guardian', 'Contact’s name', true],
  ])
  const names = asks.map(({ name }) => name)
  expect(names).toContain('typed.phone')
  for (const gone of ['typed.born_on', 'typed.given', 'typed.preferred_given']) expect(names).not.toContain(gone)
  expect(enter?.call.input['category_code']).toBe('ORG')
})

test('the form of a person leads there, where the library has such a category', async () => {
  const [with_, without] = [await cardDesk(false, [CATEGORY, SET]), await cardDesk(false, [CATEGORY])]
  expect((await form(with_, NEW_CARD)).acts.map(({ call }) => call.input['page'])).toEqual([
    { place: 'patron-new', about: ABOUT },
  ])
  expect((await form(without, NEW_CARD)).acts).toEqual([])
  expect((await form(without, 'organization')).lead).toContain('No category')
})

test.each(['guardian', 'phone'] as const)('without %s it is not registered', async (field) => {
  const desk = await cardDesk(false, [CATEGORY, SET])
  expect(await send(desk, { [field]: '' })).toMatchObject({ kind: 'refused', code: 'patron-field-wrong', about: field })
})

test('a rule of the library for its category is before what is usual', async () => {
  const rule = `INSERT INTO field_rule VALUES ('ORG-PHONE', 'phone', 'ORG', 'suggested')`
  const desk = await cardDesk(false, [CATEGORY, SET, rule])
  expect((await send(desk, { phone: '' })).kind).toBe('ok')
})

test('once it is registered, nothing of it is left in its form', async () => {
  const desk = await cardDesk(false, [CATEGORY, SET])
  const { enter, ref } = await form(desk, ABOUT)
  const act = draftName(must(enter, 'the form'), null)
  await desk.ok('draft.keep', { page: ref, act, patron_id: null, texts: { 'typed.surname': 'Garden Club' } })
  expect((await form(desk, ABOUT)).drafts).toHaveLength(1)
  expect((await send(desk)).kind).toBe('ok')
  expect((await form(desk, ABOUT)).drafts).toEqual([])
})

test('panel and account tell its name and the contact, and nothing of a guardian', async () => {
  const desk = await clubHere()
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
  expect(snapshot.patron?.name).toBe('Garden Club')
  const notice = snapshot.patron?.notices.find(({ detail }) => detail.includes('Mia Park'))
  expect(notice).toMatchObject({ heading: en.panel.contact, detail: 'Mia Park.' })
  const page = must(snapshot.page, 'the account')
  expect(JSON.stringify(page.sections)).toContain(en.panel.contact)
  const labels = page.acts.map(({ label }) => label)
  expect(labels).not.toContain(en.pages.patrons.family.link)
  expect(labels).not.toContain(en.pages.patrons.family.end)
})

test('the form to sign has the contact, who signs for it, and no line for a birth date', async () => {
  const desk = await clubHere()
  const { snapshot } = await desk.ok('paper.make', { what: 'registration' })
  const [paper] = snapshot.page?.sections.flatMap((one) => (one.kind === 'paper' ? [one.document] : [])) ?? []
  const text = layoutText(must(paper, 'the form'), 42).join('\n')
  expect(text).toContain('Garden Club')
  expect(text).toMatch(/Contact +Mia Park/)
  expect(text).toContain('For the organization: signature')
  expect(text).not.toMatch(/Date of birth|Birth date|Guardian|guardian/)
})
