/**
 * Choosing a folder of this computer by arrows and Enter, where there is no system dialog: names only, as the station
 * lists them.
 */
import { Folder, FolderUp } from 'lucide-react'
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import { useDesk, useWords } from '../../desk/use-desk.ts'
import { whyNot } from '../../desk/wire.ts'
import control from '../../styles/control.module.css'
import css from '../../styles/gate.module.css'
import { shown } from '../../text.ts'
import { Keys } from '../frame/keys.tsx'

type Listed = Output<'folder.list'>

type FolderChooserProps = {
  readonly from: string
  readonly onChoose: (folder: string) => void
  readonly onClose: () => void
}

/** The buttons of the chooser in their order: arrows walk them. */
function walk({ currentTarget }: KeyboardEvent<HTMLElement>, by: 1 | -1): void {
  const all = [...(currentTarget.closest('[data-part]')?.querySelectorAll('button') ?? [])]
  const at = all.findIndex((one) => one === document.activeElement)
  const next = all[Math.min(Math.max(at + by, 0), all.length - 1)]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** The folder that is shown, and going to another: the focus follows to what comes next. */
function useListed(from: string) {
  const desk = useDesk()
  const [listed, setListed] = useState<Listed | null>(null)
  const [said, setSaid] = useState('')
  const part = useRef<HTMLElement>(null)
  const look = useCallback(
    (folder: string) => {
      void desk.ask('folder.list', { folder }).then((answer) => {
        setSaid(answer.kind === 'ok' ? '' : whyNot(answer))
        if (answer.kind === 'ok') setListed(answer.output)
      })
    },
    [desk],
  )
  useEffect(() => look(from), [look, from])
  // Before the next key: the button that had the focus is gone, and Esc would go to the desk behind the list.
  useLayoutEffect(() => {
    part.current?.querySelector<HTMLElement>(listed?.files_count ? '[data-use]' : 'li button')?.focus()
  }, [listed])
  return { listed, said, look, part }
}

export function FolderChooser({ from, onChoose, onClose }: FolderChooserProps): ReactNode {
  const words = useWords().import.chooser
  const { listed, said, look, part } = useListed(from)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'ArrowDown') walk(event, 1)
    else if (event.key === 'ArrowUp') walk(event, -1)
    else if (event.key === 'Escape') onClose()
    else if (event.key === 'Backspace' && listed && listed.parent !== null) look(listed.parent)
    else return
    event.preventDefault()
  }
  const up = listed?.parent ?? null
  return (
    <section ref={part} className={css['chooser']} aria-label={words.name} data-part="folders" data-takes-esc>
      <p>
        <b>{listed === null || listed.folder === '' ? words.places : <bdi>{shown(listed.folder)}</bdi>}</b>
        <small>{words.keys}</small>
      </p>
      {listed !== null && listed.files_count > 0 ? (
        <div className={css['buttons']}>
          <button
            type="button"
            data-use
            className={css['use']}
            onKeyDown={onKeyDown}
            onClick={() => onChoose(listed.folder)}
          >
            {words.use(listed.files_count)}
          </button>
        </div>
      ) : null}
      <ul>
        {up === null ? null : (
          <li>
            <button type="button" onKeyDown={onKeyDown} onClick={() => look(up)}>
              <FolderUp className="icon" aria-hidden="true" />
              {words.up}
            </button>
          </li>
        )}
        {listed?.folders.map(({ name, folder }) => (
          <li key={folder}>
            <button type="button" onKeyDown={onKeyDown} onClick={() => look(folder)}>
              <Folder className="icon" aria-hidden="true" />
              <bdi>{shown(name)}</bdi>
            </button>
          </li>
        ))}
      </ul>
      <p role="alert" className={said === '' ? 'unseen' : css['error']}>
        {said}
      </p>
      <div className={css['buttons']}>
        <button type="button" className={control['button']} onKeyDown={onKeyDown} onClick={onClose}>
          {words.close} <Keys chord="Esc" />
        </button>
      </div>
    </section>
  )
}
