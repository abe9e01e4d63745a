/** Runs in Chromium before the desk's own script: the canned wire in the place of what the preload would open. */
import type { Settings } from '../../../shared/ipc/settings.ts'
import { createCannedWire, type CannedWire } from './canned-bridge.ts'
import { SCENES, type SceneName } from './scenes.ts'

declare global {
  interface Window {
    canned: CannedWire
    cannedScene: { readonly scene: SceneName; readonly settings: Partial<Settings> }
  }
}

const { scene, settings } = window.cannedScene
window.canned = createCannedWire(SCENES[scene], settings)
Object.defineProperty(window, 'desk', {
  value: Object.freeze({ call: window.canned.call, onPush: window.canned.onPush }),
})
