/**
 * The four shapes of the outcomes: tick in a circle, arrow out of a box, question in a diamond, cross in a solid
 * octagon: an outlined one would be a circle to tired eyes. They tell the classes apart in gray, in forced colors and
 * for eyes that do not see the fills. A kind of outcome has a mark of its own within the frame of its class.
 */
import { useId, type ReactNode } from 'react'
import type { OutcomeClass, OutcomeKind } from '../../../shared/desk/screen.ts'

/** What tells the class: it stays the same whatever kind lies within. */
const FRAMES: Readonly<Record<OutcomeClass, ReactNode>> = {
  done: <circle cx="12" cy="12" r="10" />,
  route: <path d="M14 3H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h9" />,
  decide: <path d="M12 1.6 22.4 12 12 22.4 1.6 12Z" />,
  stop: <path d="M8 2h8l6 6v8l-6 6H8l-6-6V8Z" />,
}

/** Within the frame: the mark of the class, when it has no kind. */
const MARKS: Readonly<Record<OutcomeClass, string>> = {
  done: 'm7.5 12.5 3 3 6-6.5',
  route: 'M9 12h12 m-4 -4 4 4-4 4',
  decide: 'M9.7 9.6a2.4 2.4 0 1 1 3.4 2.3c-.8.4-1.1.9-1.1 1.7 M12 16.6h.01',
  stop: 'm8.5 8.5 7 7 m0 -7 -7 7',
}

/** The mark of each kind. Within the open box every mark keeps an arrow, within the circle each is its own sign. */
export const KIND_MARKS: Readonly<Record<OutcomeKind, string>> = {
  // An arrow onto a shelf.
  hold: 'M8 9h13 m-3 -3 3 3-3 3 M8 16.5h14',
  // An arrow that goes far.
  transit: 'M8 12h13 m-8 -4 4 4-4 4 m4 -8 4 4-4 4',
  // An arrow that turns back.
  lender: 'M21 7.5H12a4 4 0 0 0 0 8h9 m-3 -3 3 3-3 3',
  // An arrow out, and a stroke through what is inside.
  'not-ours': 'M12 12h9 m-3 -3 3 3-3 3 M6.5 7.5l5 9',
  // A crack, and out.
  damaged: 'm8 5 3 4-3 3 3 3-3 4 M14 12h7 m-3 -3 3 3-3 3',
  // Down and away.
  withdrawn: 'M16 6v13 m-4 -4 4 4 4-4',
  // A lens.
  'lost-found': 'M14.6 10.8a3.8 3.8 0 1 1-7.6 0a3.8 3.8 0 1 1 7.6 0Z m-1.1 2.7 3.6 3.6',
  // Something said, and a tick in it.
  'claim-found': 'M6.5 7.5h11v7h-6l-3 3v-3h-2Z m3 3.5 1.8 1.7 3.2-3.2',
  // An eye.
  'missing-found': 'M5.5 12c3.5-5 9.5-5 13 0c-3.5 5-9.5 5-13 0Z M12 12h.01',
  // A tick, and a line drawn under it.
  'not-out': 'm8 10 3 3 5-5.5 M7.5 17h9',
  // The bars of a code nobody knows.
  unknown: 'M8 8v8 M11 8v8 M13.5 8v8 M16.5 8v8',
}

type ShapeProps = {
  readonly outcome: OutcomeClass
  readonly kind?: OutcomeKind | null
  readonly className?: string | undefined
}

/** A solid frame with its mark cut out of it. */
function Solid({ frame, mark }: { readonly frame: ReactNode; readonly mark: string }): ReactNode {
  const cut_out = useId()
  return (
    <>
      <mask id={cut_out}>
        <rect width="24" height="24" fill="white" stroke="none" />
        <path d={mark} stroke="black" strokeWidth="2.4" />
      </mask>
      <g fill="currentColor" mask={`url(#${cut_out})`}>
        {frame}
      </g>
    </>
  )
}

/** Nothing changed: a bare equals sign, in the frame of no class. */
export function Unchanged(): ReactNode {
  return (
    <svg
      data-shape="unchanged"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M5 9h14 M5 15h14" />
    </svg>
  )
}

export function Shape({ outcome, kind = null, className }: ShapeProps): ReactNode {
  const mark = kind === null ? MARKS[outcome] : KIND_MARKS[kind]
  return (
    <svg
      className={className}
      data-shape={outcome}
      data-mark={kind ?? undefined}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {outcome === 'stop' ? (
        <Solid frame={FRAMES.stop} mark={mark} />
      ) : (
        <>
          {FRAMES[outcome]}
          <path d={mark} />
        </>
      )}
    </svg>
  )
}
