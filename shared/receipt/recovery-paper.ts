/**
 * The recovery key on paper, to be locked away: thirteen numbered groups, what they open, and what to do with them.
 * Must never be kept among the papers of a session, where the next clerk could open it: it is made each time it is
 * viewed.
 */
import type { RecoveryKey } from '../kernel/recovery-key.ts'
import { compose, plain, RULE, slipHead, SPACE, table } from './blocks.ts'
import type { ReceiptDocument } from './document.ts'
import type { PaperFacts } from './paper-facts.ts'
import type { Words } from './words/en.ts'

const COLUMNS = [
  { label: 'Group', width_count: 6 },
  { label: 'Letters and digits', width_count: 0 },
]

/** @param fingerprint of the key that signs this desk's journal; empty: none does */
export function recoveryPaper(
  facts: PaperFacts & { readonly desk_name: string },
  groups: RecoveryKey,
  fingerprint: string,
  words: Words,
) {
  const rows = groups.map((group, index) => ({ cells: [String(index + 1), group] }))
  const document: ReceiptDocument = compose('list', facts, words, [
    slipHead(facts, words, 'Recovery key'),
    plain(`${facts.desk_name}, ${facts.branch_name}`),
    SPACE,
    table(COLUMNS, rows, false),
    RULE,
    plain('It opens this desk’s data and its backups when the computer does not. Lock it away, apart from both.'),
    plain('There is no letter I, L, O or U in it: 1 is one, 0 is zero.'),
    ...(fingerprint === '' ? [] : [SPACE, plain('This computer signs its journal with the key'), plain(fingerprint)]),
  ])
  return document
}
