/** The answers of a row that waits, each with its key when it is the row that the keys answer. */
import type { ReactNode } from 'react'
import type { Row } from '../../../shared/desk/screen.ts'
import { answerRow } from '../../desk/run-rows.ts'
import { useDesk, useDeskState, useWords } from '../../desk/use-desk.ts'
import { chordOfAnswer } from '../../keys/chord.ts'
import { focusHome } from '../../fields/field.ts'
import { Button } from '../frame/keys.tsx'

export function AnswerButtons({ row, isCurrent }: { readonly row: Row; readonly isCurrent: boolean }): ReactNode {
  const desk = useDesk()
  const words = useWords().page.rows
  const { form } = useDeskState()
  // In a form Esc is the form's.
  const chordOf = (chord: string): string | undefined =>
    form !== null && chord === SKIP.chord ? undefined : chordOfAnswer(chord, form !== null)
  const answers = [...row.choices.map(({ key, label }) => ({ key, chord: key, label })), SKIP]
  const reply = (key: string): void => {
    focusHome()
    answerRow(desk, row, key)
  }
  return answers.map(({ key, chord: usual, label }) => {
    const chord = isCurrent ? chordOf(usual) : undefined
    return (
      <Button key={key} {...(chord === undefined ? {} : { chord })} onClick={() => reply(key)}>
        {label ?? words.leave}
      </Button>
    )
  })
}

const SKIP = { key: '0', chord: 'Esc', label: null } as const
