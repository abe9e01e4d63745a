/**
 * The bridge: the only thing the page gets from outside. Two functions over one channel, frozen. Hands the page nothing
 * of Electron's, and decides nothing.
 */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'

const CHANNEL = 'desk'

contextBridge.exposeInMainWorld(
  'desk',
  Object.freeze({
    // Async, so that an input that cannot be cloned rejects like every other failure and never throws.
    call: async (method: string, input: unknown): Promise<unknown> => ipcRenderer.invoke(CHANNEL, { method, input }),
    onPush: (listener: (push: unknown) => void): (() => void) => {
      const hear = (_event: IpcRendererEvent, push: unknown): void => listener(push)
      ipcRenderer.on(CHANNEL, hear)
      return () => {
        ipcRenderer.removeListener(CHANNEL, hear)
      }
    },
  }),
)
