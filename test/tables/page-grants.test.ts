/** Which pages are closed to some roles, and for how long a page that is lent by approval stays so. */
import { describe, expect, test } from 'vitest'
import type { Act, PageRef, PageRow, Place } from '../../shared/desk/page.ts'
import { lent, went, wentBack } from '../../shared/desk/session/session-pages.ts'
import { signedIn, signedOut } from '../../shared/desk/session/session-staff.ts'
import { cleared, EMPTY_SESSION, opened, switched, type Session } from '../../shared/desk/session/session.ts'
import { locked } from '../../shared/desk/lock.ts'
import { CONTRACT, type MethodName } from '../../shared/ipc/contract.ts'
import { patronId, staffCode } from '../../shared/kernel/ids.ts'
import { asApproved, closedPage, isAskedAct, isLent } from '../../shared/desk/page-grants.ts'
import { GRANTS, type Grant } from '../../shared/staff/permissions.ts'

const TABLE: readonly (readonly [Place, string, Grant | null])[] = [
  ['staff', '', 'edit-staff'],
  ['staff', 'role page', 'edit-staff'],
  ['work-log', '', 'see-work-log'],
  ['supervisor', '', 'see-desk-day'],
  ['supervisor', 'staff BC-1', 'see-desk-day'],
  ['outage', '', 'declare-outage'],
  ['cash-desk', '', 'see-cash'],
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
  test.each(LEFT)('%s', (_, leave, isStill) => expect(leave(rules).approved_page !== null).toBe(isStill))

  test.each(['recovery-key', 'data-in'] as const)('ends at %s, though it takes the same grant', (place) => {
    const desk = lent(went(rules, at('this-desk')), {
      grant: 'look-after-desk',
      approved_by: 'RO-1',
      reason: 'learning',
    })
    expect(went(desk, at(place)).approved_page).toBeNull()
  })
})

/** What would outlive the page, and so is lent with none. */
const NEVER_APPROVED: readonly MethodName[] = [
  'import.start',
  'store.restore',
  'staff.list',
  'staff.add',
  'staff.edit',
  'staff.new-badge',
  'staff.set-pin',
  'staff.close',
  'staff.reopen',
  'role.list',
  'role.add',
  'role.edit',
  'role.remove',
  'role.set',
]

test.each(NEVER_APPROVED)('%s is lent by nobody', (method) => {
  expect(GRANTS.filter(({ grant }) => isLent(grant, method) || isAskedAct(grant, method))).toEqual([])
})

test.each([
  ['is read on a lent page', isLent, 12],
  ['is asked for on a lent page', isAskedAct, 11],
] as const)('what %s takes the grant of the page, or less', (_, isOf, count) => {
  const found = GRANTS.flatMap(({ grant }) =>
    Object.entries(CONTRACT).flatMap(([method, { permission }]) => (isOf(grant, method) ? [[grant, permission]] : [])),
  )
  expect(found.length).toBe(count)
  expect(found.filter(([grant, permission]) => ![grant, 'staff', 'anyone'].includes(permission ?? ''))).toEqual([])
})

test('nothing that is read on a lent page writes: neither an entry nor a file', () => {
  const methods = Object.entries(CONTRACT).filter(([method]) => GRANTS.some(({ grant }) => isLent(grant, method)))
  const writes = methods.filter(([, { changes, input }]) => changes || 'to_file' in (input as { shape: object }).shape)
  expect(writes.map(([method]) => method)).toEqual([])
})

const APPROVED_PAGE_ACTS: readonly (readonly [Grant, string, PageRef['place'] | null, boolean])[] = [
  ['edit-staff', 'staff.edit', null, false],
  ['edit-staff', 'desk.go', 'staff', true],
  ['look-after-desk', 'store.backup', null, true],
  ['look-after-desk', 'journal.export', null, true],
  ['look-after-desk', 'store.restore', null, false],
  ['look-after-desk', 'import.start', null, false],
  ['look-after-desk', 'desk.go', 'recovery-key', false],
  ['look-after-desk', 'desk.go', 'data-in', false],
  ['look-after-desk', 'desk.go', null, true],
  ['edit-policy', 'policy.edit', null, true],
]

test.each(APPROVED_PAGE_ACTS)('a page lent by %s offers %s to %s: %s', (grant, method, place, isKept) => {
  const input = method === 'desk.go' ? { page: place && { place, about: '' } } : {}
  const act: Act = {
    act_id: 'a',
    key: '',
    label: 'A',
    call: { method, input },
    asks: [],
    says: '',
    preview: null,
    is_grave: false,
    weight: 'main' as const,
  }
  const row: PageRow = { row_id: 'r', cells: [], tone: 'plain', notes: [], details: [], acts: [act], enter: act }
  const seen = asApproved(
    {
      ref: { place: 'staff', about: '' },
      heading: 'Staff',
      lead: '',
      sections: [{ kind: 'table', section_id: 's', heading: '', columns: [], rows: [row], empty: '' }],
      aside: [],
      acts: [act],
      enter: act,
      line_hint: '',
      titles_go_to: null,
      unfound_goes_to: null,
      steps_back: [],
      turns: { before: null, next: null },
      today: '2026-11-24',
      drafts: [],
    },
    grant,
  )
  const [section] = seen.sections
  const [shown] = section?.kind === 'table' ? section.rows : []
  const kept = [seen.acts.length, shown?.acts.length, seen.enter !== null, shown?.enter !== null]
  expect(kept).toEqual(isKept ? [1, 1, true, true] : [0, 0, false, false])
})
