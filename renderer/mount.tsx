/** Mounts the desk on a page: draws it, listens to the keys, keeps the focus home. Returns what unmounts it. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { createDesk, type Desk } from './desk/desk.ts'
import { DeskContext } from './desk/use-desk.ts'
import type { Wire } from './desk/wire.ts'
import { keepFocusHome } from './fields/field.ts'
import { listenToKeys } from './keys/listen.ts'
import type { Ports } from './ports.ts'

export function mountDesk(
  place: HTMLElement,
  wire: Wire,
  ports: Ports,
): { readonly desk: Desk; readonly unmount: () => void } {
  const desk = createDesk(wire, ports)
  const root = createRoot(place)
  const stops = [listenToKeys(desk), keepFocusHome()]
  root.render(
    <StrictMode>
      <DeskContext value={desk}>
        <App />
      </DeskContext>
    </StrictMode>,
  )
  desk.start()
  return {
    desk,
    unmount: () => {
      for (const stop of stops) stop()
      root.unmount()
    },
  }
}
