/**
 * A shelf as it was read. What is out of place stands higher than the rest, with its number or ×, and an arrow goes to
 * where it belongs. Across in hundredths of the page, up and down in text heights, so that nothing is measured.
 */
import { useId, type ReactNode } from 'react'
import { scaleBand } from '@visx/scale'
import type { Spines } from '../../../shared/desk/pictures.ts'
import css from '../../styles/shelf/spines.module.css'
import { shown } from '../../text.ts'
import { Pictured } from './pictured.tsx'

type Mark = Spines['marks'][number]
type Spine = Extract<Mark, { kind: 'spine' }>

/** In text heights, from the top of the picture. */
const RAISED_Y = 1.6
const SPINE_Y = 2.7
const SPINE_HEIGHT = 7
const SHELF_Y = SPINE_Y + SPINE_HEIGHT
const HEIGHT = SHELF_Y + 0.3
/** Higher than the picture, for the curve does not reach what it bends toward. */
const NEAR_BEND_Y = 0.6
const FAR_BEND_Y = -0.4
const FAR = 60
/** So many characters of a call number are as long as a spine with a sign; the tables below have it whole. */
const NUMBER_MAX = 10

/** As many as the station ever sends (shared/catalog/shelf/spines.ts). */
const SLOTS = Array.from({ length: 24 }, (_, at) => at)
const slots = scaleBand({ domain: SLOTS, range: [0, 100], paddingInner: 0.14 })

const left = (at: number): number => slots(at) ?? 0
/** The middle of the gap behind a mark; of the one before the first, just inside the picture. */
const gapBehind = (at: number): number =>
  at < 0 ? 0.5 : left(at) + slots.bandwidth() + (slots.step() - slots.bandwidth()) / 2

/** The class and the end of a long call number, by which a spine is found on the shelf: "J 641…SMI". */
function shortened(call_number: string): string {
  if (call_number.length <= NUMBER_MAX) return call_number
  const half = (NUMBER_MAX - 1) / 2
  return `${call_number.slice(0, Math.ceil(half)).trim()}…${call_number.slice(-Math.floor(half)).trim()}`
}

function OneSpine({ spine, at }: { readonly spine: Spine; readonly at: number }): ReactNode {
  const { mark, call_number, move_number } = spine
  const sign = mark === 'stray' ? '×' : move_number === null ? '' : String(move_number)
  return (
    <svg
      className={css['spine']}
      x={`${left(at)}%`}
      y={`${mark === 'fits' ? SPINE_Y : RAISED_Y}rem`}
      width={`${slots.bandwidth()}%`}
      height={`${SPINE_HEIGHT}rem`}
      data-spine={mark}
    >
      <rect x="1%" y="0.5%" width="98%" height="99%" rx="0.15rem" />
      {sign === '' ? null : (
        <text className={css['sign']} x="50%" y="1.1rem">
          {sign}
        </text>
      )}
      <text className={css['number']} x="50%" y={sign === '' ? '0.5rem' : '1.6rem'}>
        {shown(shortened(call_number))}
      </text>
    </svg>
  )
}

function Run({ count, at }: { readonly count: number; readonly at: number }): ReactNode {
  return (
    <svg x={`${left(at)}%`} y={`${SPINE_Y}rem`} width={`${slots.bandwidth()}%`} height={`${SPINE_HEIGHT}rem`} data-run>
      <rect className={css['run']} x="1%" y="30%" width="98%" height="70%" />
      <text className={css['number']} x="50%" y="3rem">
        {`+${count}`}
      </text>
    </svg>
  )
}

/** From the head of a spine to the gap where it goes. */
function Arrow({ from, to }: { readonly from: number; readonly to: number }): ReactNode {
  const share = Math.min(1, Math.abs(to - from) / FAR)
  const bend = NEAR_BEND_Y + (FAR_BEND_Y - NEAR_BEND_Y) * share
  const path = `M ${from} ${RAISED_Y} C ${from} ${bend} ${to} ${bend} ${to} ${SPINE_Y - 0.3}`
  return (
    <>
      <svg width="100%" height={`${HEIGHT}rem`} viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none">
        <path className={css['arrow']} d={path} data-arrow />
      </svg>
      <svg x={`${to}%`} y={`${SPINE_Y - 0.5}rem`} width="0.5rem" height="0.5rem" viewBox="0 0 8 8" overflow="visible">
        <polygon className={css['head']} points="-5,0 5,0 0,8" />
      </svg>
    </>
  )
}

export function SpinesPart({ section }: { readonly section: Spines }): ReactNode {
  const id = useId()
  const { marks, says } = section
  const places = new Map(marks.flatMap((mark, at) => (mark.kind === 'spine' ? [[mark.stood_number, at] as const] : [])))
  const keyOf = (mark: Mark, at: number): string => (mark.kind === 'spine' ? `${mark.stood_number}` : `run ${at}`)
  return (
    <Pictured part="spines" says={says} says_id={id}>
      <svg className={css['shelf']} height={`${HEIGHT}rem`} role="img" aria-labelledby={id}>
        <rect className={css['board']} y={`${SHELF_Y}rem`} width="100%" height="0.25rem" />
        {marks.map((mark, at) =>
          mark.kind === 'run' ? (
            <Run key={keyOf(mark, at)} count={mark.count} at={at} />
          ) : (
            <OneSpine key={keyOf(mark, at)} spine={mark} at={at} />
          ),
        )}
        {marks.map((mark, at) =>
          mark.kind === 'spine' && mark.after_number !== null ? (
            <Arrow
              key={keyOf(mark, at)}
              from={left(at) + slots.bandwidth() / 2}
              to={gapBehind(places.get(mark.after_number) ?? -1)}
            />
          ) : null,
        )}
      </svg>
    </Pictured>
  )
}
