/** Who may register patrons, change records and give cards: what each role does alone as the roles are shipped. */
import { expect, test } from 'vitest'
import { CONTRACT } from '../../shared/ipc/contract.ts'
import { CARD_METHODS } from '../../shared/ipc/methods-card.ts'
import { CARD_GRANTS, type CardAct } from '../../shared/staff/card-grants.ts'
import { mayRole, SHIPPED_GRANTS, type Grant } from '../../shared/staff/permissions.ts'

/** By act: its grant, and whether staff, a supervisor, a manager and a role without any grant do it alone. */
const TABLE: readonly (readonly [CardAct, Grant, boolean, boolean, boolean, boolean])[] = [
  ['patron.register', 'register-patron', true, true, true, false],
  ['patron.edit', 'edit-patron', true, true, true, false],
  ['patron.check', 'edit-patron', true, true, true, false],
  ['patron.tell-apart', 'edit-patron', true, true, true, false],
  ['guardian.link', 'edit-patron', true, true, true, false],
  ['guardian.end', 'edit-patron', true, true, true, false],
  ['family.link', 'edit-patron', true, true, true, false],
  ['family.end', 'edit-patron', true, true, true, false],
  ['pickup.allow', 'edit-patron', true, true, true, false],
  ['pickup.end', 'edit-patron', true, true, true, false],
  ['card.renew', 'renew-card', true, true, true, false],
  ['card.renew-family', 'renew-card', true, true, true, false],
  ['card.replace', 'replace-card', true, true, true, false],
  ['card.lose', 'replace-card', true, true, true, false],
  ['patron.set-pin', 'set-patron-pin', true, true, true, false],
  ['patron.clear-pin', 'set-patron-pin', true, true, true, false],
]

test.each(TABLE)('%s takes %s: staff %s, supervisor %s, manager %s, page %s', (act, grant, ...may) => {
  expect(CARD_GRANTS[act]).toBe(grant)
  const roles = ['staff', 'supervisor', 'manager', 'page']
  expect(roles.map((role) => mayRole(SHIPPED_GRANTS, role, grant))).toEqual(may)
})

test('no act on a record or a card is without a grant', () => {
  const recording = Object.keys(CARD_METHODS).filter((name) => CONTRACT[name as keyof typeof CARD_METHODS].changes)
  const known = [...TABLE.map(([act]) => act), 'patron.merge']
  expect(recording.toSorted()).toEqual(known.toSorted())
})
