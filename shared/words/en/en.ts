/** The desk's words, English. Its type is the list of what every other language must say. */
import { limitScope } from './limit-scope.ts'
import { REFUSAL_WORDS } from './refusals.ts'

export const en = { refusals: REFUSAL_WORDS, limitScope }
export type Words = typeof en
