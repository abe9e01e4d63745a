/**
 * Beside the form of a new patron: who may be one already, with what tells them apart, and a key that opens their
 * account instead. Must never open one by itself: two people may share a name.
 */
import type { ReactNode } from 'react'
import { ALIKE_CHORDS } from '../../desk/intents.ts'
import { openAlike } from '../../desk/run-form.ts'
import type { Form } from '../../desk/state.ts'
import { useDesk, useWords } from '../../desk/use-desk.ts'
import css from '../../styles/form/pictured.module.css'
import { shown } from '../../text.ts'
import { Button } from '../frame/keys.tsx'

export function Alike({ form }: { readonly form: Form }): ReactNode {
  const desk = useDesk()
  const words = useWords().page.form
  if (form.alike.length === 0) return null
  return (
    <section className={`${css['pictured']} ${css['alike']}`} aria-label={words.alike} data-part="alike">
      <h3>{words.alike}</h3>
      <div role="status">
        {form.alike.map(({ patron_id, name, facts, warnings, is_certain }, at) => (
          <div key={patron_id} className={css['one']} data-certain={is_certain || undefined}>
            <p className={css['name']}>
              <bdi>{shown(name)}</bdi>
            </p>
            {facts.map((fact) => (
              <p key={fact}>
                <bdi>{shown(fact)}</bdi>
              </p>
            ))}
            {warnings.length === 0 ? null : (
              <p className={css['warnings']} data-tone="warn">
                <bdi>{shown(warnings.join(', '))}</bdi>
              </p>
            )}
            <Button chord={ALIKE_CHORDS[at] ?? ''} onClick={() => openAlike(desk, at)}>
              {words.open_instead}
            </Button>
          </div>
        ))}
      </div>
    </section>
  )
}
