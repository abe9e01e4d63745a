/** Beside a form's field for a folder: a button that lists the folders of this computer, and fills the field. */
import { useState, type ReactNode } from 'react'
import { useWords } from '../../desk/use-desk.ts'
import { isTextField, setField } from '../../fields/field.ts'
import css from '../../styles/gate.module.css'
import { Button } from '../frame/keys.tsx'
import { FolderChooser } from './folder-chooser.tsx'

export function FolderFinder({ field_id }: { readonly field_id: string }): ReactNode {
  const words = useWords().import
  const [isChoosing, setChoosing] = useState(false)
  const close = (folder: string | null): void => {
    setChoosing(false)
    const field = document.getElementById(field_id)
    if (folder !== null && isTextField(field)) setField(field, folder)
    field?.focus()
  }
  return (
    <div className={css['finder']}>
      {isChoosing ? (
        <FolderChooser from="" onClose={() => close(null)} onChoose={close} />
      ) : (
        <Button onClick={() => setChoosing(true)}>{words.browse}</Button>
      )}
    </div>
  )
}
