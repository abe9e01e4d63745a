/** The outcome band: what just happened, in the shape, word and fill of its class, with the one fact to say aloud. */
import { ScanLine as ScanIcon } from 'lucide-react'
import { useCallback, useState, type ReactNode } from 'react'
import { KIND_TABLE } from '../../../shared/desk/outcome-kinds.ts'
import type { Band, DeskMode, DeskSnapshot, OutcomeClass, OutcomeKind } from '../../../shared/desk/screen.ts'
import type { Heard } from '../../desk/heart.ts'
import { useDeskState, useHeard, useSaid } from '../../desk/use-desk.ts'
import css from '../../styles/band.module.css'
import desk from '../../styles/desk.module.css'
import { shown } from '../../text.ts'
import { OUTCOME_WORDS, Shape } from './shape.tsx'

type Drawn = Pick<Band, 'outcome' | 'kind' | 'heading' | 'sentence' | 'fact'>

/** The class word in bold, whatever the sentence begins with. */
function Sentence({ outcome, text }: { readonly outcome: OutcomeClass; readonly text: string }): ReactNode {
  const said = useSaid()
  const word = OUTCOME_WORDS[outcome]
  const hasWord = text.toUpperCase().startsWith(word)
  const cut = hasWord ? word.length + (text[word.length] === '.' ? 1 : 0) : 0
  const label = hasWord ? text.slice(0, cut) : `${word}.`
  return (
    <p className={css['sentence']}>
      <b>{label}</b> <bdi>{said(text.slice(cut))}</bdi>
    </p>
  )
}

/** What kind of outcome it is, and what the hands do with it. */
function Kind({ kind }: { readonly kind: OutcomeKind }): ReactNode {
  const { label, next } = KIND_TABLE[kind]
  return (
    <p className={css['kind']} data-kind={kind} data-part="kind">
      <b>{label}.</b> {next}.
    </p>
  )
}

function BandBox({ band }: { readonly band: Drawn }): ReactNode {
  return (
    <section className={css['band']} data-outcome={band.outcome} data-part="band" aria-label="What just happened">
      <Shape outcome={band.outcome} kind={band.kind} className={css['shape']} />
      <div>
        <p className={css['heading']}>
          <bdi>{shown(band.heading)}</bdi>
        </p>
        <Sentence outcome={band.outcome} text={band.sentence} />
        {band.kind === null ? null : <Kind kind={band.kind} />}
      </div>
      {band.fact ? (
        <p className={css['fact']}>
          <small>{band.fact.label}</small> <b>{shown(band.fact.text)}</b>
        </p>
      ) : null}
    </section>
  )
}

const IDLE_WORDS: Readonly<Record<DeskMode, { readonly heading: string; readonly detail: string }>> = {
  out: {
    heading: 'Scan a card, then what they borrow',
    detail: 'A scan is recorded before it beeps, with the network or without it.',
  },
  in: { heading: 'Scan what came back', detail: 'Each item says where it goes.' },
  'in-house': { heading: 'Scan what was used here', detail: 'Each is counted and goes back to its shelf.' },
  inventory: {
    heading: 'Scan the shelf',
    detail: 'Each is noted as standing here, and says what the records had otherwise.',
  },
}

/** What a scan means now: on a page that takes scans, what it means there. */
function idleWords({ mode, page }: DeskSnapshot): { readonly heading: string; readonly detail: string } {
  const hint = page?.line_hint ?? ''
  return hint === '' ? IDLE_WORDS[mode] : { heading: hint, detail: 'Esc goes back.' }
}

function Idle({ snapshot }: { readonly snapshot: DeskSnapshot }): ReactNode {
  const { heading, detail } = idleWords(snapshot)
  return (
    <section className={css['idle']} data-part="band" aria-label="What just happened">
      <ScanIcon className={css['shape']} strokeWidth={1.5} aria-hidden="true" />
      <div>
        <b>{heading}</b>
        {detail}
      </div>
    </section>
  )
}

/** The newest outcome, or what the screen itself has to say. */
export function OutcomeBand(): ReactNode {
  const { snapshot, notice } = useDeskState()
  const band = notice ? { ...notice, kind: null, fact: null } : snapshot?.band
  if (band) return <BandBox band={band} />
  return snapshot ? <Idle snapshot={snapshot} /> : null
}

/** The edge of the screen in the class fill for 1.2 s, for those who do not hear the sound. Steady, never flashing. */
export function Edge(): ReactNode {
  const [edge, setEdge] = useState<{ readonly outcome: OutcomeClass; readonly count: number } | null>(null)
  useHeard(
    useCallback(({ outcome }: Heard) => {
      setEdge((before) => ({ outcome, count: (before?.count ?? 0) + 1 }))
    }, []),
  )
  if (!edge) return null
  return (
    <div key={edge.count} className={desk['edge']} data-outcome={edge.outcome} data-part="edge" aria-hidden="true" />
  )
}
