/**
 * The bridge of the window that faces the patron: it hears what to show, and nothing else. There is no way out of it:
 * no call, no message, no answer.
 */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'

const PATRON_CHANNEL = 'patron-view'

/** What came before the page listened. */
let newest: unknown = null
let hear: ((view: unknown) => void) | null = null

ipcRenderer.on(PATRON_CHANNEL, (_event: IpcRendererEvent, view: unknown) => {
  newest = view
  hear?.(view)
})

contextBridge.exposeInMainWorld(
  'patron',
  Object.freeze({
    onView: (listener: (view: unknown) => void): void => {
      hear = listener
      listener(newest)
    },
  }),
)
