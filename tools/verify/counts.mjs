// The counts of a drawer, for tools/verify.mjs: each against what its entries come to, a close against the last ones.
import { differs, pieces, row, whole } from './amounts.mjs'

/** @typedef {import("./amounts.mjs").Row} Row */
/** @typedef {import("./amounts.mjs").Held} Held */
/**
 * The last count of each that a session is closed by; null: none was kept. `received`: the checks by who takes it over;
 * `slips` and `receivedSlips`: how many checks that were.
 * @typedef {{
 *   cash: number | null, checks: number | null, card: number | null, received: number | null, slips: number | null,
 *   receivedSlips: number | null
 * }} Counts
 */
/** @typedef {{ held: Held, counts: Counts }} Counted */
/** @typedef {{ body: Row, problem: (says: string) => void }} Told */

export const TENDERS = /** @type {const} */ ([
  ['cash', 'in cash'],
  ['checks', 'in checks'],
  ['card', 'on cards'],
])

/** @returns {Counts} */
export const noCounts = () => ({
  cash: null,
  checks: null,
  card: null,
  received: null,
  slips: null,
  receivedSlips: null,
})

/** @param {Counted} session @param {Told} told */
export function takeCash({ held, counts }, { body, problem }) {
  const [expected, counted] = [whole(body['expected_cents']), whole(body['counted_cents'])]
  pieces(body['pieces'], counted, problem)
  if (held.cash !== expected) problem(differs('the drawer should hold', held.cash, expected))
  if (body['reason'] === 'closing') counts.cash = counted
}

/**
 * The float of a drawer that was not opened with it, in the session that left it.
 * @param {{ left: number } | undefined} session
 * @param {Told} told
 */
export function takeFloat(session, { body, problem }) {
  pieces(body['pieces'], whole(body['counted_cents']), problem)
  const left = whole(body['left_cents'])
  if (session && session.left !== left) problem(differs('was left in the drawer', session.left, left))
}

/**
 * The checks and the card terminal. Who takes the drawer over counts no cards.
 * @param {Counted} session
 * @param {Told} told
 */
export function takeBesides({ held, counts }, { body, problem }) {
  const [checks, card] = [whole(body['expected_checks_cents']), whole(body['expected_card_cents'])]
  const [counted, slips] = [whole(body['checks_cents']), whole(body['checks_count'])]
  if (held.checks !== checks) problem(differs('there should be in checks', held.checks, checks))
  if (held.card !== card) problem(differs('there should be on cards', held.card, card))
  if (body['reason'] !== 'closing') return void Object.assign(counts, { received: counted, receivedSlips: slips })
  counts.checks = counted
  counts.slips = slips
  counts.card = body['card_cents'] === null ? null : whole(body['card_cents'])
}

/** Whether a close says what the last counts were. @param {Counted} session @param {Told} told */
export function heldToCounts({ counts: { received, receivedSlips, ...counts } }, { body, problem }) {
  const counted = row(body['counted'])
  const isHanded = body['handed_to'] !== ''
  const last = { ...counts, checks: isHanded ? received : counts.checks }
  const [slips, said_count] = [isHanded ? receivedSlips : counts.slips, whole(body['checks_count'])]
  if (slips !== null && slips !== said_count) {
    problem(`says ${said_count} checks before Z ${whole(body['z_number'])}, and ${slips} were counted last`)
  }
  for (const [said, name] of TENDERS) {
    const [kept, is] = [last[said], whole(counted[`${said}_cents`])]
    const what = `the last count ${name} before Z ${whole(body['z_number'])} was`
    if (kept !== null && kept !== is) problem(differs(what, kept, is))
  }
}
