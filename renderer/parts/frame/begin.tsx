/** The desk before the first scan: the three steps of a checkout, drawn. */
import type { ReactNode } from 'react'
import { runAction } from '../../desk/run.ts'
import { useDesk, useDeskState, useWords } from '../../desk/use-desk.ts'
import css from '../../styles/begin.module.css'
import { Button } from './keys.tsx'

/** A library card, items under a scanner, the Enter key. */
const DRAWN: readonly ReactNode[] = [
  <>
    <rect x="14" y="12" width="92" height="56" rx="7" />
    <path d="M26 26h26M26 35h16" />
    <path d="M26 48v12M31 48v12M38 48v12M42 48v12M49 48v12M56 48v12" />
    <path d="M60 48v12M67 48v12M73 48v12M77 48v12M84 48v12M93 48v12" />
    <circle cx="87" cy="29" r="7" />
  </>,
  <>
    <path d="M16 68h60M20 68v-12h52v12M24 56V44h50v12M18 44V32h52v12" />
    <path d="M30 38h12M34 50h12M30 62h12" />
    <path d="M88 14h16l6 10-6 8H94l-4 24h-8l4-26-4-6Z" />
    <path d="M80 24 62 20M80 29H62M80 34l-16 6" strokeDasharray="4 4" />
  </>,
  <>
    <path d="M30 14h60v52H46V42H30Z" />
    <path d="M78 26v20H58m8-8-8 8 8 8" />
  </>,
]

export function Begin(): ReactNode {
  const desk = useDesk()
  const { keys } = useDeskState()
  const { begin: words, side } = useWords()
  return (
    <section className={css['begin']} aria-label={words.heading} data-part="begin">
      <h2 className={css['heading']}>{words.heading}</h2>
      <ol className={css['steps']}>
        {words.steps.map(({ does, detail }, at) => (
          <li key={does}>
            <svg viewBox="0 0 120 80" aria-hidden="true">
              {DRAWN[at]}
            </svg>
            <p>
              <b>
                {at + 1}. {does}
              </b>
              <span>{detail}</span>
            </p>
          </li>
        ))}
      </ol>
      <p className={css['also']}>{words.also}</p>
      <div className={css['acts']}>
        <Button chord={keys.keys} onClick={() => runAction(desk, 'keys')}>
          {side.keys}
        </Button>
        <Button chord="/" onClick={() => runAction(desk, 'commands')}>
          {side.commands}
        </Button>
      </div>
    </section>
  )
}
