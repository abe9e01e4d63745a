/**
 * The four shapes of the outcomes: tick in a circle, arrow out of a box, question in a diamond, cross in an octagon.
 * They tell the classes apart in grey, in forced colours and for eyes that do not see the fills.
 */
import type { ReactNode } from 'react'
import type { OutcomeClass } from '../../shared/desk/screen.ts'

const PATHS: Readonly<Record<OutcomeClass, ReactNode>> = {
  done: (
    <>
      <circle cx="12" cy="12" r="10" />
      <path d="m7.5 12.5 3 3 6-6.5" />
    </>
  ),
  route: (
    <>
      <path d="M14 3H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h9" />
      <path d="M9 12h12" />
      <path d="m17 8 4 4-4 4" />
    </>
  ),
  decide: (
    <>
      <path d="M12 1.6 22.4 12 12 22.4 1.6 12Z" />
      <path d="M9.7 9.6a2.4 2.4 0 1 1 3.4 2.3c-.8.4-1.1.9-1.1 1.7" />
      <path d="M12 16.6h.01" />
    </>
  ),
  stop: (
    <>
      <path d="M8 2h8l6 6v8l-6 6H8l-6-6V8Z" />
      <path d="m8.5 8.5 7 7" />
      <path d="m15.5 8.5-7 7" />
    </>
  ),
}

export const OUTCOME_WORDS: Readonly<Record<OutcomeClass, string>> = {
  done: 'DONE',
  route: 'PUT IT THERE',
  decide: 'DECIDE',
  stop: 'STOP',
}

export function Shape(props: { readonly outcome: OutcomeClass; readonly className?: string | undefined }): ReactNode {
  return (
    <svg
      className={props.className}
      data-shape={props.outcome}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {PATHS[props.outcome]}
    </svg>
  )
}
