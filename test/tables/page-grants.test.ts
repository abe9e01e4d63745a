/** Which pages are closed to some roles, and for how long a page that is lent by approval stays so. */
import { describe, expect, test } from 'vitest'
import type { Act, PageRef, PageRow, Place } from '../../shared/desk/page.ts'
import { lent, went, wentBack } from '../../shared/desk/session-pages.ts'
import { signedIn, signedOut } from '../../shared/desk/session-staff.ts'
import { cleared, EMPTY_SESSION, opened, switched, type Session } from '../../shared/desk/session.ts'
import { locked } from '../../shared/desk/lock.ts'
import { patronId, staffCode } from '../../shared/kernel/ids.ts'
import { closedPage, toLookAt } from '../../shared/staff/page-grants.ts'
import type { Grant } from '../../shared/staff/permissions.ts'

const TABLE: readonly (readonly [Place, string, Grant | null])[] = [
  ['staff', '', 'edit-staff'],
  ['staff', 'role page', 'edit-staff'],
  ['work-log', '', 'see-work-log'],
  ['outage', '', 'declare-outage'],
  ['policy', '', 'edit-policy'],
  ['policy-row', 'fine_rule late', 'edit-policy'],
  ['this-desk', '', 'look-after-desk'],
  ['recovery-key', '', 'look-after-desk'],
  ['data-in', '', 'look-after-desk'],
  ['privacy', 'log', 'see-privacy-log'],
  ['privacy', 'staff rortiz', 'see-privacy-log'],
  ['privacy', 'why 17', null],
  ['privacy', '', null],
  ['account', '', null],
  ['modes', '', null],
]

test.each(TABLE)('%s “%s” takes %s', (place, about, grant) => {
  expect(closedPage({ place, about })?.grant ?? null).toBe(grant)
})

describe('a lent page', () => {
  const ben = { staff_code: staffCode('BC-1'), name: 'Ben Cole', initials: 'BC', role: 'staff' }
  const at = (place: Place, about = ''): PageRef => ({ place, about })
  const rules: Session = lent(went(went(signedIn(EMPTY_SESSION, ben), at('account')), at('policy')), {
    grant: 'edit-policy',
    approved_by: 'WZ-1',
    reason: 'handed-over',
  })
  const LEFT: readonly (readonly [string, (session: Session) => Session, boolean])[] = [
    ['stays from the rules to one of them', (one) => went(one, at('policy-row', 'fine_rule late')), true],
    ['stays there and back again', (one) => wentBack(went(one, at('policy-row', 'fine_rule late'))), true],
    ['goes with the page', (one) => went(one, null), false],
    ['goes on the way back', wentBack, false],
    ['goes at another page', (one) => went(one, at('account')), false],
    ['is no other closed page', (one) => went(one, at('staff')), false],
    ['is not there again after another page', (one) => wentBack(went(one, at('account'))), false],
    ['goes when somebody is opened', (one) => opened(one, patronId(7)), false],
    ['goes when the desk is cleared', cleared, false],
    ['goes when items are taken back', (one) => switched(one, 'in'), false],
    ['goes when the desk is locked', locked, false],
    ['goes when the clerk signs out', signedOut, false],
  ]
  test.each(LEFT)('%s', (_, leave, isLent) => expect(leave(rules).lent_page !== null).toBe(isLent))
})

test('a page that is only looked at keeps where one goes on, and nothing that changes anything', () => {
  const act = (method: string): Act => {
    return { act_id: method, key: '', label: method, call: { method, input: {} }, asks: [], says: '', is_grave: false }
  }
  const row: PageRow = {
    row_id: 'r',
    cells: [],
    tone: 'plain',
    notes: [],
    acts: [act('staff.edit')],
    enter: act('desk.go'),
  }
  const seen = toLookAt({
    ref: { place: 'staff', about: '' },
    heading: 'Staff',
    lead: '',
    sections: [{ kind: 'table', section_id: 's', heading: '', columns: [], rows: [row], empty: '' }],
    acts: [act('staff.add'), act('desk.go')],
    enter: act('staff.add'),
    line_hint: '',
    titles_go_to: null,
    unfound_goes_to: null,
    today: '2026-11-24',
  })
  expect(seen.acts.map((one) => one.label)).toEqual(['desk.go'])
  expect(seen.enter).toBeNull()
  const [section] = seen.sections
  const rows = section?.kind === 'table' ? section.rows : []
  expect(rows.map((one) => [one.acts, one.enter?.label])).toEqual([[[], 'desk.go']])
})
