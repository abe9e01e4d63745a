/** Which folder to import: typed, chosen from this computer's folders, or the sample library in its place. */
import type { FormEvent, ReactNode } from 'react'
import { useWords } from '../../desk/use-desk.ts'
import { focusHome } from '../../fields/field.ts'
import control from '../../styles/control.module.css'
import css from '../../styles/gate.module.css'
import { formText } from '../../text.ts'
import { Button } from '../frame/keys.tsx'
import { FolderChooser } from './folder-chooser.tsx'

/** A folder that was asked for. */
export type Asked = { readonly folder: string; readonly is_sample: boolean }

/** What the screen offers beside typing a folder. */
export type Offers = {
  readonly hasData: boolean
  /** Empty: the program came without it, or data is in. */
  readonly sample_folder: string
  readonly isChoosing: boolean
  readonly onChoosing: (isChoosing: boolean) => void
}

type FormProps = {
  readonly offers: Offers
  readonly isRunning: boolean
  readonly asked: string
  readonly onFolder: (asked: Asked) => void
}

export function FolderForm({ offers, isRunning, asked, onFolder }: FormProps): ReactNode {
  const words = useWords().import
  const { isChoosing, onChoosing, sample_folder, hasData } = offers
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const folder = formText(new FormData(event.currentTarget), 'folder')
    if (folder === '') onChoosing(true)
    else onFolder({ folder, is_sample: false })
  }
  return (
    <>
      <form className={css['form']} onSubmit={send} autoComplete="off">
        <label className={control['field']}>
          {words.folder}
          <input
            key={asked}
            name="folder"
            type="text"
            data-home
            data-use="free"
            spellCheck={false}
            defaultValue={asked}
          />
          <small>{words.folder_hint}</small>
        </label>
        <div className={css['buttons']}>
          <Button type="submit" look={hasData ? 'plain' : 'main'} isDisabled={isRunning}>
            {hasData ? words.take_more : words.take}
          </Button>
          <Button chord="F2" onClick={() => onChoosing(true)} isDisabled={isRunning}>
            {words.browse}
          </Button>
          {sample_folder === '' ? null : (
            <Button
              chord="F3"
              onClick={() => onFolder({ folder: sample_folder, is_sample: true })}
              isDisabled={isRunning}
            >
              {words.sample}
            </Button>
          )}
        </div>
        {sample_folder === '' ? null : <small>{words.sample_hint}</small>}
      </form>
      {isChoosing ? (
        <FolderChooser
          from=""
          onClose={() => {
            onChoosing(false)
            focusHome()
          }}
          onChoose={(folder) => {
            onChoosing(false)
            onFolder({ folder, is_sample: false })
          }}
        />
      ) : null}
    </>
  )
}
