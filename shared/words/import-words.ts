/** What each language must say of the reasons of an import: text that finishes "column: …", without its full stop. */
import type { OwnReason } from '../import/reason.ts'
import type { FactOf } from './policy-words.ts'

export type ImportReasonWords = {
  readonly [Code in OwnReason['code']]: string | ((reason: FactOf<OwnReason, Code>) => string)
}
