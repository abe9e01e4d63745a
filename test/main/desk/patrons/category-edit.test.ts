/** Another category of a patron asks for what its card asks at a registration; the rest of the record stays. */
import { expect, test } from 'vitest'
import type { PatronField } from '../../../../shared/kernel/patron-field.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import { CARDS } from '../../support/small-library.ts'
import { says } from '../../../support/said.ts'

const TEEN = `INSERT INTO patron_category VALUES ('TEEN', 'Teen', 20, 500, NULL, 36, 0, NULL, NULL, NULL, NULL)`
const PHONE_OF_TEENS = `INSERT INTO field_rule VALUES ('phone', 'phone', 'TEEN', 'required')`
const MAIL_OF_ALL = `INSERT INTO field_rule VALUES ('mail', 'email', '*', 'required')`
const CHILD_OF_OMAR = `UPDATE patron SET guardian_patron_id = 2 WHERE patron_id = 1`

type Row = [string, string, Parameters<typeof registration>[1], readonly string[], PatronField | null]

test.each<Row>([
  ['a child’s card without a guardian', 'CHILD', { guardian: '' }, [], 'guardian'],
  ['with one by name', 'CHILD', { guardian: 'Ana Ortiz' }, [], null],
  ['with one by link', 'CHILD', { guardian: 'Omar Núñez' }, [CHILD_OF_OMAR], null],
  ['what the other category alone requires', 'TEEN', { phone: '' }, [PHONE_OF_TEENS], 'phone'],
  ['what every category requires was missing before', 'TEEN', { email: '' }, [MAIL_OF_ALL], null],
  ['the same category', 'ADULT', { guardian: '' }, [], null],
])('%s', async (_what, category_code, typed, also, field) => {
  const desk = await cardDesk(false, [TEEN, ...also])
  await desk.scan(CARDS.dana)
  const known = { surname: 'Miller', given: 'Dana', born_on: '1980-04-12', preferred_given: 'D', phone: '', email: '' }
  const asked = registration(desk, { ...known, ...typed }).typed
  const edit = { commandId: desk.id(), typed: asked, category_code, name_proof: '' }
  const answer = await desk.call('patron.edit', edit)
  const refused = field && says('patron-field-wrong', { field, fault: 'required', limit: 0 })
  expect(answer.kind === 'refused' ? answer.says : null).toBe(refused)
})
