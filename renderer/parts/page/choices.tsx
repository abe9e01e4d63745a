/**
 * Quick keys of a page: large buttons in a grid, each with its letter, for the mouse and the finger too. They keep
 * their places, so that a hand finds them without looking.
 */
import type { ReactNode } from 'react'
import type { Section } from '../../../shared/desk/page.ts'
import { runAct } from '../../desk/forms.ts'
import { useDesk, useSaid } from '../../desk/use-desk.ts'
import css from '../../styles/form/choices.module.css'
import page from '../../styles/page.module.css'
import { shown } from '../../text.ts'
import { Button } from '../frame/keys.tsx'

export function Choices({ section }: { readonly section: Extract<Section, { kind: 'choices' }> }): ReactNode {
  const desk = useDesk()
  const said = useSaid()
  if (section.choices.length === 0) return <p className={page['empty']}>{said(section.empty)}</p>
  return (
    <div className={css['choices']} data-part="choices">
      {section.choices.map(({ act, caption }) => (
        <Button
          key={act.act_id}
          {...(act.key === '' ? {} : { chord: act.key })}
          look={act.is_grave ? 'grave' : 'plain'}
          onClick={() => runAct(desk, { act, row_id: null })}
        >
          <span className={css['choice']}>
            <bdi>{shown(act.label)}</bdi>
            <small>{shown(caption)}</small>
          </span>
        </Button>
      ))}
    </div>
  )
}
