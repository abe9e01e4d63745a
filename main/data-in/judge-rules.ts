/**
 * What happens to the folder's rules where this desk has changed them: the questions for a person, and their answers.
 * Must never let the folder's row in where nobody was asked.
 */
import {
  ruleName,
  ruleVerdict,
  type RuleAnswer,
  type RuleChanged,
  type RuleRow,
} from '../../shared/import/rules-here.ts'
import type { ChangesHere } from '../store/import/import-changes.ts'
import type { FolderTable } from '../store/policy/rule-rows.ts'

/** By name, whose ours stays and whose the folder's is taken. A name in both is taken. */
export type RuleAnswers = { readonly keep: readonly string[]; readonly take: readonly string[] }

/** What a row of a folder may be judged of: a rule, or a member of staff, of whom no more than the code is told. */
type JudgedTable = FolderTable | 'staff'

/** What a person is asked about: the desk's row, when it was changed, and the folder's. */
export type AskedRule = {
  readonly table: JudgedTable
  readonly key: string
  readonly at_ms: number
  readonly ours: RuleRow
  readonly says: RuleRow
}

/** What a person answered, and what the folder said then. */
export type SettledRule = Pick<AskedRule, 'table' | 'key' | 'says'> & { readonly answer: RuleAnswer }

type Judged = Pick<AskedRule, 'table' | 'key' | 'says'> & { readonly stands: RuleRow }
type Lists = { readonly asked: readonly AskedRule[]; readonly settled: readonly SettledRule[] }

export class RulesHere {
  readonly #changes: Pick<ChangesHere, 'rule' | 'rulesOf'>
  readonly #answers: RuleAnswers
  #lists: Lists = { asked: [], settled: [] }

  constructor(changes: Pick<ChangesHere, 'rule' | 'rulesOf'>, answers: RuleAnswers) {
    this.#changes = changes
    this.#answers = answers
  }

  /** The questions and the answers, of the files so far. */
  get lists(): Lists {
    return this.#lists
  }

  /** A file was left out whole: what it said of the rules counts for nothing. */
  backTo(lists: Lists): void {
    this.#lists = lists
  }

  changed(table: JudgedTable, key: string): RuleChanged | null {
    return this.#changes.rule(table, key)
  }

  changedIn(table: FolderTable): readonly string[] {
    return this.#changes.rulesOf(table)
  }

  /** Whether the desk's own row stays, or the folder's goes in; `imported`: over the desk's, as a person said. */
  judge({ table, key, stands, says }: Judged): 'ours' | 'folder' | 'imported' {
    const changed = this.changed(table, key)
    const answer = this.#answerOf(ruleName(table, key))
    const verdict = ruleVerdict(changed, stands, says, answer)
    if (changed === null || verdict === 'same') return 'folder'
    const { asked, settled } = this.#lists
    if (verdict === 'ask') {
      this.#lists = { asked: [...asked, { table, key, at_ms: changed.at_ms, ours: stands, says }], settled }
    } else if (answer !== null) {
      this.#lists = { asked, settled: [...settled, { table, key, says, answer }] }
    }
    return verdict === 'imported' ? 'imported' : 'ours'
  }

  #answerOf(name: string): RuleAnswer | null {
    if (this.#answers.take.includes(name)) return 'imported'
    return this.#answers.keep.includes(name) ? 'kept' : null
  }
}
