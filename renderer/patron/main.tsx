/** The entry of the window that faces the patron. It draws what it is told, and has no way to ask for anything. */
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import '@fontsource-variable/atkinson-hyperlegible-mono/wght.css'
import '../styles/tokens.css'
import '../styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { must } from '../../shared/kernel/assert.ts'
import { patronViewSchema } from '../../shared/devices/display/view.ts'
import { PatronScreen } from './patron-screen.tsx'

declare global {
  interface Window {
    readonly patron: { readonly onView: (listener: (view: unknown) => void) => void }
  }
}

const root = createRoot(must(document.getElementById('root'), 'a place for the view on the page'))

window.patron.onView((message) => {
  const view = patronViewSchema.safeParse(message).data ?? null
  document.documentElement.lang = view?.language ?? 'en'
  root.render(<StrictMode>{view === null ? null : <PatronScreen view={view} />}</StrictMode>)
})
