/** What a handler returns: the output, or a refusal as a value. Faults are thrown. */
import { refuse, type Refusal, type RefusalCode, type WithFacts } from '../../shared/refusals/refusals.ts'

export type Answer<T> = { readonly ok: T } | { readonly refused: Refusal }

export function ok<T>(output: T): Answer<T> {
  return { ok: output }
}

export function no<Code extends RefusalCode>(code: Code, ...facts: WithFacts<Code>): { readonly refused: Refusal } {
  return { refused: refuse(code, ...facts) }
}

export function isRefused<T>(answer: Answer<T>): answer is { readonly refused: Refusal } {
  return 'refused' in answer
}
