/** An event that a listener can stop, as Electron's are. `url` is set where Electron's has one. */
export class StandinEvent {
  readonly url: string
  defaultPrevented = false

  constructor(url = '') {
    this.url = url
  }

  preventDefault(): void {
    this.defaultPrevented = true
  }
}
