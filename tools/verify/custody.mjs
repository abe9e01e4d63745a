// Who has a drawer, for tools/verify/drawers.mjs: nobody is given one for a break, and a count is held against the
// entries before it.
import { differs, whole } from './amounts.mjs'

/** @typedef {import("./amounts.mjs").Row} Row */
/** @typedef {import("./amounts.mjs").Held} Held */
/** @typedef {{ held: Held, owner: string, custodian: string }} Had */
/** @typedef {{ staff: string, body: Row, problem: (says: string) => void }} Told */

/**
 * Who is named for a break takes the drawer. By the first version, which names nobody, it was given.
 * @param {Had | undefined} session
 * @param {Told} told
 */
export function changeHands(session, { staff, body, problem }) {
  if (session === undefined) return
  const to = String(body['custodian_code'])
  const isTaken = body['reason'] === 'cover' ? to === staff : to === session.owner || to === session.custodian
  if (body['named_code'] !== undefined && !isTaken) problem('gives the drawer to a person who did not take it')
  session.custodian = to
  if (body['expected_cents'] === undefined || body['expected_cents'] === null) return
  const expected = whole(body['expected_cents'])
  if (session.held.cash !== expected) problem(differs('the drawer should hold', session.held.cash, expected))
}
