/** The outcome band: what just happened, in the shape, word and fill of its class, with the one fact to say aloud. */
import { ScanLine as ScanIcon } from 'lucide-react'
import { useCallback, useState, type ReactNode } from 'react'
import type { Band, DeskSnapshot, OutcomeClass, OutcomeKind } from '../../../shared/desk/screen.ts'
import type { Heard } from '../../desk/heart.ts'
import { isOffice } from '../../desk/page.ts'
import { useDeskState, useHeard, useSaid, useWords } from '../../desk/use-desk.ts'
import { answersAsKeyed } from '../../keys/chord.ts'
import css from '../../styles/band.module.css'
import desk from '../../styles/desk.module.css'
import { shown } from '../../text.ts'
import type { ScreenWords } from '../../screen-words.ts'
import { Shape } from './shape.tsx'

type Drawn = Pick<Band, 'outcome' | 'weight' | 'kind' | 'heading' | 'sentence' | 'fact' | 'is_off'>
type BandProps = { readonly band: Drawn }
type OutcomeProps = { readonly look: 'line' | 'band'; readonly children: ReactNode }

/** The class word in bold, then what happened. */
function Sentence({ outcome, text }: { readonly outcome: OutcomeClass; readonly text: string }): ReactNode {
  const said = useSaid()
  const word = useWords().outcome[outcome]
  const { form } = useDeskState()
  return (
    <p className={css['sentence']}>
      <b>{word}.</b> <bdi>{answersAsKeyed(said(text), form !== null)}</bdi>
    </p>
  )
}

/** What kind of outcome it is, and what the hands do with it. */
function Kind({ kind }: { readonly kind: OutcomeKind }): ReactNode {
  const { label, next } = useWords().kinds[kind]
  return (
    <p className={css['kind']} data-kind={kind} data-part="kind">
      <b>{label}.</b> {next}.
    </p>
  )
}

/** What both sizes of the band are: a place of the screen, marked with the class and the weight of the outcome. */
function Outcome({ band, look, children }: BandProps & OutcomeProps): ReactNode {
  return (
    <section
      className={css[look]}
      data-outcome={band.outcome}
      data-weight={band.weight}
      data-off={band.is_off}
      data-part="band"
      aria-label={useWords().band.what}
    >
      {children}
    </section>
  )
}

/** What is no outcome of items or money: one line without a fill. */
function BandLine({ band }: BandProps): ReactNode {
  const said = useSaid()
  const { form } = useDeskState()
  return (
    <Outcome band={band} look="line">
      <p>
        <b>
          <bdi>{said(band.heading)}</bdi>
        </b>{' '}
        <bdi>{answersAsKeyed(said(band.sentence), form !== null)}</bdi>
      </p>
      {band.fact ? (
        <p>
          {band.fact.label} <b>{shown(band.fact.text)}</b>
        </p>
      ) : null}
    </Outcome>
  )
}

function BandBox({ band }: BandProps): ReactNode {
  const said = useSaid()
  return (
    <Outcome band={band} look="band">
      <Shape outcome={band.outcome} kind={band.kind} className={css['shape']} />
      <div>
        <p className={css['heading']}>
          <bdi>{said(band.heading)}</bdi>
        </p>
        <Sentence outcome={band.outcome} text={band.sentence} />
        {band.kind === null ? null : <Kind kind={band.kind} />}
      </div>
      {band.fact ? (
        <p className={css['fact']} data-change={band.fact.change_cents === undefined ? undefined : ''}>
          <small>{band.fact.label}</small> <b>{shown(band.fact.text)}</b>
        </p>
      ) : null}
    </Outcome>
  )
}

/** What a scan means now: on a page that takes scans, what it means there. */
function idleWords(words: ScreenWords['band'], { mode, page }: DeskSnapshot): ScreenWords['band']['idle'][typeof mode] {
  const hint = page?.line_hint ?? ''
  return hint === '' ? words.idle[mode] : { heading: hint, detail: words.esc_goes_back }
}

function Idle({ snapshot }: { readonly snapshot: DeskSnapshot }): ReactNode {
  const words = useWords().band
  const { heading, detail } = idleWords(words, snapshot)
  // A page of the office says itself what it is for; its scans mean what they always do.
  if (isOffice(snapshot) && snapshot.page?.line_hint === '') return null
  return (
    <section className={css['line']} data-weight="idle" data-part="band" aria-label={words.what}>
      <ScanIcon className="icon" aria-hidden="true" />
      <p>
        <b>{heading}</b> {detail}
      </p>
    </section>
  )
}

/** The newest outcome, or what the screen itself has to say. */
export function OutcomeBand(): ReactNode {
  const { snapshot, notice } = useDeskState()
  const band = notice ? { ...notice, kind: null, fact: null } : snapshot?.band
  if (band) return band.weight === 'full' ? <BandBox band={band} /> : <BandLine band={band} />
  return snapshot ? <Idle snapshot={snapshot} /> : null
}

/** The edge of the screen in the class fill for 1.2 s, for those who do not hear the sound. Steady, never flashing. */
export function Edge(): ReactNode {
  const [edge, setEdge] = useState<(Pick<Heard, 'outcome' | 'is_off'> & { readonly count: number }) | null>(null)
  useHeard(
    useCallback(({ outcome, is_off, weight }: Heard) => {
      if (weight === 'silent') return
      setEdge((before) => ({ outcome, is_off, count: (before?.count ?? 0) + 1 }))
    }, []),
  )
  if (!edge) return null
  return (
    <div
      key={edge.count}
      className={desk['edge']}
      data-outcome={edge.outcome}
      data-off={edge.is_off}
      data-part="edge"
      aria-hidden="true"
    />
  )
}
