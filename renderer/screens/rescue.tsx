/** Rescue: a data file is damaged or cannot be opened. Says so plainly, records nothing, and takes a backup in. */
import { LifeBuoy } from 'lucide-react'
import { useEffect, useState, type FormEvent, type ReactNode } from 'react'
import { useDesk, useDeskState } from '../desk/use-desk.ts'
import { focusHome } from '../keys/field.ts'
import { Banners } from '../parts/banners.tsx'
import { Button } from '../parts/keys.tsx'
import { Strip } from '../parts/strip.tsx'
import control from '../styles/control.module.css'
import css from '../styles/gate.module.css'
import { formText, shown } from '../text.ts'

function RestoreForm(): ReactNode {
  const desk = useDesk()
  const [said, setSaid] = useState('')
  const [isBusy, setBusy] = useState(false)
  const restore = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const from_folder = formText(new FormData(event.currentTarget), 'from_folder')
    if (from_folder === '') return setSaid('Type the folder that holds the backup.')
    setBusy(true)
    setSaid('')
    const answer = await desk.ask('store.restore', { commandId: desk.mint(), from_folder })
    setBusy(false)
    if (answer.kind === 'ok') return desk.take(answer.output.snapshot)
    setSaid(answer.kind === 'refused' ? `${answer.says} ${answer.way_out}` : answer.says)
  }
  return (
    <form className={css['form']} onSubmit={(event) => void restore(event)} autoComplete="off">
      <label className={control['field']}>
        Folder of the backup
        <input name="from_folder" type="text" data-home data-use="free" spellCheck={false} />
        <small>What is there now is kept beside it, so that nothing is thrown away.</small>
      </label>
      <p role="alert" className={said === '' ? 'unseen' : css['error']}>
        {shown(said)}
      </p>
      <div className={css['buttons']}>
        <Button type="submit" look="main" isDisabled={isBusy}>
          {isBusy ? 'Restoring…' : 'Restore this backup'}
        </Button>
      </div>
    </form>
  )
}

export function RescueScreen(): ReactNode {
  useEffect(focusHome, [])
  const { snapshot } = useDeskState()
  const trouble = snapshot?.strip.trouble ?? ''
  return (
    <div className={css['gate']} data-screen="rescue">
      <div>
        <Strip />
        <Banners />
      </div>
      <main className={css['middle']} data-keeps-focus>
        <div className={css['sheet']}>
          <div className={css['mark']}>
            <LifeBuoy aria-hidden="true" strokeWidth={1.5} />
            <div>
              <h1>This desk cannot record right now</h1>
              <p className={css['lead']}>Nothing was changed, and nothing is recorded until this is mended.</p>
            </div>
          </div>
          <p className={css['error']}>
            <bdi>{shown(trouble) || 'A data file of this desk is damaged.'}</bdi>
          </p>
          <p>
            Use paper for now: write down the card and the book. Then call whoever looks after Datestamp, or put back
            the last backup yourself.
          </p>
          <RestoreForm />
        </div>
      </main>
    </div>
  )
}
